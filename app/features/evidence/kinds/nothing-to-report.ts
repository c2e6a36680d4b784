import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Somebody looked and there was nothing (docs/method.md 3.1): a day on record, and no contact. */
export const nothingToReport = evidenceKind({
  id: "nothing-to-report",
  words: {
    one: "Nothing to report",
    many: "Nothing to report",
    purpose: "Say that you looked and that there is nothing to add. A quiet month is fine.",
  },
  component: "dialogue",
  level: "shared",
  fields: {
    on: ask.day("For which day?", "Enter the day"),
    words: may.text("Anything you want to say"),
  },
  on: "on",
  title: () => "Nothing to report",
  toFact: ({ values: { on } }) => ({ type: "nothing-to-report", date: on }),
  example: { fields: { on: -7 } },
});
