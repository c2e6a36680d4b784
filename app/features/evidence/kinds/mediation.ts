import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Somebody from outside helps the two sides to talk. Private to the side that notes it. */
export const mediation = evidenceKind({
  id: "mediation",
  words: {
    one: "Help to talk",
    many: "Help to talk",
    purpose: "Note that somebody from outside helps, or is asked to help, the two sides to talk.",
  },
  component: "flexibility",
  level: "side",
  fields: {
    what: ask.line("What is it about?", "Say what it is about"),
    who: may.line("Who helps?"),
    came: may.text("What came of it?"),
    on: ask.day("When did it begin?", "Enter the day it began"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: { what: "The row about the notice board", who: "The neighbouring area’s chair", on: -110 },
  },
});
