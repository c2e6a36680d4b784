import { ask, may } from "../field.ts";
import { evidenceKind } from "../kind.ts";

/** Influencing and campaigning (guidance 000): noted for people to judge; nothing here rules on it. A side's own. */
export const influencingActivity = evidenceKind({
  id: "influencing-activity",
  words: {
    one: "Influencing",
    many: "Influencing",
    purpose: "Note what your side does to change a decision, so that you can judge it against your plan.",
  },
  component: "dialogue",
  level: "side",
  fields: {
    what: ask.line("What is it about?", "Say what it is about"),
    inPlan: ask.yesNo("Is it part of your plan?", "Say whether it is part of your plan"),
    manner: ask.choice("How is it done?", "Choose how it is done", {
      talks: "Talking to those who decide",
      letter: "A letter or petition",
      public: "In public: a meeting, a stall, the news",
      protest: "A protest",
    }),
    detail: may.text("More about it"),
    on: ask.day("When?", "Enter the day"),
  },
  on: "on",
  title: ({ what }) => what,

  example: {
    fields: { what: "Keeping the library open on Saturdays", inPlan: true, manner: "letter", on: -33 },
  },
});
