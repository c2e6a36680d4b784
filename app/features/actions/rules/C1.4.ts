import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule, Sighting } from "../action";
import { entriesOf } from "../entry-seen";
import { type Evidence, HYPOTHETICAL, hasHad, postsHeld, YEAR } from "../evidence";
import type { PostSeen } from "../records-seen";

// The links are in post for a year, and an introduction that names nobody counts for the council's own.
function nobodyIntroduced(evidence: Evidence, links: readonly PostSeen[], today: Day): Sighting | null {
  const from = addDays(today, -YEAR);
  const inPost = links.every(({ startsOn }) =>
    startsOn === null ? hasHad(YEAR, evidence, today) : startsOn < from,
  );
  const made = entriesOf(evidence, "introduction").filter(({ values, recordedBy }) =>
    typeof values.by === "string"
      ? links.some(({ personId }) => personId === values.by)
      : recordedBy === "council",
  );
  const last = made.at(-1);
  if (!inPost || (last && last.on >= from)) return null;
  const names = [...new Set(links.map(({ name }) => name))].join(", ");
  const when = last ? `the last one is ${daysBetween(last.on, today)} days old` : "none is recorded";
  return {
    because: `${names} of ${evidence.council} introduced nobody to residents in the last year; ${when}.`,
    recordIds: [...links.map(({ id }) => id), ...(last ? [last.id] : [])],
    state: ["nobody introduced"],
    since: last?.on ?? links.flatMap(({ startsOn }) => startsOn ?? []).sort()[0] ?? evidence.since,
  };
}

/**
 * No councillor is the area's liaison: the council's named lead, or holding the post of liaison; or they have introduced
 * nobody in 12 months (guide, C1.4).
 */
export const C1_4: ActionRule = {
  id: "C1.4",
  component: "recognition",
  for: [{ side: "council", roles: ["councillor", "cabinet-member"] }],
  effort: 1,
  title: "Name a councillor who links residents with the right people",
  wording:
    "One councillor whom residents can ask, who knows whom in the council to bring them together with.",
  closes:
    "A councillor in post is the council’s named lead here or its liaison, and an introduction is logged.",
  look(evidence, today) {
    const posts = postsHeld(evidence, today).filter(({ side }) => side === "council");
    const links = new Set(
      posts.filter((post) => post.isLead || post.role === "liaison-officer").map(({ personId }) => personId),
    );
    const councillors = posts.filter(({ level }) => level === "elected");
    const linking = councillors.filter(({ personId }) => links.has(personId));
    if (linking.length > 0) return nobodyIntroduced(evidence, linking, today);
    const leads = posts.filter(({ isLead }) => isLead);
    const among =
      councillors.length === 0
        ? "No councillor is recorded"
        : councillors.length === 1
          ? "The one councillor recorded is not named"
          : `None of the ${councillors.length} councillors recorded is named`;
    return {
      because: `${among} as a link between residents and ${evidence.council}.`,
      recordIds: leads.map(({ id }) => id),
      since: evidence.since,
      hypothetical:
        leads.length > 0
          ? undefined
          : { type: "appointment", id: HYPOTHETICAL, side: "council", lead: true, checked: today },
    };
  },
};
