import { type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { type EntrySeen, entriesOf, within } from "../entry-seen";
import { counted, type Evidence, sentence, YEAR } from "../evidence";
import { openProjects } from "../plan-seen";
import { named } from "../wording";

function awaiting(evidence: Evidence, cases: readonly EntrySeen[]) {
  return openProjects(evidence)
    .filter(({ id, decisionFrom, hasCase }) => {
      const made = hasCase || cases.some(({ values }) => values.project === id);
      return decisionFrom !== null && !made;
    })
    .map((project) => ({ ...project, on: project.decisionSince ?? project.startedOn }));
}

// What exists already was looked into where a case was made since.
function duplications(evidence: Evidence, cases: readonly EntrySeen[], today: Day): EntrySeen[] {
  const last = cases.at(-1)?.on ?? null;
  return within(entriesOf(evidence, "duplication-found"), YEAR, today).filter(
    ({ on }) => last === null || last < on,
  );
}

/**
 * A project waits for a decision with no case behind it, or a duplication was found in the last year and no case was
 * made since (guide, P2.3).
 */
export const P2_3: ActionRule = {
  id: "P2.3",
  component: "trust",
  for: [
    {
      side: "community",
      roles: ["chair", "worker-tasks", "worker-engagement", "worker-strategy", "worker-advice"],
    },
  ],
  effort: 4,
  title: "Win them with facts: look into the case, and what there is already",
  wording: "Count, ask, look up who does it too. Attach what you found before they decide.",
  closes: "The case is written down with the project, or noted as made.",
  look(evidence, today) {
    const cases = entriesOf(evidence, "case-made");
    const waiting = awaiting(evidence, cases);
    const twice = duplications(evidence, cases, today);
    const [since] = [...waiting, ...twice].map(({ on }) => on).sort();
    if (since === undefined) return null;
    const parts = [
      ...(waiting.length === 0
        ? []
        : [
            `${counted(waiting.length, "project")} ${waiting.length === 1 ? "waits" : "wait"} for a decision with no case attached: ${named(waiting)}`,
          ]),
      ...(twice.length === 0
        ? []
        : [
            `${counted(twice.length, "thing")} ${twice.length === 1 ? "was" : "were"} found to be done twice: ${named(twice)}`,
          ]),
    ];
    return {
      because: `${parts.map((part) => `${sentence(part)}.`).join(" ")} The oldest of it goes back ${counted(daysBetween(since, today), "day")}.`,
      recordIds: [...waiting, ...twice].map(({ id }) => id),
      since,
    };
  },
};
