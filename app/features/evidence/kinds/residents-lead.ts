import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Residents lead a part of the joint work, agreed by the council or not (guide, C5.4; docs/method.md A7). */
export const residentsLead = evidenceKind({
  id: "residents-lead",
  words: {
    one: "Residents in the lead",
    many: "Residents in the lead",
    purpose: "Note a part of the work that residents decide about or run.",
  },
  component: "ownership",
  level: "shared",
  fields: {
    what: ask.line("What do residents lead?", "Say what residents lead"),
    who: may.line("Who of them?"),
    project: may.project("Part of which project?"),
    on: ask.day("From when?", "Enter the day from which they lead"),
  },
  on: "on",
  title: ({ what }) => what,
  answer: {
    ask: "Does the council agree that residents lead here?",
    by: () => "council",
    outcomes: {
      agreed: { label: "Yes, it agrees" },
      "not agreed": { label: "No, for these reasons", reasons: true, open: true },
    },
    dueDays: null,
    ownOutcome: "agreed",
  },
  toFact: ({ values: { on }, answer }) => ({
    type: "residents-lead",
    on,
    agreed: answer?.outcome === "agreed" ? answer.on : null,
  }),
  example: {
    fields: { what: "Booking and opening the changing rooms", who: "The key holders’ group", on: -60 },
    answer: { outcome: "agreed", words: "Glad of it." },
  },
});
