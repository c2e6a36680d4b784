import type { ActionRule } from "../action";
import type { PromiseSeen } from "../records-seen";

/** A share is told from this many promises on (scoring.md 3). */
const ENOUGH = 3;
const MOST = 0.4;

/**
 * One person holds more than 40% of the partnership's open promises (framework.md P1.3). Gaps in skills and projects
 * without a lead join with their registers.
 */
export const P1_3: ActionRule = {
  id: "P1.3",
  component: "recognition",
  for: [{ side: "community", roles: ["chair", "vice-chair", "secretary", "treasurer"] }],
  effort: 4,
  title: "Spread the work over more people",
  wording:
    "Hand on a promise or two, name clear volunteer roles, and look outside for what nobody here can do.",
  closes: "Nobody holds more than 4 of 10 of the partnership’s open promises.",
  look(evidence) {
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
      because: `${held[0]?.personName ?? "One person"} holds ${held.length} of the partnership’s ${open.length} open promises.`,
      recordIds: held.map(({ id }) => id),
      state: [personId],
      since: due[0] ?? null,
    };
  },
};
