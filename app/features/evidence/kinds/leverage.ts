import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Own money that drew in other money (guidance 002: leverage, to be taken seriously). */
export const leverage = evidenceKind({
  id: "leverage",
  words: {
    one: "Money that drew in more",
    many: "Money that drew in more",
    purpose: "Note where your own money brought other money with it.",
  },
  component: "recognition",
  level: "shared",
  fields: {
    what: ask.line("What was it for?", "Say what the money was for"),
    own: may.count("How much was your own?", "£"),
    drawn: may.count("How much came from others?", "£"),
    from: may.line("Who gave it?"),
    project: may.project("For which project?"),
    on: ask.day("When was it agreed?", "Enter the day it was agreed"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: { what: "New goals and a fence", own: 4000, drawn: 11500, from: "A sports fund", on: -90 },
  },
});
