import { type ApartGroup, type Fact, type PublishedFigure, together } from "./published-figure.ts";
import { CAPACITY, MAKE_UP, MEMBERS } from "./published-members.ts";

const council = (facts: readonly Fact[]) =>
  together(facts, "%", "People in local authorities", 2015, "survey2015");
const residents = (facts: readonly Fact[]) =>
  together(facts, "%", "Residents and volunteers", 2015, "survey2015");

/** Those that a figure of ours can be set beside (published-beside.ts). */
export const COMPARABLE: readonly PublishedFigure[] = [
  ...council([[9, "Name not knowing each other’s priorities as something in the way", "58"]]),
  ...residents([[10, "Name not knowing each other’s priorities as something in the way", "82"]]),
  ...council([[5, "Think that working together with residents in the lead can be done now", "60"]]),
  ...residents([[6, "Think that working together with residents in the lead can be done now", "67"]]),
];

const INPUT = "Think their place could do better if residents had more say";
const ANSWER_TO_CUTS = "Name working closely with residents as the best answer to smaller budgets";
const EXPECTATIONS = "Name different expectations as something in the way";
const TALKING = "Think that a chance to talk solutions over together would help";
const OPEN = "Think that more openness on both sides would help";

const OPINIONS: ApartGroup = {
  id: "opinions",
  title: "What people think would help",
  why: "These are opinions on what could be. Our check-in asks only how it goes between the two sides now: a mean of ours could be high or low with either opinion.",
  figures: [
    ...council([[1, INPUT, "81"]]),
    ...residents([[2, INPUT, "97"]]),
    ...council([[3, ANSWER_TO_CUTS, "40"]]),
    ...residents([[4, ANSWER_TO_CUTS, "51"]]),
    ...council([[11, TALKING, "63"]]),
    ...residents([[12, TALKING, "80"]]),
    ...council([[13, OPEN, "54"]]),
    ...residents([[14, OPEN, "64"]]),
  ],
};

const BARRIERS: ApartGroup = {
  id: "expectations",
  title: "Different expectations",
  why: "We do not ask it. Members can put a code for expectations on a record, but that counts records, and not people who see something in the way.",
  figures: [...council([[7, EXPECTATIONS, "70"]]), ...residents([[8, EXPECTATIONS, "67"]])],
};

const MONEY: ApartGroup = {
  id: "money",
  title: "Money",
  why: "No money is recorded here.",
  figures: [
    ...together([[38, "Part of the money that went into delivery", "32"]], "%", "150 areas", 2025, "spend"),
    ...together([[39, "Themes that spending was sorted into", "19"]], "themes", "150 areas", 2025, "spend"),
  ],
};

const PROGRAMME: ApartGroup = {
  id: "programme",
  title: "The programme and its support",
  why: "These count the whole programme. A release holds only the areas that agreed to be in it, and leaves out those that have ended.",
  figures: [
    ...together([[40, "Areas that had finished", "50"]], "areas", "150 areas", 2024, "fifty"),
    ...together([[41, "Areas that had finished", "100"]], "areas", "150 areas", 2025, "hundred"),
    ...together([[42, "Month in which the first area finished", "2022-06"]], "month", "CELL", 2022, "first"),
    ...together([[43, "Last day of funded work", "2026-03-31"]], "date", "150 areas", 2018, "allenton"),
    ...together([[44, "Areas studied one by one", "15"]], "areas", "Our Bigger Story", 2016, "storyOverview"),
    ...together([[45, "Reps under contract", "56"]], "people", "Local Trust", 2016, "storyFull"),
    ...together(
      [[46, "Days a rep usually has for an area in a year", "12"]],
      "days",
      "Local Trust",
      2016,
      "storyFull",
    ),
  ],
};

const PUBLIC: ApartGroup = {
  id: "public",
  title: "What the public thinks",
  why: "The public at large is not asked here, and nothing we record says who knows best.",
  figures: together(
    [
      [47, "Think local people and groups know best what a place needs", "74"],
      [48, "Think those who usually decide know best", "14"],
    ],
    "%",
    "Adults in England, asked by YouGov",
    2012,
    "lottery",
  ),
};

/** Those that nothing of ours can be set beside, by why not. */
export const APART: readonly ApartGroup[] = [
  OPINIONS,
  BARRIERS,
  MEMBERS,
  MAKE_UP,
  CAPACITY,
  MONEY,
  PROGRAMME,
  PUBLIC,
];
