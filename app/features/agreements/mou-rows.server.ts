import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma } from "~/platform/db.server";
import { inForceFrom, type Mou, type Review } from "./mou";
import { adoptedOn, type Version } from "./mou-version";

const termsSelect = { startsOn: true, endsOn: true, reviewOn: true } as const;

const signatorySelect = {
  id: true,
  party: true,
  name: true,
  signedOn: true,
  personId: true,
  person: { select: { name: true } },
} satisfies Prisma.MouSignatorySelect;

export const versionSelect = {
  id: true,
  number: true,
  bySide: true,
  draftedOn: true,
  proposedOn: true,
  ...termsSelect,
  agreedByCommunityOn: true,
  agreedByOtherOn: true,
  setAsideOn: true,
  clauses: { select: { heading: true, text: true } },
} satisfies Prisma.MouVersionSelect;

/** The columns of an agreement's own part, all but the words of its versions. */
export const mouSelect = {
  kind: true,
  otherParties: true,
  ...termsSelect,
  replacesId: true,
  endOn: true,
  endAskedOn: true,
  endAskedBySide: true,
  endReason: true,
  endAgreedOn: true,
  signedCopyId: true,
  versions: { select: { ...versionSelect, clauses: false } },
  signatories: { select: signatorySelect, orderBy: [{ signedOn: "asc" }, { id: "asc" }] },
  reviews: {
    select: {
      id: true,
      dueOn: true,
      startedOn: true,
      startedBySide: true,
      doneOn: true,
      doneBySide: true,
      outcome: true,
      note: true,
      nextReviewOn: true,
      agreedOn: true,
    },
    orderBy: [{ startedOn: "asc" }, { id: "asc" }],
  },
  replacedBy: {
    where: { record: { binnedAt: null, voidedOn: null } },
    select: { startsOn: true, signatories: { select: { party: true, signedOn: true } } },
  },
} satisfies Prisma.MouSelect;

export type MouRow = Prisma.MouGetPayload<{ select: typeof mouSelect }>;

/** A DATE column as a day; null stays null. */
export const dayOrNull = (date: Date | null): Day | null => date && dateToDay(date);

type TermsRow = { startsOn: Date; endsOn: Date | null; reviewOn: Date | null };

const toTerms = ({ startsOn, endsOn, reviewOn }: TermsRow) => ({
  startsOn: dateToDay(startsOn),
  endsOn: dayOrNull(endsOn),
  reviewOn: dayOrNull(reviewOn),
});

/** The days of a row, as the pure code takes them. */
export function toMou(row: MouRow): Mou {
  const [first, ...others] = row.versions.toSorted((a, b) => a.number - b.number);
  if (!first) throw new Error("an agreement has a text");
  const adopted = row.versions.map((v) => adoptedOn(agreeing(v))).filter((day) => day !== null);
  const before = [first, ...others].filter((v) => adopted.length === 0 || adoptedOn(agreeing(v)) !== null);
  const text = before.at(-1) ?? first;
  return {
    kind: row.kind,
    ...toTerms(row),
    textBySide: text.bySide,
    proposedOn: dayOrNull(first.proposedOn),
    agreedOn: adopted.toSorted()[0] ?? null,
    signedOn: signedOnOf(row.signatories),
    reviews: row.reviews.map(toReview),
    endOn: dayOrNull(row.endOn),
    endAskedBySide: row.endAskedBySide,
    endAgreedOn: dayOrNull(row.endAgreedOn),
    supersededOn: supersededOn(row.replacedBy),
  };
}

function agreeing(row: { agreedByCommunityOn: Date | null; agreedByOtherOn: Date | null }) {
  return {
    agreedByCommunityOn: dayOrNull(row.agreedByCommunityOn),
    agreedByOtherOn: dayOrNull(row.agreedByOtherOn),
  };
}

type Signing = { party: "community" | "council" | "programme"; signedOn: Date };

/** The day each party signed first. */
function signedOnOf(rows: readonly Signing[]): Mou["signedOn"] {
  const first = (own: boolean) =>
    rows
      .filter(({ party }) => (party === "community") === own)
      .map(({ signedOn }) => dateToDay(signedOn))
      .toSorted()[0] ?? null;
  return { community: first(true), other: first(false) };
}

function supersededOn(successors: MouRow["replacedBy"]): Day | null {
  const days = successors
    .map((row) => inForceFrom({ startsOn: dateToDay(row.startsOn), signedOn: signedOnOf(row.signatories) }))
    .filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

function toReview(row: MouRow["reviews"][number]): Review {
  return {
    dueOn: dayOrNull(row.dueOn),
    startedOn: dateToDay(row.startedOn),
    startedBySide: row.startedBySide,
    doneOn: dayOrNull(row.doneOn),
    doneBySide: row.doneBySide,
    agreedOn: dayOrNull(row.agreedOn),
  };
}

/** A version's row with its words. */
export function toVersion(row: Prisma.MouVersionGetPayload<{ select: typeof versionSelect }>): Version {
  return {
    id: row.id,
    number: row.number,
    bySide: row.bySide,
    draftedOn: dateToDay(row.draftedOn),
    proposedOn: dayOrNull(row.proposedOn),
    ...toTerms(row),
    ...agreeing(row),
    setAsideOn: dayOrNull(row.setAsideOn),
    clauses: row.clauses,
  };
}
