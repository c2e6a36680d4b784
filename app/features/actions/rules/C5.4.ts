import { addDays, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { counted, HYPOTHETICAL, sentence, YEAR } from "../evidence";

/**
 * Councillors' votes carried a key decision against the residents' majority in the last year (framework.md C5.4). Parts
 * led by residents join when they are recorded.
 */
export const C5_4: ActionRule = {
  id: "C5.4",
  component: "ownership",
  for: [{ side: "council", roles: [] }],
  effort: 2,
  title: "Say where residents decide, and step back from that vote",
  wording:
    "Agree one part of the joint work that residents lead. Councillors may abstain where it is theirs to decide.",
  closes: "A year passes without such a decision.",
  look(evidence, today) {
    const from = addDays(today, -YEAR);
    const found = evidence.meetings
      .filter(({ againstResidents, status, on }) => againstResidents && status === "held" && on >= from)
      .toSorted((a, b) => (a.on < b.on ? -1 : 1));
    const [oldest] = found;
    if (!oldest) return null;
    const votes = `councillors’ votes carried a key decision against most residents at ${counted(found.length, "meeting")} in the last year`;
    return {
      because: `${sentence(votes)} (oldest ${counted(daysBetween(oldest.on, today), "day")} ago).`,
      recordIds: found.map(({ id }) => id),
      since: oldest.on,
      hypothetical: { type: "residents-lead", id: HYPOTHETICAL, on: today, agreed: today },
    };
  },
};
