import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { entriesOf } from "../entry-seen";
import { counted, type Evidence, HYPOTHETICAL, hasHad, sentence, YEAR } from "../evidence";
import { openProjects } from "../plan-seen";

type Part = { words: string; ids: string[]; since: Day | null };

function carried({ meetings }: Evidence, today: Day): Part | null {
  const from = addDays(today, -YEAR);
  const found = meetings
    .filter(({ againstResidents, status, on }) => againstResidents && status === "held" && on >= from)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const [oldest] = found;
  if (!oldest) return null;
  const votes = `councillors’ votes carried a key decision against most residents at ${counted(found.length, "meeting")} in the last year`;
  const words = `${votes} (oldest ${counted(daysBetween(oldest.on, today), "day")} ago)`;
  return { words, ids: found.map(({ id }) => id), since: oldest.on };
}

// There is joint work, and residents lead none of the projects and no other part of it in a year.
function nothingLed(evidence: Evidence, today: Day): Part | null {
  const open = openProjects(evidence);
  const led = entriesOf(evidence, "residents-lead").filter(
    ({ outcome, on }) => outcome !== "not agreed" && on <= today,
  );
  const last = led.at(-1);
  const holds = open.some(({ residentsLead, lead }) => residentsLead && lead !== null);
  if (open.length === 0 || holds || (last && last.on >= addDays(today, -YEAR))) return null;
  if (!last && !hasHad(YEAR, evidence, today)) return null;
  const when = last ? `the last time was ${daysBetween(last.on, today)} days ago` : "none is recorded before";
  const words = `in a year no part of the joint work, with ${counted(open.length, "open project")}, was noted as led by residents; ${when}`;
  return {
    words,
    ids: last ? [last.id] : open.map(({ id }) => id),
    since: last?.on ?? evidence.since,
  };
}

/**
 * Councillors' votes carried a key decision against the residents' majority in the last year, or residents led no part of
 * the joint work in it (guide, C5.4). A councillor who lives there and votes with the others is no alarm.
 */
export const C5_4: ActionRule = {
  id: "C5.4",
  component: "ownership",
  for: [{ side: "council", roles: [] }],
  effort: 2,
  title: "Say where residents decide, and step back from that vote",
  wording:
    "Agree one part of the joint work that residents lead. Councillors may abstain where it is theirs to decide.",
  closes: "A part that residents lead is noted, and a year passes without such a vote.",
  look(evidence, today) {
    const parts = [carried(evidence, today), nothingLed(evidence, today)].filter((part) => part !== null);
    if (parts.length === 0) return null;
    return {
      because: parts.map(({ words }) => `${sentence(words)}.`).join(" "),
      recordIds: parts.flatMap(({ ids }) => ids),
      since: parts[0]?.since ?? null,
      hypothetical: { type: "residents-lead", id: HYPOTHETICAL, on: today, agreed: today },
    };
  },
};
