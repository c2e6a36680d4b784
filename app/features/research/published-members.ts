import { type ApartGroup, together } from "./published-figure.ts";

const IN_2016 = ["Partnerships in the programme", 2016, "members2016"] as const;
const IN_2017 = ["Partnerships in the programme", 2017, "members2017"] as const;

/** How many people there are in partnerships, and how many come and go. */
export const MEMBERS: ApartGroup = {
  id: "members",
  title: "How many people are in partnerships, and how many come and go",
  why: "A release counts no people. What we tell of leaving is how it is handed over (T3), which may go well where many leave and badly where one does.",
  figures: [
    ...together([[15, "Members of all partnerships, almost", "2000"]], "people (almost)", ...IN_2016),
    ...together([[16, "Members of a partnership, on average", "13"]], "people", ...IN_2016),
    ...together(
      [
        [18, "Partnerships that grew from 2015 to 2016, of 132", "56"],
        [19, "Partnerships that became smaller from 2015 to 2016, of 132", "22"],
        [20, "Members of 2015 still there in 2016", "72"],
      ],
      "%",
      ...IN_2016,
    ),
    ...together(
      [
        [21, "Joined from 2015 to 2016", "577"],
        [22, "Left from 2015 to 2016", "449"],
        [23, "More members than the year before", "128"],
      ],
      "people",
      ...IN_2016,
    ),
    ...together([[24, "Different people from 2015 to 2017, almost", "3000"]], "people (almost)", ...IN_2017),
    ...together(
      [
        [25, "There in all three counts", "730"],
        [26, "Left over the three years", "1314"],
        [27, "Joined over the three years", "1232"],
        [28, "Different people in a partnership since 2015, on average", "18"],
        [29, "The most different people in one partnership", "41"],
        [30, "The fewest different people in one partnership", "9"],
        [35, "Fewer members in 2017 than in 2016", "323"],
      ],
      "people",
      ...IN_2017,
    ),
  ],
};

/** Who they are. */
export const MAKE_UP: ApartGroup = {
  id: "make-up",
  title: "Who is in partnerships",
  why: "Whether a partnership has eight members and a majority of residents is checked on its own page and goes into no release. Whether people are women or men is not recorded here.",
  figures: [
    ...together([[17, "Partnerships with eight members, most of them residents", "88"]], "%", ...IN_2016),
    ...together(
      [
        [31, "Members who are residents, in 2016", "67"],
        [32, "Members who are residents, in 2017", "72"],
        [33, "Members who are women, in 2016", "57"],
        [34, "Members who are women, in 2017", "59"],
      ],
      "%",
      ...IN_2017,
    ),
  ],
};

/** What they think of their numbers. */
export const CAPACITY: ApartGroup = {
  id: "capacity",
  title: "What members think of their numbers",
  why: "We do not ask partnerships about themselves: each side is asked about the other.",
  figures: together(
    [
      [36, "Want more people to take part", "95"],
      [37, "Say that too much rests on a few people", "63"],
    ],
    "%",
    "Partnership members",
    2018,
    "members2018",
  ),
};
