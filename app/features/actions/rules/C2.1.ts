import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { entriesOf } from "../entry-seen";
import { counted, type Evidence, lastMet, postsHeld, sentence, YEAR } from "../evidence";
import { openProjects } from "../plan-seen";

type Newcomer = { id: string; name: string; on: Day; kind: "contact" | "team" };

// New to the council: nobody who held another of its posts before.
function newContacts(evidence: Evidence, today: Day): Newcomer[] {
  const met = lastMet(evidence);
  return postsHeld(evidence, today).flatMap(({ id, personId, name, side, isLead, startsOn }) => {
    const contact = isLead || met.has(personId);
    const before = evidence.posts.some(
      (post) =>
        post.side === "council" &&
        post.personId === personId &&
        (post.startsOn === null || (startsOn !== null && post.startsOn < startsOn)),
    );
    if (side !== "council" || startsOn === null || !contact || before) return [];
    return [{ id, name, on: startsOn, kind: "contact" as const }];
  });
}

function newTeams(evidence: Evidence): Newcomer[] {
  return openProjects(evidence).flatMap(({ id, title, teams, startedOn }) =>
    teams === 0
      ? []
      : [{ id, name: `the council’s part of “${title}”`, on: startedOn, kind: "team" as const }],
  );
}

function unbriefed(evidence: Evidence, today: Day): Newcomer[] {
  const from = addDays(today, -YEAR);
  const briefed = entriesOf(evidence, "briefing-given").at(-1)?.on ?? null;
  return [...newContacts(evidence, today), ...newTeams(evidence)]
    .filter(({ on }) => on >= from && on <= today && (evidence.since === null || on > evidence.since))
    .filter(({ on }) => briefed === null || briefed < on)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * A contact or a team of the council joined in the last year, and no briefing has been given since (guide, C2.1).
 * Also where the community does not feel treated as a partner, until one is given (docs/method.md 8).
 */
export const C2_1: ActionRule = {
  id: "C2.1",
  component: "trust",
  for: [{ side: "council", roles: [] }],
  effort: 2,
  title: "Tell colleagues who are new to this what Big Local is for",
  wording: "Half an hour is enough: whose money it is, who decides, what has been promised both ways.",
  closes: "A briefing is logged after the day they joined.",
  look(evidence, today) {
    const found = unbriefed(evidence, today);
    const [oldest] = found;
    if (!oldest) return null;
    const kinds = (["contact", "team"] as const).flatMap((kind) => {
      const count = found.filter((one) => one.kind === kind).length;
      return count === 0 ? [] : [counted(count, `new ${kind}`)];
    });
    const rest = found.length === 1 ? "" : ` and ${found.length - 1} more`;
    const who = `${kinds.join(" and ")} of ${evidence.council} ${found.length === 1 ? "has" : "have"} had no briefing`;
    return {
      because: `${sentence(who)}: ${oldest.name}${rest} (oldest ${counted(daysBetween(oldest.on, today), "day")}).`,
      recordIds: found.map(({ id }) => id),
      since: oldest.on,
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "trust.2", of: "community" }],
      answeredOn: (evidence) => entriesOf(evidence, "briefing-given").at(-1)?.on ?? null,
    },
  ],
};
