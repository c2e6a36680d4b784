import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Residents are asked (guide, P5.3): with whom, and whether residents were paid to ask. */
export const communitySurvey = evidenceKind({
  id: "community-survey",
  words: {
    one: "A survey of residents",
    many: "Surveys of residents",
    purpose: "Note a survey: who ran it, and how many answered.",
  },
  component: "ownership",
  level: "shared",
  fields: {
    what: ask.line("What was it about?", "Say what it was about"),
    with: ask.choice("Who ran it?", "Choose who ran it", {
      both: "Both sides together",
      own: "Our side alone",
      other: "The other side alone",
      outside: "Somebody from outside",
    }),
    responses: may.count("How many answered?"),
    paid: may.choice("Were residents paid to ask?", { yes: "Yes", no: "No" }),
    found: may.text("What did it find?"),
    on: ask.day("When did it end?", "Enter the day it ended"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: { what: "What the hall should be used for", with: "both", responses: 212, paid: "yes", on: -130 },
  },
});
