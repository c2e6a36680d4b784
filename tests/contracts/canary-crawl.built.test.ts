import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFeed, findMembership } from "../builders/calendar-feed.ts";
import { crawl } from "../builders/canary-crawl.ts";
import { DISCLOSURE_CANARIES } from "../builders/disclosure.ts";
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
let feeds: Partial<Record<Principal, string>>;
let pages = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startBuilt(db.appUrl);
  access = await buildAccess(db);
  cookies = await signInAll(access, server.ask);
  maintenance = await openMaintenance(db.ownerUrl);
  feeds = await buildFeeds();
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
  ...Object.fromEntries(DISCLOSURE_CANARIES.map((canary) => [canary, ["community lead"] as const])),
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

/**
 * The calendar of everybody who stands on a side. What they planned for a year that no calendar reaches is near, by the
 * owner's hand: each kind with a day, in every state of privacy.
 */
async function buildFeeds(): Promise<Partial<Record<Principal, string>>> {
  const soon = "current_date + 30";
  await maintenance.query(`update record set occurred_on = ${soon} where kind = 'meeting'`);
  for (const [table, column] of ["commitment due_on", "milestone due_on", "project ends_on"].map((one) =>
    one.split(" "),
  ))
    await maintenance.query(`update "${table}" set "${column}" = ${soon}`);
  const made: Partial<Record<Principal, string>> = {};
  for (const principal of PRINCIPALS.filter((one) => cookies[one] && one !== "closed")) {
    const user = access.users[principal as Exclude<Principal, "nobody">];
    if ((await findMembership(user, access.place.by)) !== null)
      made[principal] = `/calendar/${await buildFeed(user, access.place.by)}.ics`;
  }
  return made;
}

/** Whoever has the address of a calendar reads it, signed in as nobody. */
async function readFeeds(): Promise<{ strange: string[]; read: string[] }> {
  const strange: string[] = [];
  const read: string[] = [];
  for (const [principal, address] of Object.entries(feeds) as [Principal, string][]) {
    const { sightings } = await crawl(server, undefined, [address]);
    const found = sightings.map(({ canary }) => canary);
    read.push(...found.map((canary) => `${principal} ${canary}`));
    // Of what is a side's own, somebody's or gone, a calendar has no word, whoever reads it.
    const kept = found.filter(
      (one) => !isTheirs(principal, one) || /-(side|personal|voided|binned)(-|$)/.test(one),
    );
    strange.push(...kept.map((canary) => `${principal} read ${canary} in their calendar`));
  }
  return { strange, read };
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

const DATED = ["commitment", "meeting", "milestone", "project"];
const SHARED = DATED.map((kind) => `canary-${kind}-shared`);

describe("whoever has the address of a calendar", () => {
  it("reads what both sides share there, and of a side's own no word", async () => {
    const { strange, read } = await readFeeds();
    expect(strange).toEqual([]);
    const sides = [...of("community"), ...of("council")];
    const wanted = sides.flatMap((principal) => SHARED.map((canary) => `${principal} ${canary}`));
    expect(wanted.filter((line) => !read.includes(line))).toEqual([]);
    expect(Object.keys(feeds)).toHaveLength(8);
  });
});

describe("whoever follows every link while the database keeps nothing back", () => {
  beforeAll(() => withoutRowSecurity("disable"));
  afterAll(() => withoutRowSecurity("enable"));

  it("reads in a calendar what it did before", async () => {
    expect((await readFeeds()).strange).toEqual([]);
  });

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
