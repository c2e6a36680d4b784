import type { ActionRule } from "../action";
import { counted, postsHeld } from "../evidence";

const ENGAGEMENT = "worker-engagement";
const STRATEGY = "worker-strategy";

/** Workers are recorded, and none of them is there for engagement, or none for strategy (guide, P5.2). */
export const P5_2: ActionRule = {
  id: "P5.2",
  component: "ownership",
  for: [{ side: "community", roles: ["chair", "representative"] }],
  effort: 4,
  title: "Keep one worker close to residents, and one on the long view",
  wording:
    "One person seldom does both well. Share the roles out, among the workers you have or with a new one.",
  closes: "The workers recorded include one for engagement and one for strategy.",
  look(evidence, today) {
    const workers = postsHeld(evidence, today).filter(({ role }) => role.startsWith("worker-"));
    const has = (role: string) => workers.some((one) => one.role === role);
    if (workers.length === 0 || (has(ENGAGEMENT) && has(STRATEGY))) return null;
    const missing = [...(has(ENGAGEMENT) ? [] : ["engagement"]), ...(has(STRATEGY) ? [] : ["strategy"])];
    return {
      because: `${counted(workers.length, "worker")} ${workers.length === 1 ? "is" : "are"} recorded, nobody for ${missing.join(" or ")}.`,
      recordIds: workers.map(({ id }) => id),
      state: missing,
      since: workers.flatMap(({ startsOn }) => startsOn ?? []).sort()[0] ?? evidence.since,
    };
  },
};
