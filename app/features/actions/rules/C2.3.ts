import type { ActionRule } from "../action";
import { withoutTimeline } from "../timeline";

/** A project has no endpoint that both sides agreed, or fewer than two milestones (guide, C2.3). */
export const C2_3: ActionRule = {
  id: "C2.3",
  component: "trust",
  for: [{ side: "council", roles: ["officer", "senior-manager"] }],
  effort: 2,
  title: "Agree a timeline and an end for every project",
  wording: "A first and a last day and two steps between are enough. Whoever comes later can go by it.",
  closes: "Each open project has an endpoint that both sides agreed, and at least 2 milestones.",
  look: (evidence, today) => withoutTimeline(evidence, today),
};
