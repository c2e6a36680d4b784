import { otherSide } from "../../identity/actor.ts";
import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Something a side is good at, named so that the other can build on it (guide, C1.2; docs/method.md R5). */
export const strengthNamed = evidenceKind({
  id: "strength-named",
  words: {
    one: "A strength",
    many: "Strengths",
    purpose: "Name something the other side, or your own, is good at, so that it can be built on.",
  },
  component: "recognition",
  level: "shared",
  fields: {
    of: ask.side("Whose strength is it?", "Choose whose strength it is"),
    what: ask.line(
      "What is the strength?",
      "Say what the strength is, in one line",
      "Such as “They know every family on the estate”",
    ),
    why: may.text("How could it help?"),
    project: may.project("Which project could use it?"),
    on: ask.day("When was it named?", "Enter the day it was named"),
  },
  on: "on",
  title: ({ what }) => what,
  answer: {
    ask: "Was it used?",
    by: ({ of }) => otherSide(of),
    outcomes: {
      used: { label: "Yes, it was used" },
      "declined with reasons": { label: "No, for these reasons", reasons: true },
    },
    dueDays: 60,
  },
  toFact: ({ values: { of, on }, answer }) => ({
    type: "strength-named",
    of,
    on,
    answered: answer?.on ?? null,
    outcome: answer?.outcome ?? null,
  }),
  example: {
    fields: {
      of: "community",
      what: "They know every family on the estate",
      why: "They could tell us who needs the path lit.",
      on: -20,
    },
    answer: { outcome: "used", words: "The lighting plan began with their list." },
  },
});
