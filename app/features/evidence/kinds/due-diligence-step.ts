import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** A legal or financial check that joint work has to pass (guide, P2.1). */
export const dueDiligenceStep = evidenceKind({
  id: "due-diligence-step",
  words: {
    one: "A legal or money check",
    many: "Legal and money checks",
    purpose: "Note a check that has to be made before work can go on, so that both sides plan for it.",
  },
  component: "trust",
  level: "shared",
  fields: {
    what: ask.line("What is checked?", "Say what is checked", "Such as “Insurance of the changing rooms”"),
    by: ask.side("Who makes the check?", "Choose who makes the check"),
    project: may.project("For which project?"),
    needs: may.text("What does it need from the other side?"),
    on: ask.day("When did it begin?", "Enter the day it began"),
    doneOn: may.day("When was it passed?", { hint: "Leave it empty until it is." }),
  },
  on: "on",
  title: ({ what }) => what,
  check: ({ on, doneOn }) =>
    doneOn !== null && doneOn < on ? { doneOn: "It cannot be passed before it began" } : {},
  example: {
    fields: {
      what: "Insurance of the changing rooms",
      by: "council",
      needs: "The list of key holders.",
      on: -40,
      doneOn: -12,
    },
  },
});
