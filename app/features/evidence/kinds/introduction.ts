import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Somebody is brought together with somebody who knows how (guide, C1.4). */
export const introduction = evidenceKind({
  id: "introduction",
  words: {
    one: "An introduction",
    many: "Introductions",
    purpose: "Note that somebody brought residents together with the person who can help.",
  },
  component: "recognition",
  level: "shared",
  fields: {
    what: ask.line(
      "Who was introduced to whom?",
      "Say who was introduced to whom",
      "Such as “The youth club to Priya Nair, who books the halls”",
    ),
    by: may.person("Who introduced them?"),
    why: may.text("What about?"),
    on: ask.day("When?", "Enter the day of the introduction"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: { what: "The youth club to the officer who books the halls", why: "A room on Fridays.", on: -15 },
  },
});
