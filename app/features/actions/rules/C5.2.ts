import { type Day, daysBetween } from "~/platform/calendar/day";
import { undecidedMoves } from "../../projects/project";
import type { ActionRule } from "../action";
import { entriesOf } from "../entry-seen";
import { counted, type Evidence, factOf, HYPOTHETICAL, sentence } from "../evidence";
import { openProjects } from "../plan-seen";
import { lastDay } from "../pulse";
import { withoutLead } from "../without-lead";
import { named } from "../wording";

// The council leads now, and the move that brought it there from the community has no decision on record.
function takenOver(evidence: Evidence, today: Day) {
  return openProjects(evidence)
    .flatMap((project) => {
      const move = undecidedMoves(project)
        .filter(({ from, to }) => from === "community" && to === "council")
        .at(-1);
      return move && project.lead === "council" && move.on <= today ? [{ ...project, on: move.on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * The lead of a project went from the community to the council without a recorded decision, or nobody has led one for 90
 * days (guide, C5.2). Also where the community does not find that the two decide together, until
 * a part that residents lead is noted (docs/method.md 8).
 */
export const C5_2: ActionRule = {
  id: "C5.2",
  component: "ownership",
  for: [{ side: "council", roles: [] }],
  effort: 2,
  title: "Do not step in to lead: help residents to",
  wording:
    "Where a lead is missing, work with those who know people here. Where it moved, decide it together.",
  closes:
    "The decision behind the move is recorded or the lead goes back, and no project is without a lead for 90 days.",
  look(evidence, today) {
    const taken = takenOver(evidence, today);
    const without = withoutLead(evidence, today);
    const [oldest] = taken;
    if (!oldest && !without) return null;
    const parts = [
      ...(oldest
        ? [
            `the lead of ${counted(taken.length, "project")} went from the partnership to ${evidence.council} with no decision on record: ${named(taken)} (oldest ${counted(daysBetween(oldest.on, today), "day")} ago)`,
          ]
        : []),
      ...(without ? [without.words] : []),
    ];
    const fact = oldest && factOf(evidence, oldest.id, "project");
    return {
      because: parts.map((part) => `${sentence(part)}.`).join(" "),
      recordIds: [...taken.map(({ id }) => id), ...(without?.ids ?? [])],
      state: [...taken.map(({ id }) => `${id} taken over`), ...(without?.ids ?? [])],
      since: oldest?.on ?? without?.since ?? null,
      hypothetical: oldest ? fact && { ...fact, lead_decision: true } : without?.hypothetical,
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "ownership.1", of: "community" }],
      answeredOn: (evidence) =>
        lastDay(
          entriesOf(evidence, "residents-lead").map(({ outcome, on }) =>
            outcome === "not agreed" ? null : on,
          ),
        ),
      answer: (today) => ({ type: "residents-lead", id: HYPOTHETICAL, on: today, agreed: today }),
    },
  ],
};
