import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endHour } from "../builders/break-glass.ts";
import { buildFeed, findMembership } from "../builders/calendar-feed.ts";
import { CARRIED, CODE_CANARIES, carryWords } from "../builders/canary-carried.ts";
import { crawl } from "../builders/canary-crawl.ts";
import { crawlProgram } from "../builders/canary-programs.ts";
import { canariesIn } from "../builders/canary-text.ts";
import { DISCLOSURE_CANARIES } from "../builders/disclosure.ts";
import { type Access, buildAccess, signInAll } from "../builders/fixtures-access.ts";
import { openMaintenance } from "../builders/fixtures-asking.ts";
import { canariesOf, maySee, VARIANTS } from "../builders/fixtures-records.ts";
import { type BuiltServer, startBuilt } from "../builders/fixtures-server.ts";
import { type MailServer, startMailServer } from "../builders/mail-server.ts";
import { OWN_CANARIES } from "../builders/partnership.ts";
import { buildToken } from "../builders/program.ts";
import { sendQueued, wordsOfMail } from "../builders/queued-mail.ts";
import { STUDY_CANARIES } from "../builders/study.ts";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { PRINCIPALS, type Principal } from "./access.table.ts";

let db: TestDatabase;
let server: BuiltServer;
let access: Access;
let cookies: Record<Principal, string | undefined>;
let maintenance: Client;
let feeds: Partial<Record<Principal, string>>;
let mail: MailServer;
let pages = 0;
let asked = 0;
/** `npm run test:matrix`: everybody reads all that is printed and all that a program may. */
const IS_WHOLE = process.env.MATRIX === "whole";

beforeAll(async () => {
  mail = await startMailServer();
  process.env.SMTP_URL = `${mail.url}?from=tracker@test.example`;
  db = await createTestDatabase();
  server = await startBuilt(db.appUrl);
  access = await buildAccess(db);
  await carryWords(access);
  cookies = await signInAll(access, server.ask);
  maintenance = await openMaintenance(db.ownerUrl);
  feeds = await buildFeeds();
}, 240_000);

afterAll(async () => {
  process.stdout.write(
    `canary crawl: ${pages} pages, ${asked} answers to programs, ${mail.taken.length} mails, ${server.made()} requests\n`,
  );
  await maintenance.end();
  await server.stop();
  await db.drop();
  await mail.stop();
});

const of = (side: string) => PRINCIPALS.filter((one) => one.startsWith(side));
/**
 * Who knows whom: both sides of Oakfield its chair, the other council too; nobody else. And what a side thinks of the
 * chair, and means to do next: that side alone; like what the partnership keeps to itself.
 */
