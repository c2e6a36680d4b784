import csv
from collections import Counter

# A blank is an empty text, never 0: its status says why.
with open("2026-Q3.csv", encoding="utf-8", newline="") as file:
    figures = list(csv.DictReader(file))

# All areas together, over all five components.
for line in figures:
    if line["measure"] == "overall" and line["by_1"] == "":
        print(line["status"], line["areas"], line["mean"], line["lower"], line["upper"])

# How many lines have a figure, and why the others have none.
for status, lines in sorted(Counter(line["status"] for line in figures).items()):
    print(status, lines)
