import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** A procedure that stands in the way, for its owner to drop or justify (guide, C4.5; docs/method.md F5). */
export const procedureBarrier = evidenceKind({
  id: "procedure-barrier",
  words: {
    one: "A procedure in the way",
    many: "Procedures in the way",
    purpose: "Name a form, rule or habit that makes the work harder, and ask whether it has to be.",
  },
  component: "flexibility",
  level: "shared",
  fields: {
    of: ask.side("Whose procedure is it?", "Choose whose procedure it is"),
    what: ask.line(
      "What is it?",
      "Say what the procedure is",
      "Such as “A risk assessment for every workshop”",
    ),
    effect: may.text("How does it get in the way?"),
    project: may.project("Which project does it hold up?"),
    on: ask.day("When was it named?", "Enter the day it was named"),
  },
  on: "on",
  title: ({ what }) => what,
  answer: {
    ask: "Does the law need it?",
    by: ({ of }) => of,
    outcomes: {
      dropped: { label: "No, and it was dropped" },
      simplified: { label: "Partly, and it was made simpler" },
      "legal requirement": { label: "Yes, the law asks for it, as explained here", reasons: true },
      policy: { label: "It is policy, for these reasons", reasons: true },
      habit: { label: "It is a habit, and is kept for now", open: true },
    },
    dueDays: 60,
  },
  toFact: ({ values: { of, on }, answer }) => ({
    type: "procedure-barrier",
    of,
    on,
    resolved: answer?.on ?? null,
    outcome: answer?.outcome ?? null,
  }),
  example: {
    fields: {
      of: "council",
      what: "A risk assessment for every workshop",
      effect: "Two evenings of work each time.",
      on: -70,
    },
    answer: { outcome: "simplified", words: "One form a year will do." },
  },
});
