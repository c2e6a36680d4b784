import { type Day, daysBetween } from "~/platform/calendar/day";
import type { Sighting } from "./action";
import { counted, type Evidence, stepToday } from "./evidence";
import { openProjects, type ProjectSeen, stepsOf } from "./plan-seen";
import { named } from "./wording";

/** Steps that make a timeline (guide, C2.3). */
const STEPS = 2;

/** Projects among some without an endpoint both agreed, or with fewer than two steps; null: each has its timeline. */
export function withoutTimeline(
  evidence: Evidence,
  today: Day,
  among: (project: ProjectSeen) => boolean = () => true,
): Sighting | null {
  const open = openProjects(evidence);
  const found = open.filter(among).flatMap((project) => {
    const noEnd = project.endsOn === null;
    const few = stepsOf(evidence, project.id).length < STEPS;
    const unagreed = !noEnd && project.endsAgreedOn === null;
    return noEnd || few || unagreed ? [{ ...project, noEnd, few, unagreed }] : [];
  });
  const [oldest] = found;
  if (!oldest) return null;
  const noEnd = found.filter((one) => one.noEnd).length;
  const few = found.filter((one) => one.few).length;
  const unagreed = found.filter((one) => one.unagreed).length;
  const parts = [
    ...(noEnd === 0 ? [] : [`${noEnd} without an endpoint`]),
    ...(unagreed === 0 ? [] : [`${unagreed} with an endpoint that is not agreed`]),
    ...(few === 0 ? [] : [`${few} with fewer than ${STEPS} milestones`]),
  ];
  return {
    because: `${found.length} of ${counted(open.length, "project")} ${found.length === 1 ? "has" : "have"} no timeline (${parts.join(", ")}): ${named(found)}. The oldest began ${daysBetween(oldest.startedOn, today)} days ago.`,
    recordIds: found.map(({ id }) => id),
    state: found.map(
      ({ id, noEnd: open, few: short, unagreed: own }) => `${id} ${open} ${short}${own ? " own" : ""}`,
    ),
    since: oldest.startedOn,
    hypothetical: stepToday(today, "joint"),
  };
}
