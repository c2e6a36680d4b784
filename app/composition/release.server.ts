import { setImmediate } from "node:timers/promises";
import { type Coded, findCodeBook, findCodings } from "~/features/coding/coding.queries.server";
import { codeLines } from "~/features/releases/codes";
import { cutsFor } from "~/features/releases/cuts";
import { findReleases } from "~/features/releases/published.queries.server";
import { DAYS_TO_LOOK, quarterBefore } from "~/features/releases/quarter";
import { type Ingredients, releaseRows, studyRows } from "~/features/releases/release-rows";
import { notePublished } from "~/features/releases/releases.commands.server";
import { openStudies } from "~/features/releases/studies.queries.server";
import { pseudonymsOf } from "~/features/releases/study-key.server";
import { type StudyLines, studyLines } from "~/features/releases/study-lines";
import type { Unit } from "~/features/releases/unit";
import { currentMethod } from "~/features/scoring/methods";
import { addDays, type Day, dateToDay, dayToDate, startOfDay, toDay } from "~/platform/calendar/day";
import { type Clock, todayBy } from "~/platform/clock";
import { writeEvent } from "~/platform/command-log.server";
import { inResearch, inTransaction, type Tx } from "~/platform/db.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { newId } from "~/platform/ids";
import { getLog } from "~/platform/log.server";
import { findUnits, type Moment, PUBLISHER } from "./release-units.server";
import { addRelease } from "./release-writing.server";

/** Areas whose codes are read in one transaction. */
const CODED_AT_ONCE = 100;

/** How long writing a release may take: a study has some 100,000 rows of 1,500 areas, which took 13 s on a busy machine. */
const WRITE_MS = 600_000;

/** A release on its way, as it was drafted: `knownAt` is the instant at which the day of the draft began. */
export type Plan = { id: string; asOf: Day; knownAt: Date; publishesOn: Day };

/**
 * Drafts the quarter that is over, once: from then on areas see what is said of them, and it is told from what was known
 * when this day began in London, whatever is recorded later. Twice is once.
 */
export async function draftRelease(clock: Clock): Promise<void> {
  const today = todayBy(clock);
  const { id, lastDay } = quarterBefore(today);
  await inTransaction(PUBLISHER, today, (tx) =>
    tx.releasePlan.createMany({
      data: [
        {
          id,
          asOf: dayToDate(lastDay),
          // Not this instant: so that the health page, which goes by days, can show the same figures.
          knownAt: startOfDay(today),
          publishesOn: dayToDate(addDays(today, DAYS_TO_LOOK)),
        },
      ],
      skipDuplicates: true,
    }),
  );
}

/**
 * Publishes what was drafted and whose days to look are over, each release by itself: one that fails keeps no later one back.
 * How many releases that were; that one could not be published is thrown when all have been tried. Twice is once.
 */
export async function publishDueReleases(clock: Clock): Promise<number> {
  const today = todayBy(clock);
  const due = await inTransaction(PUBLISHER, today, (tx) =>
    tx.releasePlan.findMany({
      where: { publishedAt: null, publishesOn: { lte: dayToDate(today) } },
      orderBy: { id: "asc" },
    }),
  );
  const failures: unknown[] = [];
  let published = 0;
  for (const { id, asOf, knownAt, publishesOn } of due) {
    const plan = { id, asOf: dateToDay(asOf), knownAt, publishesOn: dateToDay(publishesOn) };
    try {
      if (await publish(plan, clock)) published += 1;
    } catch (error) {
      getLog().error({ release: id }, "a release could not be published");
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return published;
}

async function publish(plan: Plan, clock: Clock): Promise<boolean> {
  const today = todayBy(clock);
  const publishedAt = clock.now();
  const moment = { asOf: plan.asOf, knownAt: plan.knownAt, consentAt: publishedAt };
  const { units, under, wide } = await findUnits(moment, today, { variants: true });
  const before = await findBefore(plan, today);
  const codes = await findCodeTables(moment, units, today);
  const studied = units.filter(({ id }) => wide.has(id));
  const studies = await findKeyedStudies(studied, today, plan.knownAt);
  const ingredients = { ...plan, publishedAt, method: currentMethod, units, under, before, codes };
  const rows = await releaseRows(ingredients, setImmediate);
  const write = async (tx: Tx) => {
    // Whoever is first publishes it; a second finds it done.
    const where = { id: plan.id, publishedAt: null };
    const { count } = await tx.releasePlan.updateMany({ where, data: { publishedAt } });
    // Of nobody there is nothing to tell: the quarter is done with.
    if (count === 0 || units.length === 0) return false;
    await addRelease(tx, rows);
    for (const { id, lines } of studies)
      for (const told of lines()) await addRelease(tx, studyRows(plan.id, id, told));
    await noteIn(tx, plan.id, publishedAt);
    return true;
  };
  return inTransaction(PUBLISHER, today, write, { timeoutMs: WRITE_MS });
}

/** The release before this one with the units it was made of: worked out again from what was known and consented then. */
async function findBefore(plan: Plan, today: Day): Promise<Ingredients["before"]> {
  const releases = await inResearch(PUBLISHER, today, findReleases);
  const release = releases.find(({ id }) => id < plan.id);
  if (!release || release.parameterHash !== currentMethod.parameterHash) return null;
  const row = await inTransaction(PUBLISHER, today, (tx) =>
    tx.releasePlan.findUnique({ where: { id: release.id }, select: { knownAt: true } }),
  );
  if (!row) return null;
  const moment = { asOf: toDay(release.asOf), knownAt: row.knownAt, consentAt: release.publishedAt };
  const { units } = await findUnits(moment, today, { variants: false });
  return { id: release.id, units };
}

/** A study with what it is told, worked out a measure at a time whenever it is asked for. */
type KeyedStudy = { id: string; lines: () => Iterable<StudyLines> };

/** Each open study with what it is told of these areas as it calls them; a study whose key is gone is told nothing. */
async function findKeyedStudies(units: readonly Unit[], today: Day, draftedAt: Date): Promise<KeyedStudy[]> {
  const studies = await inTransaction(PUBLISHER, today, (tx) => openStudies(tx, today, draftedAt));
  return studies.flatMap((study) => {
    const pseudonym = pseudonymsOf(study);
    return pseudonym
      ? [{ id: study.id, lines: () => studyLines(study, units, ({ id }) => pseudonym(id)) }]
      : [];
  });
}

/** The code book as it was, and how often each code stands on the records of these areas. */
async function findCodeTables(
  { asOf, knownAt }: Moment,
  units: readonly Unit[],
  today: Day,
): Promise<Ingredients["codes"]> {
  const book = await inTransaction(PUBLISHER, today, (tx) => findCodeBook(tx, knownAt));
  const codings = new Map<string, Coded[]>();
  for (let from = 0; from < units.length; from += CODED_AT_ONCE) {
    await inTransaction(PUBLISHER, today, async (tx) => {
      for (const { id } of units.slice(from, from + CODED_AT_ONCE))
        codings.set(id, await findCodings(tx, id, asOf, knownAt));
    });
  }
  const slugs = book.map(({ slug }) => slug);
  return { book, counts: codeLines(units, codings, cutsFor(units), slugs) };
}

async function noteIn(tx: Tx, release: string, at: Date): Promise<void> {
  await writeEvent(
    tx,
    { principal: PUBLISHER, actorId: null },
    { id: notePublished.id, eventId: newId(at), at },
    eventOfNoArea(null, { release }),
  );
}
