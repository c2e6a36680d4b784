import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** A skill a side needs and has not got, until it is filled (guide, P1.3). A side's own: it names weaknesses. */
export const skillGap = evidenceKind({
  id: "skill-gap",
  words: {
    one: "A missing skill",
    many: "Missing skills",
    purpose: "Note a skill your side needs and does not have yet, so that somebody can be found.",
  },
  component: "recognition",
  level: "side",
  fields: {
    what: ask.line(
      "Which skill is missing?",
      "Say which skill is missing",
      "Such as “Somebody who can read a lease”",
    ),
    project: may.project("Which project needs it?"),
    detail: may.text("What is it needed for?"),
    on: ask.day("When was it noticed?", "Enter the day it was noticed"),
  },
  on: "on",
  title: ({ what }) => what,
  answer: {
    ask: "How did it end?",
    by: (_, recordedBy) => recordedBy,
    outcomes: {
      filled: { label: "Somebody was found" },
      "not needed": { label: "It is no longer needed" },
    },
    dueDays: null,
  },
  example: {
    fields: { what: "Somebody who can read a lease", on: -60 },
    answer: { outcome: "filled", words: "A retired solicitor joined us." },
  },
});
