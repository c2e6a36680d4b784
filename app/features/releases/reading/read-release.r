# A blank is NA, never 0: its status says why.
figures <- read.csv("2026-Q3.csv", na.strings = "", colClasses = c(as_of = "Date", known_at = "Date"))

# All areas together, over all five components.
overall <- subset(figures, measure == "overall" & is.na(by_1))
cat(overall$status, overall$areas, overall$mean, overall$lower, overall$upper, "\n")

# How many lines have a figure, and why the others have none.
for (status in sort(unique(figures$status))) cat(status, sum(figures$status == status), "\n")
