import { otherSide } from "../../identity/actor.ts";
import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Local knowledge one side offers to the other (guide, C4.2, C4.3; docs/method.md R5, F1). */
export const insightOffered = evidenceKind({
  id: "insight-offered",
  words: {
    one: "Local knowledge",
    many: "Local knowledge",
    purpose: "Offer something your side knows that could change what the other side does.",
  },
  component: "flexibility",
  level: "shared",
  fields: {
    of: ask.side("Who offers it?", "Choose who offers it"),
    what: ask.line(
      "What should they know?",
      "Say what they should know",
      "Such as “The bus stop moved, and older people walk in the road”",
    ),
    detail: may.text("In full"),
    on: ask.day("When was it offered?", "Enter the day it was offered"),
  },
  on: "on",
  title: ({ what }) => what,
  answer: {
    ask: "What was done with it?",
    by: ({ of }) => otherSide(of),
    outcomes: {
      used: { label: "It was used" },
      "declined with reasons": { label: "It was not used, for these reasons", reasons: true },
    },
    dueDays: 60,
  },
  toFact: ({ values: { of, on }, answer }) => ({
    type: "insight-offered",
    of,
    on,
    answered: answer?.on ?? null,
    outcome: answer?.outcome ?? null,
  }),
  example: {
    fields: { of: "community", what: "Older people walk in the road by the new bus stop", on: -45 },
    answer: { outcome: "used", words: "It is in the road safety plan." },
  },
});
