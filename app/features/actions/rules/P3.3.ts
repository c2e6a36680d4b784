import { addDays, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { entriesOf, within } from "../entry-seen";
import { contactMeetings, counted, HALF_YEAR, hasHad } from "../evidence";

const RESIDENTS = ["resident", "volunteer", "member"];

/**
 * In six months no resident took part in a meeting with the council, and nothing that residents say was passed on
 * (guide, P3.3).
 */
export const P3_3: ActionRule = {
  id: "P3.3",
  component: "dialogue",
  for: [{ side: "community", roles: ["chair", "representative"] }],
  effort: 2,
  title: "Bring residents to a talk with the council",
  wording:
    "Help one or two who are not used to it: say what to expect, go together, and let them tell what they see.",
  closes:
    "A resident, volunteer or member came to a meeting with the council, or what residents say is passed on.",
  look(evidence, today) {
    const meetings = contactMeetings(evidence);
    const last = meetings.find(({ came }) =>
      came.some(({ side, capacity }) => side === "community" && RESIDENTS.includes(capacity)),
    );
    const from = addDays(today, -HALF_YEAR);
    if (last ? last.on >= from : !hasHad(HALF_YEAR, evidence, today)) return null;
    const passedOn = entriesOf(evidence, "feedback-passed-on").filter(
      ({ recordedBy }) => recordedBy === "community",
    );
    if (within(passedOn, HALF_YEAR, today).length > 0) return null;
    const recent = meetings.filter(({ on }) => on >= from).length;
    const when = last
      ? `the last time was ${daysBetween(last.on, today)} days ago`
      : "none is recorded before";
    return {
      because: `No resident, volunteer or member came to any of ${counted(recent, "meeting")} with the council in the last six months, and nothing that residents say was passed on; ${when}.`,
      recordIds: last ? [last.id] : [],
      since: last?.on ?? evidence.since,
    };
  },
};
