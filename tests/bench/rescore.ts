import { afterWrite } from "../../app/composition/after-write.server.ts";
import { scorer } from "../../app/composition/emitters.ts";
import { executionFor, type SignedIn } from "../../app/composition/execution.server.ts";
import { findFacts, findFigures, findState } from "../../app/composition/score-store.server.ts";
import { recordCommitment } from "../../app/features/commitments/record-commitment.commands.server.ts";
import { dayOf as scoringDay } from "../../app/features/scoring/day.ts";
import { addDays } from "../../app/platform/calendar/day.ts";
import { systemClock, todayBy } from "../../app/platform/clock.ts";
import { execute } from "../../app/platform/command.server.ts";
import { setConnection } from "../../app/platform/database/connection.server.ts";
import { authClient, closeDatabase, inTransaction } from "../../app/platform/db.server.ts";
import type { BenchServer } from "./load.ts";
import type { Options } from "./options.ts";
import { areaSlug, communityEmail, placeWithRecords } from "./place.ts";
import { againstFloor, figure, holds, type Row, told } from "./table.ts";
import { median } from "./traffic.ts";

const AT_MOST = 1.3;
/** Records in the area that the others are compared with. */
const COMPARED = 250;
const WARM_UP = 5;
/** Rolled sums and those from scratch differ by rounding alone. */
const EQUAL = 1e-9;

/** An area whose lead writes, with what each write took. */
export type Writing = { records: number; user: SignedIn; slug: string; rescore: number[]; whole: number[] };

/** A promise recorded by the real command in areas of different length of history; what follows the write apart. */
export async function measureRescore(
  server: BenchServer,
  { histories, writes }: Options,
  say: (message: string) => void,
): Promise<Row[]> {
  const place = await server.place(placeWithRecords(histories), say);
  await closeDatabase();
  setConnection(place.appUrl);
  try {
    const areas = await writeIn(histories, writes);
    const compared = areas.find(({ records }) => records === COMPARED);
    if (!compared) return [];
    const rows = areas.flatMap((area) => rowsOf(area, compared));
    for (const area of areas) rows.push(await equalRow(area));
    return rows;
  } finally {
    await closeDatabase();
  }
}

/** So many promises in turn in each of a place's areas, from its first on, after a few that do not count. */
export async function writeIn(histories: readonly number[], writes: number): Promise<Writing[]> {
  const areas: Writing[] = [];
  for (const [n, records] of histories.entries())
    areas.push({ records, user: await userOf(n), slug: areaSlug(n), rescore: [], whole: [] });
  for (let turn = -WARM_UP; turn < writes; turn += 1) for (const area of areas) await write(area, turn >= 0);
  return areas;
}

async function userOf(area: number): Promise<SignedIn> {
  const select = { id: true, name: true, email: true, demo: true } as const;
  return authClient().user.findUniqueOrThrow({ where: { email: communityEmail(area) }, select });
}

async function write(area: Writing, counts: boolean): Promise<void> {
  let following = 0;
  const execution = {
    ...executionFor(area.user, { clock: systemClock }),
    after: async (...given: Parameters<typeof afterWrite>) => {
      const started = performance.now();
      await afterWrite(...given);
      following = performance.now() - started;
    },
  };
  const dueOn = addDays(todayBy(systemClock), 30);
  const input = { area: area.slug, bySide: "ours", title: "A measured promise", dueOn, size: "small" };
  const started = performance.now();
  const outcome = await execute(recordCommitment, input, execution);
  if (outcome.status !== "done") throw new Error(`A promise was not recorded: ${JSON.stringify(outcome)}`);
  if (!counts) return;
  area.whole.push(performance.now() - started);
  area.rescore.push(following);
}

function rowsOf(area: Writing, compared: Writing): Row[] {
  const records = area.records.toLocaleString("en-GB");
  const [own, least] = [median(area.rescore), median(compared.rescore)];
  const whole = `${figure(median(area.whole), "ms")} with the write itself`;
  if (area === compared)
    return [told(`${records} records: p50 of the re-score`, figure(own, "ms")), told("  ", whole)];
  const what = `${records} records (floor: ${compared.records})`;
  return [againstFloor(what, [own, least], { atMost: AT_MOST }, "ms"), told("  ", whole)];
}

/** The rolled figures of an area after all writes, against those of the whole history. */
async function equalRow({ user, slug, records }: Writing): Promise<Row> {
  const today = todayBy(systemClock);
  const kept = await inTransaction(`user:${user.id}`, today, async (tx, stands) => {
    const id = stands.find(({ area_slug }) => area_slug === slug)?.relationship_id ?? "";
    const state = await findState(tx, id);
    return { rolled: await findFigures(tx, id, today), facts: await findFacts(tx, id), state };
  });
  // Apart from the transaction, which a busy machine would see run out of time.
  const { items: _, ...scratch } = scorer.score(kept.facts, scoringDay(today));
  const moved = Object.keys(kept.state?.live ?? {}).length;
  const far = furthest(kept.rolled, scratch);
  const what = `${records.toLocaleString("en-GB")} records: rolled = from scratch`;
  return holds(
    what,
    far <= EQUAL && moved > 0,
    `${far.toExponential(0)} apart at most, ${moved} looked at again`,
  );
}

/** The largest difference between two values of the same form; Infinity where they differ in anything but a number. */
function furthest(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return Object.is(a, b) ? 0 : Math.abs(a - b);
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null)
    return a === b ? 0 : Infinity;
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Math.max(0, ...[...keys].map((key) => furthest(left[key], right[key])));
}
