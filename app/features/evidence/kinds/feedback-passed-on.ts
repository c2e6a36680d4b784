import { otherSide } from "../../identity/actor.ts";
import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** What residents see and say, carried to the other side (guide, P3.3). */
export const feedbackPassedOn = evidenceKind({
  id: "feedback-passed-on",
  words: {
    one: "What residents say",
    many: "What residents say",
    purpose: "Pass on what residents see or think, in a way that helps.",
  },
  component: "dialogue",
  level: "shared",
  fields: {
    what: ask.line("What do residents say?", "Say what residents say, in one line"),
    from: may.choice("Where does it come from?", {
      doorstep: "Talks on the doorstep",
      meeting: "A meeting",
      survey: "A survey",
      online: "Online",
      other: "Somewhere else",
    }),
    detail: may.text("In full"),
    to: may.person("Who was told?"),
    on: ask.day("When was it passed on?", "Enter the day it was passed on"),
  },
  on: "on",
  title: ({ what }) => what,
  answer: {
    ask: "What came of it?",
    by: (_, recordedBy) => otherSide(recordedBy),
    outcomes: {
      "acted on": { label: "Something was done" },
      explained: { label: "Nothing could be done, for these reasons", reasons: true },
    },
    dueDays: null,
  },
  example: {
    fields: { what: "The new crossing is too short for prams", from: "doorstep", on: -22 },
    answer: { outcome: "acted on", words: "Ten more seconds from Monday." },
  },
});
