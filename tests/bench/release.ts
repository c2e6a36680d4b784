import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import pg from "pg";
import { findComparison } from "../../app/composition/compare-page.server.ts";
import { draftRelease, publishDueReleases } from "../../app/composition/release.server.ts";
import { DAYS_TO_LOOK } from "../../app/features/releases/quarter.ts";
import { destroyStudyKey, makeStudyKey } from "../../app/features/releases/study-key.server.ts";
import { readCompareSearch } from "../../app/features/research/compare-search.server.ts";
import { addDays, type Day, startOfDay } from "../../app/platform/calendar/day.ts";
import { clockAt, systemClock, todayBy } from "../../app/platform/clock.ts";
import { setConnection } from "../../app/platform/database/connection.server.ts";
import { authClient, closeDatabase, inResearch } from "../../app/platform/db.server.ts";
import { releasedBefore } from "../../prisma/demonstration/small/quarters.ts";
import { OTHER_RECORDS } from "./fill-release.ts";
import type { BenchServer } from "./load.ts";
import type { Options } from "./options.ts";
import { type AreaSize, communityEmail } from "./place.ts";
import { AGGREGATE } from "./scratch.ts";
import { atMost, beside, figure, holds, type Row, told } from "./table.ts";
import { median } from "./traffic.ts";

const FULL = { areas: 1_500, records: 400 };
const QUICK = { areas: 30, records: 60 };
const PROMISES_OF_RECORDS = 5;
const PEOPLE = 8;
const VISITS = 40;
const WATCH_MS = 50;
const MB = 1024 * 1024;
/** The release is made within the application, beside whoever reads its pages. */
const MOST_MB = 500;
/** How early the application clears its memory (app/server/bootstrap.mjs): its jobs run in the same process. */
const AS_IT_RUNS = "--heap-growing-percent=30";
/** Where the key of the study lies. */
const DATA_DIR = ".cache/bench/app";

/**
 * The last two releases of a place, each with every variant of the method and a study of all its areas, the second with what
 * changed since the first; and what the page that compares asks for then.
 */
export async function measureRelease(
  server: BenchServer,
  { quick }: Options,
  say: (message: string) => void,
): Promise<Row[]> {
  const { areas, records } = quick ? QUICK : FULL;
  const place = await server.place(Array(areas).fill(sizeWith(records)), say, "released");
  await closeDatabase();
  setConnection(place.appUrl);
  process.env.DATA_DIR = DATA_DIR;
  setFlagsFromString(AS_IT_RUNS);
  const floor = new pg.Client({ connectionString: place.superUrl });
  await floor.connect();
  const study = randomUUID();
  try {
    await openStudy(floor, study);
    return [...(await measureBuild(floor, { areas, records }, say)), ...(await measurePage(floor))];
  } finally {
    destroyStudyKey(study);
    await floor.end();
    await closeDatabase();
  }
}

function sizeWith(records: number): AreaSize {
  const promises = Math.floor(records / PROMISES_OF_RECORDS);
  return { people: PEOPLE, promises, meetings: records - promises - OTHER_RECORDS };
}

/** A study that was open long before the releases, of every area. */
async function openStudy(floor: pg.Client, id: string): Promise<void> {
  await floor.query(
    `INSERT INTO study (id, slug, title, purpose, dimension, starts_on, ends_on, key_hash, created_by_id, created_at)
     SELECT $1, 'measured', 'Measured', 'How long its rows take.', 'ruralUrban', current_date - 900, current_date + 900, $2,
       id, current_date - 900 FROM "user" LIMIT 1`,
    [id, makeStudyKey(id)],
  );
}

type Size = { areas: number; records: number };

