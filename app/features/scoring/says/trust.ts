import type { Says } from "../told.ts";
import { counts, duties, none, whole } from "./counts.ts";
import { dayWords } from "./day-words.ts";

const agreement: Says = ({ items }) => {
  const [inForce] = items;
  if (!inForce) return "";
  const signed = inForce.s === 1 ? "both sides" : "one side so far";
  const disputed = inForce.disputed ? " It is disputed and counts half." : "";
  return `The agreement is signed by ${signed}; it was last signed or looked at on ${dayWords(inForce.on)}.${disputed}`;
};

/** What Trust's indicators say of a side (docs/method.md 3, T1–T5). */
export const trust: Readonly<Record<string, Says>> = {
  T1: duties(["promise by {whose}", "promises by {whose}"], {
    dropped: ["was given up", "were given up"],
    after: ["was kept after its day", "were kept after their day"],
    done: ["was kept by its day", "were kept by their day"],
  }),
  T2: counts(
    ["meeting agreed with {whose}", "meetings agreed with {whose}"],
    [
      none(["was missed, or called off at short notice", "were missed, or called off at short notice"]),
      whole(["was held with both", "were held with both"]),
    ],
  ),
  T3: duties(["step of handing over at {whose}", "steps of handing over at {whose}"], {
    after: ["was done after its day", "were done after their day"],
    done: ["was done in time", "were done in time"],
  }),
  T4: duties(["promise by {whose}", "promises by {whose}"], {
    past: [
      "is past its first day with no word to {other}",
      "are past their first day with no word to {other}",
    ],
    dropped: ["was given up with no word before", "were given up with no word before"],
    after: ["had word or was kept after its first day", "had word or were kept after their first day"],
    done: [
      "was kept, or {other} had word, by its first day",
      "were kept, or {other} had word, by their first day",
    ],
  }),
  T5: agreement,
};
