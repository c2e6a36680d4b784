import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { counted, type Evidence, factOf, HYPOTHETICAL, sentence, YEAR } from "../evidence";
import { openProjects } from "../plan-seen";
import { named } from "../wording";

/** Days in which a proposal should be answered (docs/method.md F1). */
const ANSWER_DAYS = 14;

function refused({ proposals }: Evidence, today: Day) {
  return proposals
    .filter(({ toSide, answeredOn, declined, reasoned, proposedOn }) => {
      if (toSide !== "council") return false;
      if (answeredOn === null) return proposedOn < addDays(today, -ANSWER_DAYS);
      return declined && !reasoned && answeredOn >= addDays(today, -YEAR);
    })
    .toSorted((a, b) =>
      a.proposedOn < b.proposedOn ? -1 : a.proposedOn > b.proposedOn ? 1 : a.id < b.id ? -1 : 1,
    );
}

/**
 * The council fixed what a project is to come to before the community agreed, or a change of goal was refused without a
 * reason: in the last year, or by leaving it unanswered for over 14 days (guide, C4.4).
 */
export const C4_4: ActionRule = {
  id: "C4.4",
  component: "flexibility",
  for: [{ side: "council", roles: [] }],
  effort: 2,
  title: "Come without the answer, and let the aim change",
  wording: "Open the goal up again with residents. Where it has to stay as it is, say why.",
  closes:
    "What each project is to come to is agreed by both sides, and changes of goal are answered with reasons.",
  look(evidence, today) {
    const fixed = openProjects(evidence).flatMap((one) =>
      one.scopeFixedOn !== null && one.scopeFixedBySide === "council" && one.scopeAgreedOn === null
        ? [{ ...one, on: one.scopeFixedOn }]
        : [],
    );
    const proposals = refused(evidence, today);
    const days = [...fixed.map(({ on }) => on), ...proposals.map(({ proposedOn }) => proposedOn)].sort();
    const [since] = days;
    if (since === undefined) return null;
    const parts = [
      ...(fixed.length === 0
        ? []
        : [
            `what ${counted(fixed.length, "project")} ${fixed.length === 1 ? "is" : "are"} to come to was fixed by ${evidence.council} and is not agreed: ${named(fixed)}`,
          ]),
      ...(proposals.length === 0
        ? []
        : [`${counted(proposals.length, "change")} of goal got no reasoned answer: ${named(proposals)}`]),
    ];
    const open = proposals.find(({ answeredOn }) => answeredOn === null);
    const fact = open && factOf(evidence, open.id, "proposal");
    return {
      because: `${parts.map((part) => `${sentence(part)}.`).join(" ")} The oldest of it is ${counted(daysBetween(since, today), "day")} old.`,
      recordIds: [...fixed, ...proposals].map(({ id }) => id),
      since,
      daysOverdue: open && daysBetween(addDays(open.proposedOn, ANSWER_DAYS), today),
      hypothetical: {
        ...(fact ?? { type: "proposal", id: HYPOTHETICAL, to: "council", proposed: today }),
        answered: today,
      },
    };
  },
};
