import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** What is said in public of joint work, and whom it credits (guide, C5.3; docs/method.md A5; guidance 001). */
export const publicity = evidenceKind({
  id: "publicity",
  words: {
    one: "Publicity",
    many: "Publicity",
    purpose: "Note where the work was in public, and who was given credit.",
  },
  component: "ownership",
  level: "shared",
  fields: {
    what: ask.line(
      "What was published?",
      "Say what was published",
      "Such as “Page two of the summer newsletter”",
    ),
    by: ask.side("Who published it?", "Choose who published it"),
    where: ask.choice("Where?", "Choose where it appeared", {
      leaflet: "A leaflet, poster or sign",
      newsletter: "A newsletter or magazine",
      press: "A newspaper, radio or television",
      online: "A website or social media",
      speech: "A speech or an opening",
    }),
    joint: ask.yesNo("Is it about joint work?", "Say whether it is about joint work"),
    credits: ask.choice("Who is given credit?", "Choose who is given credit", {
      both: "Both sides",
      own: "Only the side that published it",
      other: "Only the other side",
    }),
    election: may.choice("Was an election near?", {
      no: "No",
      checked: "Yes, and it was checked and signed off",
      unchecked: "Yes, and it was not checked",
    }),
    on: ask.day("When?", "Enter the day it was published"),
  },
  on: "on",
  title: ({ what }) => what,
  toFact: ({ values: { by, joint, credits, on } }) => (joint ? { type: "publicity", by, on, credits } : null),
  example: {
    fields: {
      what: "Page two of the summer newsletter",
      by: "council",
      where: "newsletter",
      joint: true,
      credits: "both",
      election: "no",
      on: -28,
    },
  },
});
