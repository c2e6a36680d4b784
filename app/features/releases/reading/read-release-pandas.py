import pandas as pd

# A blank is missing, never 0: its status says why. The word "none" is a status, and stays a word.
figures = pd.read_csv(
    "2026-Q3.csv",
    keep_default_na=False,
    na_values=[""],
    dtype={"areas": "Int64", "mean": "Int64", "lower": "Int64", "upper": "Int64"},
    parse_dates=["as_of", "known_at"],
)

# All areas together, over all five components.
overall = figures[(figures["measure"] == "overall") & figures["by_1"].isna()].iloc[0]
print(overall["status"], overall["areas"], overall["mean"], overall["lower"], overall["upper"])

# How many lines have a figure, and why the others have none.
for status, lines in figures["status"].value_counts().sort_index().items():
    print(status, lines)