const PEOPLE: Record<string, readonly Principal[]> = {
  "canary-person-ours": PRINCIPALS.filter((one) =>
    /^(community|council|other council|admin let in)/.test(one),
  ),
  "canary-person-elsewhere": ["another area"],
  ...Object.fromEntries(OWN_CANARIES.map((canary) => [canary, of("community")])),
  ...Object.fromEntries(DISCLOSURE_CANARIES.map((canary) => [canary, ["community lead"] as const])),
  "canary-assessment-side-community": of("community"),
  "canary-engagement-side-community": of("community"),
  "canary-assessment-side-council": of("council"),
  "canary-engagement-side-council": of("council"),
  [CARRIED.invited]: ["community lead", ...of("admin")],
  [CARRIED.address]: ["community lead", ...of("admin")],
  [CARRIED.contact]: PRINCIPALS.filter((one) => /^(community|council|admin let in)/.test(one)),
  // What a study wants to find out is told where areas say yes to it, to who is in it, and to admins.
  [STUDY_CANARIES.title]: PRINCIPALS.filter((one) => !/^(nobody|ended|closed)$/.test(one)),
  [STUDY_CANARIES.purpose]: PRINCIPALS.filter((one) => !/^(nobody|ended|closed)$/.test(one)),
  // A code is everybody's once it was accepted, with why it is so no longer; before that its proposer's and the admins'.
  [CODE_CANARIES.waiting]: ["researcher", ...of("admin")],
  [CODE_CANARIES.declined]: ["researcher", ...of("admin")],
  [`${CODE_CANARIES.declined}.reason`]: ["researcher"],
  ...Object.fromEntries(
    [
      CODE_CANARIES.accepted,
      `${CODE_CANARIES.accepted}.says`,
      CODE_CANARIES.retired,
      `${CODE_CANARIES.retired}.says`,
      `${CODE_CANARIES.retired}.reason`,
    ].map((canary) => [canary, PRINCIPALS.filter((one) => !/^(nobody|closed)$/.test(one))]),
  ),
  [CARRIED.reason]: ["community lead", "council lead", "other council", ...of("admin")],
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

/** Where each form was read by somebody: what is printed and what is written for Word are looked into too. */
const formsRead = new Map<string, Set<string>>();

/** Who reads what is printed in the short run: an owner, the other side, and somebody of neither. */
const PRINTS: readonly Principal[] = ["community lead", "council reader", "other council"];

async function walk(principal: Principal) {
  const starts = ["/", `/areas/${access.place.area.slug}`, `/areas/${access.place.outside.area.slug}`];
  const prints = IS_WHOLE || PRINTS.includes(principal);
  const found = await crawl(server, cookies[principal], starts, { prints });
  pages += found.pages.length;
  for (const { canary, form } of found.sightings)
    formsRead.set(`${principal} ${form}`, (formsRead.get(`${principal} ${form}`) ?? new Set()).add(canary));
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

describe("what is written for Word and what is printed", () => {
  it.each([
    ["community lead", "community"],
    ["council reader", "council"],
  ])("hold what %s reads, decoded", (principal, side) => {
    const word = [`canary-mou-shared`, `canary-mou-side-${side}`, `canary-mou-side-${side}.clause`];
    expect([...(formsRead.get(`${principal} word`) ?? [])]).toEqual(expect.arrayContaining(word));
    const print = [...word.slice(0, 2), "canary-handover-shared", `canary-handover-side-${side}.note`];
    expect([...(formsRead.get(`${principal} print`) ?? [])]).toEqual(expect.arrayContaining(print));
  });
});

/** Gone from lists. */
const GONE: readonly string[] = ["voided", "binned by the community"];
const PROGRAMS = IS_WHOLE
  ? PRINCIPALS.filter((one) => /^(community|council|other|another)/.test(one))
  : (["community lead", "council reader", "other council", "another area"] as const);

describe("a program", () => {
  it.each(PROGRAMS)("of %s reads what is theirs and nothing else", async (principal) => {
    const { place, users } = access;
    const user = users[principal as Exclude<Principal, "nobody">];
    const { token } = await buildToken(user, place, { access: "read" });
    const found = await crawlProgram(server, token, [place.area.slug, place.outside.area.slug]);
    asked += found.asked;
    expect(found.sightings.filter(({ canary }) => !isTheirs(principal, canary))).toEqual([]);
    const read = new Set(found.sightings.map(({ canary }) => canary));
    const wanted = canariesOf().filter(
      ({ variant }) => maySee(principal, variant) && !GONE.includes(variant),
    );
    expect(wanted.filter(({ canary }) => !read.has(canary)).map(({ canary }) => canary)).toEqual([]);
  });
});

describe("an admin who was let in by break-glass", () => {
  it("reads it printed and written for Word too, and nothing of it once their hour is over", async () => {
    const starts = [`/areas/${access.place.area.slug}`, `/areas/${access.place.outside.area.slug}`];
    const cookie = cookies["admin let in"];
    const { sightings } = await crawl(server, cookie, starts, { prints: true });
    expect(sightings.filter(({ canary }) => !isTheirs("admin let in", canary))).toEqual([]);
    const forms = new Set(
      sightings.filter(({ canary }) => canary.endsWith("-shared")).map(({ form }) => form),
    );
    expect([...forms]).toEqual(expect.arrayContaining(["page", "data", "print", "word"]));
    await endHour(maintenance);
    const after = await crawl(server, cookie, starts);
    expect(after.sightings.filter(({ canary }) => !isTheirs("admin", canary))).toEqual([]);
  });
});

describe("a mail", () => {
  it("holds what is its reader's, and of what is private no word", async () => {
    const mails = await sendQueued(mail, access.ownerUrl, access.place.clock);
    const words = mails.map((one) => ({
      to: one.to?.[0]?.address ?? "",
      found: [...new Set(canariesIn(wordsOfMail(one)))].sort(),
    }));
    expect(words.filter(({ found }) => found.length > 0)).toEqual([
      { to: `${CARRIED.address}@test.example`, found: [CARRIED.address, CARRIED.invited] },
      { to: `${CARRIED.contact}@test.example`, found: [CARRIED.contact] },
    ]);
    // The leads of both sides are told of the glass, in a mail that says nothing of why.
    const { users } = access;
    const leads = [users["community lead"], users["council lead"], users["other council"]];
    expect(words.map(({ to }) => to)).toEqual(expect.arrayContaining(leads.map(({ email }) => email)));
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
