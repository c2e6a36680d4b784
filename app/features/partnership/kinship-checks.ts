import { type CheckRule, memberRef, namesOf, presentOn } from "./check";
import { bodyKey, type Member } from "./line";

type Pair = readonly [Member, Member];

/** Whether two are related, as either of them said: by name, or by one family or household. */
export function areRelated(a: Member, b: Member): boolean {
  if (a.relatedTo.includes(b.id) || b.relatedTo.includes(a.id)) return true;
  return a.family !== null && b.family !== null && bodyKey(a.family) === bodyKey(b.family);
}

/** Whether neither of two was asked, so that nobody could have said. */
function isOpen([a, b]: Pair): boolean {
  return a.kin === "not_asked" && b.kin === "not_asked" && !areRelated(a, b);
}

function pairs(ones: readonly Member[], others: readonly Member[]): Pair[] {
  return ones.flatMap((a, at) =>
    (others === ones ? ones.slice(at + 1) : others).filter((b) => b.id !== a.id).map((b) => [a, b] as const),
  );
}

type Answer = { all: readonly Pair[]; nobody: boolean; good: string; mend: string; care: string[] };

function answer({ all, nobody, good, mend, care }: Answer) {
  const related = all.filter(([a, b]) => areRelated(a, b));
  const open = [...new Set(all.filter(isOpen).flat())];
  const names = related.map((pair) => namesOf(pair)).join("; ");
  const unasked = `Not asked yet whether they are related: ${namesOf(open)}.`;
  const state = related.length > 0 ? "fails" : nobody || open.length > 0 ? "unknown" : "passes";
  return {
    state,
    says:
      related.length > 0
        ? `Related: ${names}.`
        : nobody
          ? "Nobody is written down in such a post."
          : open.length > 0
            ? unasked
            : good,
    mend,
    care,
    records: [...new Set(related.length > 0 ? related.flat() : all.flat())].map(memberRef),
  } as const;
}

/** Nobody in a position of power is related to another (guidance 003). */
export const power: CheckRule = (asked) => {
  const { powerRoles } = asked.programme;
  const inPower = presentOn(asked).filter(({ role }) => powerRoles.includes(role));
  return answer({
    all: pairs(inPower, inPower),
    nobody: inPower.length === 0,
    good: "No two in a position of power are related.",
    mend: "The members: choose somebody else for one of the two posts.",
    care: [],
  });
};

/** No worker is related to anybody in power, or to another worker (guidance 003); care where to any other member. */
export const workers: CheckRule = (asked) => {
  const { powerRoles, workerRoles } = asked.programme;
  const all = presentOn(asked);
  const working = all.filter(({ role }) => workerRoles.includes(role));
  const inPower = all.filter(({ role }) => powerRoles.includes(role) && !workerRoles.includes(role));
  const others = all.filter((one) => !working.includes(one) && !inPower.includes(one));
  const near = pairs(working, others).filter(([a, b]) => areRelated(a, b));
  return answer({
    all: [...pairs(working, inPower), ...pairs(working, working)],
    nobody: all.length === 0,
    good: working.length === 0 ? "There is no paid worker." : "No worker is related to anybody in power.",
    mend: "The chair with whoever employs the worker: part the two posts.",
    care: near.map(
      ([a, b]) => `${a.name} works here and is related to ${b.name}, a member: take care that it looks fair.`,
    ),
  });
};
