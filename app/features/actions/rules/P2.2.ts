import { addDays } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { withoutTimeline } from "../timeline";

const AGE = 60;

/** A project older than 60 days has no endpoint, or fewer than two milestones (guide, P2.2). */
export const P2_2: ActionRule = {
  id: "P2.2",
  component: "trust",
  for: [{ side: "community", roles: ["representative"] }],
  effort: 2,
  title: "Sketch with the council how long the work will run",
  wording:
    "Bring a rough line with the main dates. If nobody offers, ask somebody friendly inside the council.",
  closes:
    "Each project older than 60 days has an endpoint that both sides agreed, and at least 2 milestones.",
  look: (evidence, today) =>
    withoutTimeline(evidence, today, ({ startedOn }) => startedOn < addDays(today, -AGE)),
};
