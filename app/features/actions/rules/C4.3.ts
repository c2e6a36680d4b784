import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { Fact } from "../../scoring/facts";
import type { ActionRule } from "../action";
import { entriesOf } from "../entry-seen";
import { counted, type Evidence, factOf } from "../evidence";
import { named } from "../wording";

const WAIT = 90;

type Waiting = { id: string; title: string; on: Day; kind: "insight" | "aim" };

function waitingForCouncil(evidence: Evidence): Waiting[] {
  const insights = entriesOf(evidence, "insight-offered")
    .filter(({ values, stage }) => values.of === "community" && stage === "waiting")
    .map(({ id, title, on }) => ({ id, title, on, kind: "insight" as const }));
  const aims = evidence.aims
    .filter(({ statedBy, waitingOn }) => statedBy === "community" && waitingOn === "council")
    .map(({ id, title, recordedOn }) => ({ id, title, on: recordedOn, kind: "aim" as const }));
  return [...insights, ...aims].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

function answered(evidence: Evidence, { id, kind }: Waiting, today: Day): Fact | undefined {
  if (kind === "insight") {
    const fact = factOf(evidence, id, "insight-offered");
    return fact && { ...fact, answered: today, outcome: "used" };
  }
  const fact = factOf(evidence, id, "aim");
  return (
    fact && (fact.owner === "community" ? { ...fact, acknowledged: today } : { ...fact, answered: today })
  );
}

/** An insight or an aim of the community has waited over 90 days for the council's word (guide, C4.3). */
export const C4_3: ActionRule = {
  id: "C4.3",
  component: "flexibility",
  for: [{ side: "council", roles: ["councillor", "officer"] }],
  effort: 1,
  title: "Answer what residents told you they know and want",
  wording: "Say what you will do with it. If it cannot be used, say why: silence reads as not listening.",
  closes: "Each insight and aim older than 90 days has the council’s answer.",
  look(evidence, today) {
    const found = waitingForCouncil(evidence).filter(({ on }) => on < addDays(today, -WAIT));
    const [oldest] = found;
    if (!oldest) return null;
    const days = daysBetween(oldest.on, today);
    const kinds = (["insight", "aim"] as const).flatMap((kind) => {
      const count = found.filter((one) => one.kind === kind).length;
      return count === 0 ? [] : [counted(count, kind)];
    });
    return {
      because: `${kinds.join(" and ")} of the partnership ${found.length === 1 ? "has" : "have"} waited over ${WAIT} days for a word from ${evidence.council}: ${named(found)} (oldest ${days} days).`,
      recordIds: found.map(({ id }) => id),
      since: oldest.on,
      daysOverdue: days - WAIT,
      hypothetical: answered(evidence, oldest, today),
    };
  },
};
