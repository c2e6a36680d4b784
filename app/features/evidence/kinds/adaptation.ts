import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** A side moves: gives way, or does something another way (guide, C4.1, P4.1). */
export const adaptation = evidenceKind({
  id: "adaptation",
  words: {
    one: "A change of position",
    many: "Changes of position",
    purpose: "Note that a side changed what it does or wants, to meet the other.",
  },
  component: "flexibility",
  level: "shared",
  fields: {
    by: ask.side("Who moved?", "Choose who moved"),
    what: ask.line("What changed?", "Say what changed"),
    agreed: ask.choice("How did it come about?", "Choose how it came about", {
      together: "Both sides agreed it",
      alone: "That side decided it alone",
    }),
    before: may.text("What was it before?"),
    on: ask.day("When?", "Enter the day of the change"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: {
      by: "council",
      what: "Meetings begin at six, when people are home",
      agreed: "together",
      on: -65,
    },
  },
});
