import { type Day, daysBetween } from "~/platform/calendar/day";
import { openGaps } from "../../projects/project";
import type { Fact } from "../../scoring/facts";
import type { ActionRule } from "../action";
import { entriesOf, isOpen } from "../entry-seen";
import { counted, type Evidence, sentence } from "../evidence";
import { openProjects } from "../plan-seen";
import type { PromiseSeen } from "../records-seen";
import { withoutLead } from "../without-lead";
import { named } from "../wording";

/** A share is told from this many promises on (docs/method.md 3). */
const ENOUGH = 3;
const MOST = 0.4;

type Part = {
  words: string;
  ids: string[];
  state: string[];
  since: Day | null;
  hypothetical?: Fact | undefined;
};

function overloaded(evidence: Evidence): Part | null {
  const open = evidence.promises.filter(({ bySide, state }) => bySide === "community" && state === "open");
  const byPerson = new Map<string, PromiseSeen[]>();
  for (const promise of open) {
    if (promise.personId === null) continue;
    byPerson.set(promise.personId, [...(byPerson.get(promise.personId) ?? []), promise]);
  }
  const [most] = [...byPerson.entries()].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  if (!most || open.length < ENOUGH || most[1].length / open.length <= MOST) return null;
  const [personId, held] = most;
  const due = held.map(({ dueOn }) => dueOn).sort();
  return {
    words: `${held[0]?.personName ?? "One person"} holds ${held.length} of the partnership’s ${open.length} open promises`,
    ids: held.map(({ id }) => id),
    state: [personId],
    since: due[0] ?? null,
  };
}

// Skills that a project misses, seen by both sides, and those the partnership noted for itself.
function missingSkills(evidence: Evidence, today: Day): Part | null {
  const ofProjects = openProjects(evidence).flatMap((project) =>
    openGaps(project).map(({ id, skill, openedOn }) => ({
      id,
      title: skill,
      on: openedOn,
      recordId: project.id,
    })),
  );
  const own = entriesOf(evidence, "skill-gap")
    .filter((one) => one.recordedBy === "community" && isOpen(one))
    .map(({ id, title, on }) => ({ id, title, on, recordId: id }));
  const gaps = [...ofProjects, ...own].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const [oldest] = gaps;
  if (!oldest) return null;
  return {
    words: `${counted(gaps.length, "skill")} ${gaps.length === 1 ? "is" : "are"} missing: ${named(gaps)} (oldest ${counted(daysBetween(oldest.on, today), "day")})`,
    ids: [...new Set(gaps.map(({ recordId }) => recordId))],
    state: gaps.map(({ id }) => id),
    since: oldest.on,
  };
}

/**
 * A skill is missing, one person holds more than 40% of the partnership's open promises, or a project has had no lead for
 * 90 days (guide, P1.3).
 */
export const P1_3: ActionRule = {
  id: "P1.3",
  component: "recognition",
  for: [{ side: "community", roles: ["chair", "vice-chair", "secretary", "treasurer"] }],
  effort: 4,
  title: "Spread the work over more people",
  wording:
    "Hand on a promise or two, name clear volunteer roles, and look outside for what nobody here can do.",
  closes: "Missing skills are found, projects have a lead, and nobody holds more than 4 of 10 open promises.",
  look(evidence, today) {
    const without = withoutLead(evidence, today);
    const parts: Part[] = [
      overloaded(evidence),
      missingSkills(evidence, today),
      without && { ...without, state: without.ids },
    ].filter((part) => part !== null);
    if (parts.length === 0) return null;
    return {
      because: parts.map(({ words }) => `${sentence(words)}.`).join(" "),
      recordIds: [...new Set(parts.flatMap(({ ids }) => ids))],
      state: parts.flatMap(({ state }) => state),
      since: parts.flatMap(({ since }) => since ?? []).sort()[0] ?? null,
      hypothetical: without?.hypothetical,
    };
  },
};
