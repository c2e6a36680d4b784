import type { ActionRule } from "../action";
import { nothingGiven } from "../compromise";

/**
 * A disagreement is open, and the community has changed nothing in 12 months (framework.md P4.1). The council's answers
 * on bending and on finding a way forward join with the check-ins.
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
};