async function measureBuild(
  floor: pg.Client,
  { areas, records }: Size,
  say: (message: string) => void,
): Promise<Row[]> {
  const [newest, before] = releasedBefore(todayBy(systemClock));
  if (!newest || !before) throw new Error("no quarter is over");
  const first = await publish(before);
  say(`The first of two releases took ${figure(first.ms / 60_000, "min")}.`);
  const second = await publish(newest);
  const { rows } = await floor.query<{ id: string }>("SELECT id FROM relationship");
  const ids = rows.map(({ id }) => id);
  const started = performance.now();
  await floor.query(AGGREGATE, [ids]);
  const aggregate = performance.now() - started;
  const all = areas * records;
  const size = `${areas.toLocaleString("en-GB")} areas, ${all.toLocaleString("en-GB")} records`;
  const minutes = (ms: number) => figure(ms / 60_000, "min");
  return [
    beside(`${size}: a release with its variants`, first.ms, aggregate),
    told(
      "  in minutes, and records a second",
      `${minutes(first.ms)}, ${figure(all / (first.ms / 1000), "/s")}`,
    ),
    beside("  the next one, with what changed", second.ms, aggregate),
    told("  in minutes", minutes(second.ms)),
    atMost("  most memory while it is made", Math.max(first.most, second.most), MOST_MB, "MB"),
    ...(await whatIsTold(floor, areas)),
  ];
}

/** Whether every area is told of, in the figures and in the study. */
async function whatIsTold(floor: pg.Client, areas: number): Promise<Row[]> {
  const { rows: made } = await floor.query<{ areas: number; lines: number; shown: number }>(
    `SELECT (SELECT max(areas) FROM research.release) AS areas, count(*)::int AS lines,
       (count(*) FILTER (WHERE status = 'shown'))::int AS shown FROM research.figure`,
  );
  const { rows: studied } = await floor.query<{ areas: number; lines: number }>(
    "SELECT count(DISTINCT id)::int AS areas, count(*)::int AS lines FROM research.study_row WHERE release_id = (SELECT max(id) FROM research.release)",
  );
  const [figures, study] = [made[0], studied[0]];
  return [
    holds(
      "  tells of every area",
      figures?.areas === areas,
      `${figures?.shown} of ${figures?.lines} lines shown`,
    ),
    holds("  and its study of each", study?.areas === areas, `${study?.lines} rows`),
  ];
}

/** Drafts and publishes a quarter on the days it was due; how long that took, and the most memory held. */
async function publish(quarter: Day): Promise<{ ms: number; most: number }> {
  const drafted = addDays(quarter, 1);
  let [most, watching] = [0, true];
  const watch = async () => {
    for (; watching; await sleep(WATCH_MS)) most = Math.max(most, process.memoryUsage().rss / MB);
  };
  const watched = watch();
  const started = performance.now();
  await draftRelease(clockAt(startOfDay(drafted)));
  await publishDueReleases(clockAt(startOfDay(addDays(drafted, DAYS_TO_LOOK))));
  const ms = performance.now() - started;
  watching = false;
  await watched;
  return { ms, most };
}

/** What the page's loader takes and asks, beside one statement that reads the same rows. */
async function measurePage(floor: pg.Client): Promise<Row[]> {
  const user = await authClient().user.findUniqueOrThrow({
    where: { email: communityEmail(0) },
    select: { id: true },
  });
  const asked = readCompareSearch(new URLSearchParams());
  if (!asked) throw new Error("the page knows no address");
  const load = () => inResearch(`user:${user.id}`, todayBy(systemClock), (tx) => findComparison(tx, asked));
  const page = await load();
  if (!page) throw new Error("nothing is published");
  const statements = await countStatements(load);
  const times = { app: [] as number[], floor: [] as number[] };
  for (let visit = 0; visit < VISITS; visit += 1) {
    times.app.push(await timed(load));
    times.floor.push(
      await timed(() => floor.query({ name: "same", text: SAME_ROWS, values: [page.release.id] })),
    );
  }
  return [
    beside("the page that compares: its loader, p50", median(times.app), median(times.floor)),
    told("  statements, its transaction's own among them", String(statements)),
  ];
}

const SAME_ROWS = `SELECT to_jsonb(f) FROM research.figure f WHERE release_id = $1 AND measure ~ '^(overall|recognition|trust|dialogue|flexibility|ownership)$'
  UNION ALL SELECT to_jsonb(c) FROM research.change c WHERE release_id = $1 AND measure = 'overall'
  UNION ALL SELECT to_jsonb(r) FROM research.release r`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** How many statements some work sends to the database. */
async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const send = pg.Client.prototype.query;
  let sent = 0;
  pg.Client.prototype.query = function counting(this: pg.Client, ...given: unknown[]) {
    sent += 1;
    return Reflect.apply(send, this, given);
  } as typeof send;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = send;
  }
  return sent;
}
