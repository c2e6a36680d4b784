import type { ActionRule } from "../action";
import { lastGiven, nothingGiven } from "../compromise";

/**
 * A disagreement is open, and the community has changed nothing in 12 months (guide, P4.1). Also where the
 * council finds that the other does not bend, or either that no way forward is found, until one is noted (docs/method.md 8).
 */
export const P4_1: ActionRule = {
  id: "P4.1",
  component: "flexibility",
  for: [{ side: "community", roles: ["representative", "chair"] }],
  effort: 2,
  title: "Look for where you can meet the council halfway",
  wording:
    "Old disappointments weigh on new talks. Offer one thing you can change, and ask for one in return.",
  closes: "A change by the partnership is noted, or no disagreement is open.",
  look: (evidence, today) => nothingGiven(evidence, today, "community"),
  listens: [
    {
      side: "community",
      questions: [{ question: "flexibility.1", of: "council" }, { question: "flexibility.2" }],
      answeredOn: (evidence) => lastGiven(evidence, "community"),
    },
  ],
};
