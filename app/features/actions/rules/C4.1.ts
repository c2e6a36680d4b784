import type { ActionRule } from "../action";
import { lastGiven, nothingGiven } from "../compromise";

/**
 * A disagreement is open, and the council has changed nothing in 12 months (guide, C4.1). Also where the
 * community finds that the other does not bend, or either that no way forward is found, until one is noted (docs/method.md 8).
 */
export const C4_1: ActionRule = {
  id: "C4.1",
  component: "flexibility",
  for: [{ side: "council", roles: ["officer", "senior-manager"] }],
  effort: 2,
  title: "Give way on something that matters to residents",
  wording: "Pick one position that can bend, say what would make it possible, and note what changed.",
  closes: "A change by the council is noted, or no disagreement is open.",
  look: (evidence, today) => nothingGiven(evidence, today, "council"),
  listens: [
    {
      side: "council",
      questions: [{ question: "flexibility.1", of: "community" }, { question: "flexibility.2" }],
      answeredOn: (evidence) => lastGiven(evidence, "council"),
    },
  ],
};
