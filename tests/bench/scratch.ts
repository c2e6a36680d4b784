import { Client } from "pg";
import { scorer } from "../../app/composition/emitters.ts";
import { findFacts } from "../../app/composition/score-store.server.ts";
import { dayOf as scoringDay } from "../../app/features/scoring/day.ts";
import { systemClock, todayBy } from "../../app/platform/clock.ts";
import { setConnection } from "../../app/platform/database/connection.server.ts";
import { closeDatabase, inTransaction } from "../../app/platform/db.server.ts";
import type { BenchServer } from "./load.ts";
import type { Options } from "./options.ts";
import { type AreaSize, areaSlug, placeWithRecords } from "./place.ts";
import { writeIn } from "./rescore.ts";
import { againstFloor, beside, figure, type Row, told } from "./table.ts";
import { median } from "./traffic.ts";

/**
 * A score from scratch reads every fact of a relationship. Its floor is one statement that reads the same rows and adds up
 * a faded weight by type: as little as can be done with them.
 */
export const AGGREGATE = `SELECT relationship_id, type, count(*), sum(power(2, -abs(current_date
    - coalesce(body ->> 'done', body ->> 'date', body ->> 'due')::date) / 365.0))
  FROM scoring_fact WHERE relationship_id = any ($1::uuid[]) GROUP BY 1, 2`;

const LONG = { short: 1_000, long: 10_000 };
const QUICK = { short: 100, long: 1_000 };
const MANY = { areas: 150, records: 400 };
const QUICK_AREAS = 3;
const TURNS = 5;
/** How much more a write may cost with ten times the history behind it. */
const AT_MOST = 1.3;

/**
 * One long area and one a tenth as long, and all areas of a whole country’s worth: each scored from nothing but its facts.
 * In the two, what a write’s re-score costs beside the same aggregate.
 */
export async function measureScratch(
  server: BenchServer,
  { quick, writes }: Options,
  say: (message: string) => void,
): Promise<Row[]> {
  const { short, long } = quick ? QUICK : LONG;
  const areas = quick ? QUICK_AREAS : MANY.areas;
  const many = placeWithRecords(Array(areas).fill(MANY.records));
  return [
    ...(await within(server, placeWithRecords([short, long]), say, async (floor, ids) => [
      ...(await measure(floor, ids.slice(1), `1 × ${long.toLocaleString("en-GB")} records`)),
      ...(await measureWrites(floor, ids, [short, long], writes)),
    ])),
    ...(await within(server, many, say, (floor, ids) =>
      measure(floor, ids, `${areas} × ${MANY.records} records`),
    )),
  ];
}

/** A place with its floor's connection, and its relationships in the order of its areas. */
async function within(
  server: BenchServer,
  areas: AreaSize[],
  say: (message: string) => void,
  work: (floor: Client, ids: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const place = await server.place(areas, say);
  await closeDatabase();
  setConnection(place.appUrl);
  const floor = new Client({ connectionString: place.superUrl });
  await floor.connect();
  try {
    const { rows } = await floor.query<{ id: string; slug: string }>(
      "SELECT r.id, a.slug FROM relationship r JOIN area a ON a.id = r.area_id",
    );
    const bySlug = new Map(rows.map(({ id, slug }) => [slug, id]));
    return await work(
      floor,
      areas.map((_, n) => bySlug.get(areaSlug(n)) ?? ""),
    );
  } finally {
    await floor.end();
    await closeDatabase();
  }
}

async function measure(floor: Client, ids: readonly string[], what: string): Promise<Row[]> {
  const times = { read: [] as number[], whole: [] as number[], floor: [] as number[] };
  // The first turn of each is not counted.
  for (let turn = -1; turn < TURNS; turn += 1) {
    const [read, whole] = await fromScratch(ids);
    const aggregate = await timed(() => floor.query(AGGREGATE, [ids]));
    if (turn < 0) continue;
    times.read.push(read);
    times.whole.push(whole);
    times.floor.push(aggregate);
  }
  return [
    beside(`${what} from scratch`, median(times.whole), median(times.floor)),
    told("  of it reading and checking the facts", figure(median(times.read), "ms")),
  ];
}

/** What follows a write, beside the aggregate of all its relationship's facts, and with ten times the history behind it. */
async function measureWrites(
  floor: Client,
  ids: readonly string[],
  histories: readonly number[],
  writes: number,
) {
  const aggregates: number[][] = ids.map(() => []);
  for (let turn = -1; turn < TURNS; turn += 1)
    for (const [n, id] of ids.entries()) {
      const took = await timed(() => floor.query(AGGREGATE, [[id]]));
      if (turn >= 0) aggregates[n]?.push(took);
    }
  const areas = await writeIn(histories, writes);
  const own = areas.map(({ rescore }) => median(rescore));
  const [short = 0, long = 0] = own;
  return [
    ...areas.map(({ records }, n) =>
      beside(
        `one write’s re-score, ${records.toLocaleString("en-GB")} records`,
        own[n] ?? 0,
        median(aggregates[n] ?? []),
      ),
    ),
    againstFloor("  with ten times the records (floor: without)", [long, short], { atMost: AT_MOST }, "ms"),
  ];
}

async function fromScratch(ids: readonly string[]): Promise<[read: number, whole: number]> {
  const today = todayBy(systemClock);
  let [read, whole] = [0, 0];
  for (const id of ids) {
    const started = performance.now();
    const facts = await inTransaction("scorer", today, (tx) => findFacts(tx, id));
    read += performance.now() - started;
    scorer.score(facts, scoringDay(today));
    whole += performance.now() - started;
  }
  return [read, whole];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
