import { type AimSeen, type EntrySeen, KINDS_READ } from "~/features/actions/entry-seen";
import { type Evidence, YEAR } from "~/features/actions/evidence";
import { waitingOn as aimWaitsOn, stageOf as stageOfAim } from "~/features/aims/aim";
import { aimSelect, toAim } from "~/features/aims/aim-rows.server";
import { LONGEST_PERIOD_DAYS } from "~/features/elections/election";
import { findPeriodsOf } from "~/features/elections/elections.queries.server";
import { stageOf } from "~/features/evidence/evidence";
import { evidenceSelect, toEntry } from "~/features/evidence/evidence-rows.server";
import { addDays, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma } from "~/platform/db.server";
import { type Asked, LOOK_BACK, recordsOf } from "./action-evidence-records.server";

/** Kinds of which a rule asks whether there ever was one, or whether it still holds. */
const EVER = ["strength-named", "case-made", "procedure-barrier"];

/** Entries of two years, or answered in them; older ones where they wait still, or a rule looks further back. */
function recentOrOpen({ today }: Asked): Prisma.RecordWhereInput {
  const from = { gte: dayToDate(addDays(today, -LOOK_BACK)) };
  return {
    OR: [
      { occurredOn: from },
      { evidence: { answeredOn: from } },
      { evidence: { answerBySide: { not: null }, answeredOn: null } },
      { evidence: { kind: { in: EVER } } },
    ],
  };
}

/** Its entries of the kinds that a rule reads. */
export async function entriesSeen(asked: Asked): Promise<EntrySeen[]> {
  const read = { evidence: { kind: { in: [...KINDS_READ] } } };
  const rows = await asked.tx.record.findMany({
    where: { AND: [recordsOf(asked, "evidence"), read, recentOrOpen(asked)] },
    select: {
      id: true,
      level: true,
      title: true,
      side: true,
      occurredOn: true,
      evidence: { select: evidenceSelect },
    },
  });
  return rows.flatMap(({ evidence, id, title, level, side, occurredOn }) => {
    if (evidence === null) return [];
    const on = dateToDay(occurredOn);
    const entry = toEntry(evidence, { side, occurredOn: on });
    const { values, answerBy, answeredOn, outcome } = entry;
    const own = { id, title, shared: level === "shared", kind: entry.kind.id, on, recordedBy: side };
    return [{ ...own, values, answerBy, stage: stageOf(entry), answeredOn, outcome }];
  });
}

/** What each side wants, and what it believes the other wants. */
export async function aimsSeen(asked: Asked): Promise<AimSeen[]> {
  const rows = await asked.tx.record.findMany({
    where: recordsOf(asked, "aim"),
    select: { id: true, level: true, title: true, side: true, recordedOn: true, aim: { select: aimSelect } },
  });
  return rows.flatMap(({ aim: row, id, title, level, side, recordedOn }) => {
    if (row === null) return [];
    const aim = toAim(row, { side, recordedOn: dateToDay(recordedOn) });
    const { owner, statedBy } = aim;
    const stands = { stage: stageOfAim(aim), waitingOn: aimWaitsOn(aim), recordedOn: aim.recordedOn };
    return [{ id, title, shared: level === "shared", owner, statedBy, ...stands }];
  });
}

/** The pre-election periods in which publicity of a year can have come out. Where there is none, nothing is asked. */
export async function periodsSeen(
  { tx, today }: Asked,
  councilId: string,
  { entries }: Pick<Evidence, "entries">,
): Promise<Evidence["periods"]> {
  if (!entries.some(({ kind }) => kind === "publicity")) return [];
  return findPeriodsOf(tx, councilId, addDays(today, -YEAR), addDays(today, LONGEST_PERIOD_DAYS));
}
