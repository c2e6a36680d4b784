import { ask, may } from "../field.ts";
import { HOW_TOLD } from "../how-told.ts";
import { evidenceKind } from "../kind.ts";

/** A decision the other side will not like, told early and plainly (guide, C3.3; docs/method.md D5). */
export const badNewsGiven = evidenceKind({
  id: "bad-news-given",
  words: {
    one: "Disappointing news",
    many: "Disappointing news",
    purpose: "Tell of a decision the other side will not like, with the reasons.",
  },
  component: "dialogue",
  level: "shared",
  fields: {
    what: ask.line("What was decided?", "Say what was decided"),
    by: ask.side("Whose decision is it?", "Choose whose decision it is"),
    decided: ask.day("When was it decided?", "Enter the day it was decided"),
    conveyed: may.day("When was the other side told?", { hint: "Leave it empty until they are." }),
    how: may.choice("How were they told?", HOW_TOLD),
    reasons: may.text("What are the reasons?"),
  },
  on: "decided",
  title: ({ what }) => what,
  toFact: ({ values: { by, decided, conveyed } }) => ({ type: "bad-news-given", by, decided, conveyed }),
  example: {
    fields: {
      what: "No money for a second bus this year",
      by: "council",
      decided: -50,
      conveyed: -46,
      how: "face to face",
      reasons: "The grant was cut in half.",
    },
  },
});
