import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** The same thing is done twice (guide, P2.3, warning sign of dialogue). */
export const duplicationFound = evidenceKind({
  id: "duplication-found",
  words: {
    one: "Something done twice",
    many: "Things done twice",
    purpose: "Note that two bodies do the same thing, so that one of them can stop or join in.",
  },
  component: "trust",
  level: "shared",
  fields: {
    what: ask.line("What is done twice?", "Say what is done twice"),
    also: ask.line("Who does it too?", "Say who does it too"),
    next: may.text("What should come of it?"),
    on: ask.day("When was it noticed?", "Enter the day it was noticed"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: {
      what: "A lunch club on Wednesdays",
      also: "The parish church",
      next: "Share the cook.",
      on: -100,
    },
  },
});
