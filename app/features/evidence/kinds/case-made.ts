import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** The case for something, researched and put (guide, P2.3). */
export const caseMade = evidenceKind({
  id: "case-made",
  words: {
    one: "A case put",
    many: "Cases put",
    purpose: "Note that you put a case for something, with what it rests on.",
  },
  component: "trust",
  level: "shared",
  fields: {
    what: ask.line("What was the case for?", "Say what the case was for"),
    to: ask.line("Who was it put to?", "Say who it was put to"),
    rests: may.text(
      "What does it rest on?",
      "What you looked up, counted or asked, and what there is already.",
    ),
    project: may.project("For which project?"),
    on: ask.day("When was it put?", "Enter the day it was put"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: {
      what: "Opening the toilets on match days",
      to: "The parks committee",
      rests: "A count of visitors on six Saturdays.",
      on: -75,
    },
  },
});
