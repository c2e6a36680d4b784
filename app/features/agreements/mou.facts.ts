import type { RecordBase } from "../records/record";
import type { FactOf } from "../scoring/facts";
import { type Mou, overOn } from "./mou";

type Base = Pick<RecordBase, "id" | "level" | "binned" | "voidedOn" | "contestedOn" | "settledOn">;

/**
 * What an agreement says to the score (scoring-golden.json, "form"): itself with its last review, or the one to come;
 * and a fact of their own for each other review, so that none is forgotten when the next is due. The chair's with the
 * programme says nothing, which is between the two of them; nor does one that nobody has signed.
 */
export function mouFacts(base: Base, mou: Mou): FactOf<"mou">[] {
  if (base.level !== "shared" || base.binned || base.voidedOn !== null) return [];
  const { community, other } = mou.signedOn;
  if (mou.kind !== "partnership" || (community === null && other === null)) return [];
  const dispute = { contested: base.contestedOn, settled: base.settledOn };
  const ended = overOn(mou);
  const done = mou.reviews
    .filter(({ agreedOn, doneOn }) => agreedOn !== null && doneOn !== null)
    .toSorted((a, b) => ((a.doneOn ?? "") < (b.doneOn ?? "") ? -1 : 1))
    .map(({ dueOn, doneOn }) => ({ review_due: dueOn, reviewed: doneOn }));
  const next = { review_due: mou.reviewOn, reviewed: null };
  const [last = next, ...earlier] = done.toReversed();
  const alone = done.length > 0 && mou.reviewOn !== null ? [{ id: `${base.id}.next`, ...next }] : [];
  const signed = { council: other, community };
  return [
    { type: "mou", id: base.id, ...dispute, ended, signed, ...last },
    ...[
      ...earlier.map((review, index) => ({ id: `${base.id}.review-${earlier.length - index}`, ...review })),
      ...alone,
    ].map((own) => ({ type: "mou" as const, ...dispute, ended, signed: null, ...own })),
  ];
}
