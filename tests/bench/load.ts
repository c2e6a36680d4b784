import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { hashPassword } from "better-auth/crypto";
import { Client } from "pg";
import { startEmbedded } from "../../app/platform/database/embedded.ts";
import { migrate, readMigrations } from "../../app/platform/database/migrator.ts";
import { ensureDatabase } from "../../app/platform/database/roles.ts";
import { IDS, PASSWORDS, PLACES } from "./fill-people.ts";
import { RECORDS } from "./fill-records.ts";
import { RELEASED } from "./fill-release.ts";
import { type AreaSize, PASSWORD } from "./place.ts";
import { keepScores } from "./score-places.ts";

const DATA_DIR = ".cache/bench/data";
const PREFIX = "bench_";

/** A database with a place in it: for the application, and for whoever is asked nothing (the floor). */
export type Place = { areas: readonly AreaSize[]; appUrl: string; superUrl: string };

/** What a place holds: records, people and scores; or what a release reads alone. */
export type Holding = "records" | "released";

const FILLED_BY = { records: RECORDS, released: RELEASED };

/** The benchmark's own PostgreSQL. */
export type BenchServer = {
  /** A fresh copy of the place of these areas, loaded first where that has not been done today. */
  place: (areas: readonly AreaSize[], say: (message: string) => void, holding?: Holding) => Promise<Place>;
  stop: () => Promise<void>;
};

/** Starts the benchmark's own PostgreSQL, with the settings people get. */
export async function startBenchServer(): Promise<BenchServer> {
  const { adminUrl, ownerUrl, appUrl, stop } = await startEmbedded({ dataDir: DATA_DIR });
  return {
    stop,
    place: async (areas, say, holding = "records") => {
      const template = templateName(areas, holding);
      if (!(await exists(adminUrl, template)))
        await loadTemplate({ adminUrl, ownerUrl, appUrl }, template, { areas, holding }, say);
      const name = `${PREFIX}run_${template.slice(PREFIX.length)}`;
      await command(adminUrl, `drop database if exists ${name} with (force)`);
      await command(
        adminUrl,
        `create database ${name} template ${template} strategy file_copy owner common_ground_owner`,
      );
      await command(adminUrl, `revoke all on database ${name} from public`);
      await command(adminUrl, `grant connect on database ${name} to common_ground_app`);
      return { areas, appUrl: withDatabase(appUrl, name), superUrl: withDatabase(adminUrl, name) };
    },
  };
}

type Urls = { adminUrl: string; ownerUrl: string; appUrl: string };

async function loadTemplate(
  urls: Urls,
  template: string,
  { areas, holding }: { areas: readonly AreaSize[]; holding: Holding },
  say: (message: string) => void,
) {
  const building = `${PREFIX}building`;
  await sweep(urls.adminUrl);
  await command(urls.adminUrl, `drop database if exists ${building} with (force)`);
  await ensureDatabase(urls.adminUrl, building);
  const ownerUrl = withDatabase(urls.ownerUrl, building);
  await migrate(ownerUrl);
  const started = performance.now();
  await fill(ownerUrl, areas, FILLED_BY[holding]);
  const filled = performance.now();
  const relationships =
    holding === "released"
      ? []
      : await query<{ id: string }>(withDatabase(urls.adminUrl, building), "select id from relationship");
  await keepScores(
    withDatabase(urls.appUrl, building),
    relationships.map(({ id }) => id),
  );
  await command(ownerUrl, "vacuum analyze");
  await command(urls.adminUrl, `alter database ${building} rename to ${template}`);
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  say(
    `Loaded ${total(areas, "people")} people and ${total(areas, "meetings")} meetings in ${areas.length} areas: ` +
      `rows ${seconds(started, filled)} s, scores ${seconds(filled, performance.now())} s.`,
  );
}

function total(areas: readonly AreaSize[], what: keyof AreaSize): string {
  return areas.reduce((sum, area) => sum + area[what], 0).toLocaleString("en-GB");
}

/** Fills in one transaction, as the owner under `maintenance`: row security lets it, nothing else does. */
async function fill(
  ownerUrl: string,
  areas: readonly AreaSize[],
  statements: readonly string[],
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.principal', 'maintenance', true)");
    await client.query(IDS);
    await client.query(`create temporary table bench_area as select n, people, meetings, promises,
      sum(people) over w - people as first_person, sum(meetings) over w - meetings as first_meeting,
      sum(promises) over w - promises as first_promise
      from jsonb_to_recordset('${JSON.stringify(areas.map((area, n) => ({ n, ...area })))}'::jsonb)
        as a(n int, people int, meetings int, promises int) window w as (order by n)`);
    for (const statement of PLACES) await client.query(statement);
    await client.query(PASSWORDS, [await hashPassword(PASSWORD)]);
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

/** By what it is made from and the day: its dates are offsets from today. */
function templateName(areas: readonly AreaSize[], holding: Holding): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([areas, holding]))
    .update(new Date().toDateString());
  for (const file of ["load", "place", "fill-people", "fill-records", "fill-release", "score-places"])
    hash.update(readFileSync(new URL(`${file}.ts`, import.meta.url)));
  for (const { checksum } of readMigrations("prisma/migrations")) hash.update(checksum);
  return `${PREFIX}${hash.digest("hex").slice(0, 16)}`;
}

/** Drops what earlier days and killed runs left behind. */
async function sweep(adminUrl: string): Promise<void> {
  const names = await query<{ name: string }>(
    adminUrl,
    `select datname as name from pg_database where datname like '${PREFIX}%'
     and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '1 day'`,
  );
  for (const { name } of names) await command(adminUrl, `drop database if exists ${name} with (force)`);
}

async function exists(adminUrl: string, name: string): Promise<boolean> {
  return (await query(adminUrl, `select from pg_database where datname = '${name}'`)).length > 0;
}

/** The same server and role, another database. */
function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

async function command(url: string, statement: string): Promise<void> {
  await query(url, statement);
}

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}
