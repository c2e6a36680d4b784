import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** The two sides see something differently, until it is worked through (guide, C4.1, P4.1; docs/method.md F6). */
export const disagreement = evidenceKind({
  id: "disagreement",
  words: {
    one: "A disagreement",
    many: "Disagreements",
    purpose: "Put a disagreement on the table, so that both sides can work it through.",
  },
  component: "flexibility",
  level: "shared",
  fields: {
    what: ask.line("What is it about?", "Say what it is about"),
    ours: may.text("How does your side see it?"),
    on: ask.day("When did it come up?", "Enter the day it came up"),
  },
  on: "on",
  title: ({ what }) => what,
  answer: {
    ask: "How did it end?",
    by: (_, recordedBy) => recordedBy,
    together: true,
    outcomes: {
      settled: { label: "It is settled" },
      adapted: { label: "One side moved, or both did" },
      "reasoned no": { label: "It stays as it is, for these reasons", reasons: true },
    },
    dueDays: 90,
  },
  toFact: ({ values: { on }, recordedBy, answer }) => ({
    type: "disagreement",
    by: recordedBy,
    opened: on,
    closed: answer?.on ?? null,
    outcome: answer?.outcome ?? null,
  }),
  example: {
    fields: { what: "Who holds the keys of the hall", ours: "Those who open it should hold them.", on: -80 },
    answer: { outcome: "settled", words: "Both hold a set." },
  },
});
