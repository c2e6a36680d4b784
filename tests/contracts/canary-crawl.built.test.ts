import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crawl } from "../builders/canary-crawl.ts";
import { type Access, buildAccess, signInAll } from "../builders/fixtures-access.ts";
import { openMaintenance } from "../builders/fixtures-asking.ts";
import { canariesOf, maySee, VARIANTS } from "../builders/fixtures-records.ts";
import { type BuiltServer, startBuilt } from "../builders/fixtures-server.ts";
import { OWN_CANARIES } from "../builders/partnership.ts";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { PRINCIPALS, type Principal } from "./access.table.ts";

let db: TestDatabase;
let server: BuiltServer;
let access: Access;
let cookies: Record<Principal, string | undefined>;
let maintenance: Client;
let pages = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startBuilt(db.appUrl);
  access = await buildAccess(db);
  cookies = await signInAll(access, server.ask);
  maintenance = await openMaintenance(db.ownerUrl);
}, 240_000);

afterAll(async () => {
  process.stdout.write(`canary crawl: ${pages} pages, ${server.made()} requests\n`);
  await maintenance.end();
  await server.stop();
  await db.drop();
});

const of = (side: string) => PRINCIPALS.filter((one) => one.startsWith(side));
/**
 * Who knows whom: both sides of Oakfield its chair, the other council too; nobody else. And what a side thinks of the
 * chair, and means to do next: that side alone; like what the partnership keeps to itself.
 */
const PEOPLE: Record<string, readonly Principal[]> = {
  "canary-person-ours": PRINCIPALS.filter((one) => /^(community|council|other council)/.test(one)),
  "canary-person-elsewhere": ["another area"],
  ...Object.fromEntries(OWN_CANARIES.map((canary) => [canary, of("community")])),
  "canary-assessment-side-community": of("community"),
  "canary-engagement-side-community": of("community"),
  "canary-assessment-side-council": of("council"),
  "canary-engagement-side-council": of("council"),
};

/** Whether what was read is theirs to read. */
function isTheirs(principal: Principal, canary: string): boolean {
  const person = Object.keys(PEOPLE).find((one) => canary.startsWith(one));
  if (person) return PEOPLE[person]?.includes(principal) ?? false;
  const variant = VARIANTS.find((one) => canary.split(".")[0]?.endsWith(`-${one.replace(/[^a-z]+/g, "-")}`));
  return variant !== undefined && maySee(principal, variant);
}

async function walk(principal: Principal) {
  const starts = ["/", `/areas/${access.place.area.slug}`, `/areas/${access.place.outside.area.slug}`];
  const found = await crawl(server, cookies[principal], starts);
  pages += found.pages.length;
  const strange = found.sightings.filter(({ canary }) => !isTheirs(principal, canary));
  return { ...found, strange: strange.map(({ canary, at }) => `${principal} read ${canary} at ${at}`) };
}

describe("whoever follows every link", () => {
  it.each(PRINCIPALS)("%s reads what is theirs, all of it and nothing else", async (principal) => {
    const { sightings, strange } = await walk(principal);
    expect(strange).toEqual([]);
    const read = new Set(sightings.map(({ canary }) => canary));
    const wanted = [
      ...canariesOf().filter(({ variant }) => maySee(principal, variant)),
      ...Object.keys(PEOPLE).flatMap((canary) => (PEOPLE[canary]?.includes(principal) ? [{ canary }] : [])),
    ];
    expect(wanted.filter(({ canary }) => !read.has(canary)).map(({ canary }) => canary)).toEqual([]);
  });
});

describe("whoever follows every link while the database keeps nothing back", () => {
  beforeAll(() => withoutRowSecurity("disable"));
  afterAll(() => withoutRowSecurity("enable"));

  it.each(["council lead", "other council", "another area", "admin"] as const)(
    "%s reads nothing that is not theirs",
    async (principal) => {
      expect((await walk(principal)).strange).toEqual([]);
    },
  );
});

async function withoutRowSecurity(turn: "disable" | "enable"): Promise<void> {
  const { rows } = await maintenance.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and rowsecurity = $1",
    [turn === "disable"],
  );
  for (const { name } of rows) {
    if (name === "_prisma_migrations") continue;
    await maintenance.query(`alter table "${name}" ${turn} row level security`);
  }
}
