import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { Fact } from "../scoring/facts";
import { counted, type Evidence, factOf } from "./evidence";
import { leaderlessSince, openProjects } from "./plan-seen";
import { named } from "./wording";

const DAYS = 90;

/** Projects that nobody has led for 90 days, in words; null: there are none. The same for both sides. */
export function withoutLead(evidence: Evidence, today: Day) {
  const found = openProjects(evidence)
    .flatMap((project) => {
      const since = leaderlessSince(project);
      return since !== null && since <= addDays(today, -DAYS) ? [{ ...project, since }] : [];
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1));
  const [oldest] = found;
  if (!oldest) return null;
  const fact = factOf(evidence, oldest.id, "project");
  const hypothetical: Fact | undefined = fact && { ...fact, lead_named: fact.lead_named ?? today };
  return {
    ids: found.map(({ id }) => id),
    since: oldest.since,
    words: `${counted(found.length, "project")} ${found.length === 1 ? "has" : "have"} had no lead for ${DAYS} days or more: ${named(found)} (oldest ${daysBetween(oldest.since, today)} days)`,
    hypothetical,
  };
}
