import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { entriesOf } from "../entry-seen";
import { counted, type Evidence, factOf, YEAR } from "../evidence";
import { named } from "../wording";

const THANKS_DAYS = 30;

type Given = { id: string; title: string; on: Day };

// What the council changed or held back from, and the steps it delivered that nobody has acknowledged.
function given(evidence: Evidence): Given[] {
  const changed = entriesOf(evidence, "adaptation").filter(({ values }) => values.by === "council");
  const steps = evidence.milestones.flatMap(({ id, title, owner, doneOn, acknowledgedOn }) =>
    owner === "council" && doneOn !== null && acknowledgedOn === null ? [{ id, title, on: doneOn }] : [],
  );
  return [...changed, ...entriesOf(evidence, "councillor-steps-back"), ...steps].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1,
  );
}

/**
 * The council changed something, a councillor stepped back or a step of the council's was done, in the last year; over
 * 30 days have passed, and the community has not said thanks or what residents think of it (guide, P4.2).
 */
export const P4_2: ActionRule = {
  id: "P4.2",
  component: "flexibility",
  for: [{ side: "community", roles: [] }],
  effort: 1,
  title: "Thank those who came forward or changed something",
  wording:
    "A council changes slowly, and somebody there stuck their neck out. Tell them, and their councillor.",
  closes: "Thanks or what residents say are noted after it, or the step is acknowledged.",
  look(evidence, today) {
    const said = entriesOf(evidence, "thanks", "feedback-passed-on")
      .filter(({ recordedBy, on }) => recordedBy === "community" && on <= today)
      .at(-1);
    const [from, until] = [addDays(today, -YEAR), addDays(today, -THANKS_DAYS)];
    const found = given(evidence).filter(
      ({ on }) => on >= from && on < until && (said === undefined || said.on < on),
    );
    const [oldest] = found;
    if (!oldest) return null;
    const days = daysBetween(oldest.on, today);
    const step = found.find(({ id }) => evidence.milestones.some((one) => one.id === id));
    const fact = step && factOf(evidence, step.id, "milestone");
    return {
      because: `${counted(found.length, "thing")} that ${evidence.council} did ${found.length === 1 ? "has" : "have"} had no thanks and no word from residents: ${named(found)} (oldest ${days} days ago).`,
      recordIds: found.map(({ id }) => id),
      since: oldest.on,
      daysOverdue: days - THANKS_DAYS,
      hypothetical: fact && { ...fact, acknowledged: today },
    };
  },
};
