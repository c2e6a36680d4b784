import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** A step towards what lasts after the money (guidance 002): a body, a place, a way of doing things. */
export const legacyStep = evidenceKind({
  id: "legacy-step",
  words: {
    one: "A step that lasts",
    many: "Steps that last",
    purpose: "Note a step towards what will still be here when the money is spent.",
  },
  component: "ownership",
  level: "shared",
  fields: {
    what: ask.line("What will last?", "Say what will last"),
    form: ask.choice("What is it?", "Choose what it is", {
      body: "A body of its own, such as a charity or company",
      place: "A building, a park, something to touch",
      skills: "Skills and people",
      ways: "A way of doing things together",
    }),
    by: may.line("Who will look after it?"),
    on: ask.day("When was the step taken?", "Enter the day of the step"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: { what: "The hall has trustees of its own", form: "body", by: "Seven residents", on: -150 },
  },
});
