import { addDays, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { contactMeetings, HALF_YEAR, hasHad } from "../evidence";

const RESIDENTS = ["resident", "volunteer", "member"];

/**
 * No resident took part in a meeting with the council in six months (framework.md P3.3). Feedback passed on joins when it
 * is recorded.
 */
export const P3_3: ActionRule = {
  id: "P3.3",
  component: "dialogue",
  for: [{ side: "community", roles: ["chair", "representative"] }],
  effort: 2,
  title: "Bring residents to a talk with the council",
  wording:
    "Help one or two who are not used to it: say what to expect, go together, and let them tell what they see.",
  closes: "A resident, volunteer or member came to a meeting with the council.",
  look(evidence, today) {
    const meetings = contactMeetings(evidence);
    const last = meetings.find(({ came }) =>
      came.some(({ side, capacity }) => side === "community" && RESIDENTS.includes(capacity)),
    );
    const from = addDays(today, -HALF_YEAR);
    if (last ? last.on >= from : !hasHad(HALF_YEAR, evidence, today)) return null;
    const recent = meetings.filter(({ on }) => on >= from).length;
    const when = last
      ? `the last time was ${daysBetween(last.on, today)} days ago`
      : "none is recorded before";
    return {
      because: `No resident, volunteer or member came to any of the ${recent} meetings with the council in the last six months; ${when}.`,
      recordIds: last ? [last.id] : [],
      since: last?.on ?? evidence.since,
    };
  },
};
