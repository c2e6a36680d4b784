import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Colleagues are told what the partnership is for (guide, C2.1). */
export const briefingGiven = evidenceKind({
  id: "briefing-given",
  words: {
    one: "A briefing",
    many: "Briefings",
    purpose: "Note that colleagues, a team or a newcomer were told what this work is for.",
  },
  component: "trust",
  level: "shared",
  fields: {
    what: ask.line("Who was briefed?", "Say who was briefed", "Such as “The new highways team”"),
    by: may.person("Who gave it?"),
    about: may.text("What was it about?"),
    on: ask.day("When?", "Enter the day of the briefing"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: { what: "The new highways team", about: "What the partnership may decide for itself.", on: -30 },
  },
});
