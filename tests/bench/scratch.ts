import { Client } from "pg";
import { scorer } from "../../app/composition/emitters.ts";
import { findFacts } from "../../app/composition/score-store.server.ts";
import { dayOf as scoringDay } from "../../app/features/scoring/day.ts";
import { systemClock, todayBy } from "../../app/platform/clock.ts";
import { setConnection } from "../../app/platform/database/connection.server.ts";
import { closeDatabase, inTransaction } from "../../app/platform/db.server.ts";
import type { BenchServer } from "./load.ts";
import type { Options } from "./options.ts";
import { type AreaSize, placeWithRecords } from "./place.ts";
import { figure, type Row, told } from "./table.ts";
import { median } from "./traffic.ts";

// A score from scratch reads every fact of a relationship. Its floor is one statement that reads the same rows and
// adds up a faded weight by type: as little as can be done with them.
const AGGREGATE = `SELECT relationship_id, type, count(*), sum(power(2, -abs(current_date
    - coalesce(body ->> 'done', body ->> 'date', body ->> 'due')::date) / 365.0))
  FROM scoring_fact WHERE relationship_id = any ($1::uuid[]) GROUP BY 1, 2`;

const MANY = { areas: 150, records: 400 };
const QUICK_AREAS = 3;
const TURNS = 5;

/** One long area, and all areas of a whole country’s worth, each scored from nothing but its facts. */
export async function measureScratch(
  server: BenchServer,
  { quick }: Options,
  say: (message: string) => void,
): Promise<Row[]> {
  const long = quick ? 1_000 : 10_000;
  const areas = quick ? QUICK_AREAS : MANY.areas;
  return [
    ...(await measure(server, placeWithRecords([long]), say)),
    ...(await measure(server, placeWithRecords(Array(areas).fill(MANY.records)), say)),
  ];
}

async function measure(server: BenchServer, areas: AreaSize[], say: (message: string) => void) {
  const place = await server.place(areas, say);
  await closeDatabase();
  setConnection(place.appUrl);
  const floor = new Client({ connectionString: place.superUrl });
  await floor.connect();
  try {
    const { rows } = await floor.query<{ id: string }>(
      "SELECT DISTINCT relationship_id AS id FROM scoring_fact",
    );
    const ids = rows.map(({ id }) => id);
    const times = { read: [] as number[], whole: [] as number[], floor: [] as number[] };
    // The first turn of each is not counted.
    for (let turn = -1; turn < TURNS; turn += 1) {
      const [read, whole, aggregate] = [
        await fromScratch(ids),
        await timed(() => floor.query(AGGREGATE, [ids])),
      ].flat();
      if (turn < 0) continue;
      times.read.push(read ?? 0);
      times.whole.push(whole ?? 0);
      times.floor.push(aggregate ?? 0);
    }
    const what = `${areas.length} × ${sizeOf(areas[0])} records from scratch`;
    return [
      {
        ...told(what, figure(median(times.whole), "ms")),
        floor: figure(median(times.floor), "ms"),
        ratio: `${(median(times.whole) / median(times.floor)).toFixed(1)}×`,
      },
      told("  of it reading and checking the facts", figure(median(times.read), "ms")),
    ];
  } finally {
    await floor.end();
    await closeDatabase();
  }
}

const sizeOf = (area: AreaSize | undefined) =>
  ((area?.meetings ?? 0) + (area?.promises ?? 0)).toLocaleString("en-GB");

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

async function timed(work: () => Promise<unknown>): Promise<[number]> {
  const started = performance.now();
  await work();
  return [performance.now() - started];
}
