import { ENDING, type EndingRule } from "~/features/retention/schedule";
import { addDays, startOfDay } from "~/platform/calendar/day";
import { type Clock, todayBy } from "~/platform/clock";
import { inTransaction, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";

/** How many rows a rule reaches today. */
export type Due = { rule: EndingRule; rows: number };

type Row = { rows: number };

/** What ended on that many days before today, in London, or earlier. */
function beforeOf({ days }: EndingRule, clock: Clock): Date {
  return startOfDay(addDays(todayBy(clock), 1 - days));
}

async function ask(tx: Tx, rule: EndingRule, really: boolean, clock: Clock): Promise<number> {
  const [at, before] = [clock.now(), beforeOf(rule, clock)];
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT app.retain(${rule.id}, ${before}::timestamptz, ${really}, ${newId(at)}::uuid, ${at}::timestamptz) AS rows`;
  return row?.rows ?? 0;
}

/** What would go today, and what is listed. Nothing is changed. */
export async function countDue(clock: Clock): Promise<Due[]> {
  return inTransaction("job:retention", todayBy(clock), async (tx) => {
    const due: Due[] = [];
    for (const rule of ENDING) due.push({ rule, rows: await ask(tx, rule, false, clock) });
    return due;
  });
}

/**
 * Lets go what may go by itself. Each rule in a transaction of its own, with its line in the log: whatever comes between,
 * every rule is applied whole or not at all.
 */
export async function applyRetention(clock: Clock): Promise<Due[]> {
  const today = todayBy(clock);
  const went: Due[] = [];
  for (const rule of ENDING.filter(({ does }) => does === "goes")) {
    const rows = await inTransaction("job:retention", today, (tx) => ask(tx, rule, true, clock));
    went.push({ rule, rows });
  }
  const total = went.reduce((sum, { rows }) => sum + rows, 0);
  const at = clock.now();
  await inTransaction("job:retention", today, async (tx) => {
    await tx.$executeRaw`SELECT app.note_retention(${newId(at)}::uuid, ${at}::timestamptz, ${total}::integer)`;
    // Files of what went are cleared away.
    await enqueue(tx, "sweep-files", {});
  });
  return went;
}
