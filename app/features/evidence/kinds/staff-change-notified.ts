import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** A change of people, told to the other side in good time (guide, C3.2; docs/method.md D5). */
export const staffChangeNotified = evidenceKind({
  id: "staff-change-notified",
  words: {
    one: "A change of people",
    many: "Changes of people",
    purpose: "Tell the other side that somebody leaves, joins or changes post.",
  },
  component: "dialogue",
  level: "shared",
  fields: {
    what: ask.line(
      "What changes?",
      "Say what changes",
      "Such as “Helen Marsh moves to Housing, Ravi Shah takes over”",
    ),
    by: ask.side("On which side?", "Choose the side on which people change"),
    person: may.person("Who is it about?"),
    effective: ask.day("From which day?", "Enter the day it takes effect", { ahead: true }),
    notified: may.day("When was the other side told?", { hint: "Leave it empty until they are." }),
  },
  on: "effective",
  title: ({ what }) => what,
  toFact: ({ values: { by, effective, notified } }) => ({
    type: "staff-change-notified",
    by,
    effective,
    notified,
  }),
  example: {
    fields: { what: "The parks officer moves to Housing", by: "council", effective: -5, notified: -30 },
  },
});
