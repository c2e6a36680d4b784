import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { DIMENSIONS, type Dimension } from "./strata";
import { isMemberStill, type StudyState, studyState } from "./study";

/** What everybody with an account may know of a study: areas say yes or no to it. */
export type StudyView = {
  id: string;
  slug: string;
  title: string;
  purpose: string;
  organisation: string | null;
  dimension: Dimension;
  startsOn: Day;
  endsOn: Day;
  state: StudyState;
};

const shown = {
  id: true,
  slug: true,
  title: true,
  purpose: true,
  organisation: { select: { name: true } },
  dimension: true,
  startsOn: true,
  endsOn: true,
  endedAt: true,
} as const;

type Row = {
  startsOn: Date;
  endsOn: Date;
  endedAt: Date | null;
  dimension: string;
  organisation: { name: string } | null;
  id: string;
  slug: string;
  title: string;
  purpose: string;
};

function toView({ endedAt, organisation, ...row }: Row, today: Day): StudyView {
  const days = { startsOn: dateToDay(row.startsOn), endsOn: dateToDay(row.endsOn) };
  return {
    ...row,
    ...days,
    organisation: organisation?.name ?? null,
    dimension: dimensionOf(row.dimension),
    state: studyState({ ...days, endedAt }, today),
  };
}

function dimensionOf(text: string): Dimension {
  const found = DIMENSIONS.find((one) => one === text);
  if (found === undefined) throw new Error(`a study is by ${text}, which areas are not told apart by`);
  return found;
}

/** Studies that are open on a day. */
const openOn = (day: Day) => ({
  endedAt: null,
  startsOn: { lte: dayToDate(day) },
  endsOn: { gte: dayToDate(day) },
});

const inOrder = [{ startsOn: "desc" as const }, { id: "desc" as const }];

/**
 * The studies that a release makes rows for: those open on its day, each with what its key is known by. They were there
 * when it was drafted: areas have had their days to read what a study is for before it is told anything of them.
 */
export async function openStudies(
  tx: Tx,
  day: Day,
  draftedAt: Date,
): Promise<{ id: string; dimension: Dimension; keyHash: string }[]> {
  const rows = await tx.study.findMany({
    where: { ...openOn(day), createdAt: { lte: draftedAt } },
    orderBy: { id: "asc" },
    select: { id: true, dimension: true, keyHash: true },
  });
  return rows.map((row) => ({ ...row, dimension: dimensionOf(row.dimension) }));
}

/** The studies that are open or to come, as the areas they tell of are told. */
export async function findStudiesTold(tx: Tx, today: Day): Promise<StudyView[]> {
  const where = { endedAt: null, endsOn: { gte: dayToDate(today) } };
  const rows = await tx.study.findMany({ where, orderBy: inOrder, select: shown });
  return rows.map((row) => toView(row, today));
}

/** The open studies that somebody is in. */
export async function findStudiesOf(tx: Tx, userId: string, today: Day): Promise<StudyView[]> {
  const members = { some: { userId, ...memberOn(today) } };
  const rows = await tx.study.findMany({
    where: { ...openOn(today), members },
    orderBy: inOrder,
    select: shown,
  });
  return rows.map((row) => toView(row, today));
}

const memberOn = (day: Day) => ({
  startsOn: { lte: dayToDate(day) },
  OR: [{ endsOn: null }, { endsOn: { gt: dayToDate(day) } }],
});

/** Every study with how many are in it today: for admins. */
export async function findStudies(tx: Tx, today: Day): Promise<(StudyView & { members: number })[]> {
  const members = { where: memberOn(today), select: { id: true } };
  const rows = await tx.study.findMany({ orderBy: inOrder, select: { ...shown, members } });
  return rows.map(({ members: found, ...row }) => ({ ...toView(row, today), members: found.length }));
}

/** A study with who is and was in it: for admins. Null: there is none. */
export async function findStudy(tx: Tx, id: string, today: Day) {
  const row = await tx.study.findUnique({
    where: { id },
    select: {
      ...shown,
      keyHash: true,
      members: {
        orderBy: [{ addedAt: "asc" }, { id: "asc" }],
        select: { id: true, startsOn: true, endsOn: true, user: { select: { name: true, email: true } } },
      },
    },
  });
  if (!row) return null;
  const { members, keyHash, ...study } = row;
  return {
    ...toView(study, today),
    endedAt: study.endedAt,
    keyHash,
    members: members.map(({ user, startsOn, endsOn, ...member }) => {
      const days = { startsOn: dateToDay(startsOn), endsOn: endsOn && dateToDay(endsOn) };
      return { ...member, ...user, ...days, isIn: isMemberStill(days, today) };
    }),
  };
}

/** The studies whose last day is over, and that nobody has ended: for the job that does. */
export function findDueStudies(tx: Tx, today: Day): Promise<{ id: string; title: string }[]> {
  return tx.study.findMany({
    where: { endedAt: null, endsOn: { lt: dayToDate(today) } },
    orderBy: { id: "asc" },
    select: { id: true, title: true },
  });
}

/** The studies that ended after an instant. */
export function findEndedSince(tx: Tx, since: Date): Promise<{ id: string }[]> {
  return tx.study.findMany({
    where: { endedAt: { gt: since } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
}

/** Which of these studies there are, and whether they are over: for clearing up after their keys. */
export function findWhetherEnded(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; endedAt: Date | null }[]> {
  return tx.study.findMany({ where: { id: { in: [...ids] } }, select: { id: true, endedAt: true } });
}
