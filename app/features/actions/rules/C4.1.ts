import type { ActionRule } from "../action";
import { nothingGiven } from "../compromise";

/**
 * A disagreement is open, and the council has changed nothing in 12 months (framework.md C4.1). The community's answers
 * on bending and on finding a way forward join with the check-ins.
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
};
