import type { Day } from "~/platform/calendar/day";
import type { AssessmentView, PlanView } from "./assessment";
import { type Cadence, cadenceOf, type LastContact } from "./cadence";

/** What one organisation holds of somebody, its own alone: what it thinks and thought, when to talk again, what comes next. */
export type OwnLine = {
  now: AssessmentView | null;
  earlier: AssessmentView[];
  last: LastContact | null;
  cadence: Cadence | null;
  plan: PlanView | null;
};

/** Somebody on the map: their line with who they are. */
export type MapLine = OwnLine & { id: string; name: string; post: string; now: AssessmentView };

type Parts = {
  assessments: readonly AssessmentView[] | undefined;
  last: LastContact | undefined;
  plan: PlanView | undefined;
};

/** Puts an organisation's own lines on somebody together. Assessments come newest first. */
export function toOwnLine({ assessments = [], last, plan }: Parts, today: Day): OwnLine {
  const [now = null, ...earlier] = assessments;
  const wish = now && { wantedDays: now.wantedDays, since: wishedSince(now, earlier) };
  const cadence = cadenceOf(wish, last?.on ?? null, today);
  return { now, earlier, last: last ?? null, cadence, plan: plan ?? null };
}

/** The day since which the present wish has stood: saying it again does not start it anew. */
function wishedSince(now: AssessmentView, earlier: readonly AssessmentView[]): Day {
  let since = now.on;
  for (const { wantedDays, on } of earlier) {
    if (wantedDays !== now.wantedDays) break;
    since = on;
  }
  return since;
}
