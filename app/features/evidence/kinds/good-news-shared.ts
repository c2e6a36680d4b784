import { ask, may } from "../field.ts";
import { HOW_TOLD } from "../how-told.ts";
import { evidenceKind } from "../kind.ts";

/** A decision the other side will like, told to it (guide, C3.1; docs/method.md D5). */
export const goodNewsShared = evidenceKind({
  id: "good-news-shared",
  words: {
    one: "Good news",
    many: "Good news",
    purpose: "Share a decision or a success the other side will be glad of.",
  },
  component: "dialogue",
  level: "shared",
  fields: {
    what: ask.line("What is the good news?", "Say what the good news is"),
    by: ask.side("Whose decision is it?", "Choose whose decision it is"),
    decided: ask.day("When was it decided?", "Enter the day it was decided"),
    conveyed: may.day("When was the other side told?", { hint: "Leave it empty until they are." }),
    how: may.choice("How were they told?", HOW_TOLD),
    words: may.text("More about it"),
  },
  on: "decided",
  title: ({ what }) => what,
  toFact: ({ values: { by, decided, conveyed } }) => ({ type: "good-news-shared", by, decided, conveyed }),
  example: {
    fields: { what: "The path will be lit", by: "council", decided: -25, conveyed: -23, how: "call" },
  },
});
