import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Thanks, said where both sides can read it (guide, P4.2). */
export const thanks = evidenceKind({
  id: "thanks",
  words: {
    one: "Thanks",
    many: "Thanks",
    purpose: "Thank somebody who came forward, helped or changed something.",
  },
  component: "flexibility",
  level: "shared",
  fields: {
    what: ask.line(
      "What are the thanks for?",
      "Say what the thanks are for",
      "Such as “Mending the gate before the fair”",
    ),
    to: may.person("Who is thanked?"),
    words: may.text("More, in your own words"),
    on: ask.day("When were they given?", "Enter the day the thanks were given"),
  },
  on: "on",
  title: ({ what }) => what,
  example: { fields: { what: "Mending the gate before the fair", on: -3 } },
});
