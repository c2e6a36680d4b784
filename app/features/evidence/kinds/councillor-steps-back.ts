import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** A councillor leaves a vote to residents (guide, C5.4; docs/method.md A7). */
export const councillorStepsBack = evidenceKind({
  id: "councillor-steps-back",
  words: {
    one: "A councillor steps back",
    many: "Councillors stepping back",
    purpose: "Note that a councillor left a decision to residents, by abstaining or leaving the room.",
  },
  component: "ownership",
  level: "shared",
  fields: {
    what: ask.line("From which decision?", "Say from which decision"),
    who: may.person("Which councillor?"),
    key: ask.yesNo("Was it a key decision?", "Say whether it was a key decision"),
    on: ask.day("When was the vote?", "Enter the day of the vote"),
  },
  on: "on",
  title: ({ what }) => what,
  toFact: ({ values: { on, key } }) => ({ type: "councillor-steps-back", on, key_decision: key }),
  example: { fields: { what: "How the small grants are given", key: true, on: -48 } },
});
