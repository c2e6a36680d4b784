import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addElection } from "~/features/elections/elections.commands.server";
import { endFeed, makeFeed } from "~/features/feeds/feeds.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { hashToken, newToken } from "~/features/links/link-token.server";
import { moveDay } from "~/features/projects/day-moves.commands.server";
import { type Clock, clockAt, todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction, Prisma } from "~/platform/db.server";
import { buildSignatories, buildSigned } from "../../tests/builders/agreement";
import { askFeed, buildFeed, eventsIn, findMembership } from "../../tests/builders/calendar-feed";
import { groundOf } from "../../tests/builders/fixtures-access";
import { asMaintenance, buildVariants } from "../../tests/builders/fixtures-records";
import { buildPlanned } from "../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildMilestone, buildProject } from "../../tests/builders/plan";
import { buildDonePromise, buildPromise } from "../../tests/builders/promise";
import { before, buildTakeover, buildUnitary, onTheDay } from "../../tests/builders/takeover";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { runAs, type SignedIn } from "./execution.server";

let db: TestDatabase;
let place: Place;
const made: Record<string, string> = {};

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  const { area, council, community, councilSide, outside, by } = place;
  const here = { area: area.slug, council: council.slug };
  made.meeting = await buildPlanned(place, community.editor, { startsAt: "18:30" });
  made.promise = await buildPromise(community.editor, here, by);
  await buildDonePromise(community.editor, { ...here, title: "Done already" }, by);
  made.project = await buildProject(community.editor, here, by);
  made.milestone = await buildMilestone(community.editor, here, by);
  await mustRun(
    community.editor,
    moveDay,
    { id: made.milestone, toOn: "2026-12-08", reason: "Rain", how: "alone" },
    by,
  );
  made.mou = await buildSigned(place, await buildSignatories(place), { endsOn: "2027-01-31" });
  const poll = { councilId: council.id, kind: "local" as const, pollOn: "2027-05-06" };
  await mustRun(councilSide.editor, addElection, poll, by);
  const ground = groundOf(place, {
    "community editor": community.editor,
    "council editor": councilSide.editor,
    "another area": outside.communityLead,
  });
  for (const kind of ["meeting", "commitment"])
    await buildVariants(db.ownerUrl, kind, made[kind === "meeting" ? "meeting" : "promise"] ?? "", ground);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const membershipOf = async (user: SignedIn) => (await findMembership(user, place.by)) ?? "";
const feedOf = (user: SignedIn) => buildFeed(user, place.by);

const ask = (token: string, asked: Parameters<typeof askFeed>[1] = {}) =>
  askFeed(token, { clock: place.clock, ...asked });
const readBy = async (user: SignedIn, clock?: Clock) =>
  eventsIn((await ask(await feedOf(user), clock ? { clock } : {})).body);

const OWN = [
  "2026-10-20T17:30:00Z Quarterly meeting",
  "2026-10-20T17:30:00Z canary-meeting-shared",
  "2026-11-01 Promise due: Mend the gate",
  "2026-11-01 Promise due: canary-commitment-shared",
  "2026-12-08 Milestone: The goals stand",
  "2027-01-31 Agreement ends: How we work together",
  "2027-03-01 Project ends: A field for all",
  "2027-03-31 Pre-election period: Barley Borough",
  "2027-05-06 Council election: Barley Borough",
];
const BUSY = ["2026-10-20T17:30:00Z Busy", "2026-11-01 Busy"];
const COUNTYS = [
  "2026-10-20T17:30:00Z canary-meeting-with-the-other-council",
  "2026-11-01 Promise due: canary-commitment-with-the-other-council",
];

describe("what a feed shows", () => {
  it("is what its membership may see, and of a side's own that time is taken", async () => {
    const { community, councilSide, county } = place;
    const sorted = (...lists: string[][]) => lists.flat().toSorted();
    expect((await readBy(councilSide.lead)).toSorted()).toEqual(sorted(OWN, BUSY));
    expect((await readBy(councilSide.reader)).toSorted()).toEqual(sorted(OWN, BUSY));
    // And what is the author's own.
    expect((await readBy(councilSide.editor)).toSorted()).toEqual(sorted(OWN, BUSY, BUSY));
    expect((await readBy(community.lead)).toSorted()).toEqual(sorted(OWN, BUSY, COUNTYS));
    expect((await readBy(community.editor)).toSorted()).toEqual(sorted(OWN, BUSY, BUSY, COUNTYS));
    expect((await readBy(county?.users.lead as SignedIn)).toSorted()).toEqual(sorted(COUNTYS));
    expect((await readBy(place.outside.councilLead)).toSorted()).toEqual(
      sorted([
        "2026-10-20T17:30:00Z canary-meeting-elsewhere",
        "2026-11-01 Promise due: canary-commitment-elsewhere",
      ]),
    );
  });

  it("is titles, days and links, and no other word of a record; of a side's own not even its id", async () => {
    const { body } = await ask(await feedOf(place.councilSide.editor));
    const names = new Set(
      body
        .replaceAll("\r\n ", "")
        .split("\r\n")
        .map((line) => line.split(/[;:]/)[0]),
    );
    expect([...names].toSorted()).toEqual([
      "",
      "BEGIN",
      "DTEND",
      "DTSTAMP",
      "DTSTART",
      "END",
      "METHOD",
      "PRODID",
      "REFRESH-INTERVAL",
      "SUMMARY",
      "TRANSP",
      "UID",
      "URL",
      "VERSION",
      "X-PUBLISHED-TTL",
      "X-WR-CALNAME",
    ]);
    const { rows } = await asMaintenance(db.ownerUrl, (client) =>
      client.query<{ id: string }>("select id from record where level <> 'shared'"),
    );
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.filter(({ id }) => body.includes(id))).toEqual([]);
    expect(body).not.toMatch(/canary-\w+-(side|personal|binned|voided)/);
  });

  it("reads no table, and says nothing to a principal that is no feed or none in force", async () => {
    const today = todayBy(place.clock);
    const membership = await membershipOf(place.community.lead);
    await feedOf(place.community.lead);
    const TABLES = [
      "record",
      "meeting",
      "commitment",
      "membership",
      "user",
      "calendar_feed",
      "event",
      "election",
      "area",
    ];
    const count = (principal: Parameters<typeof inTransaction>[0]) =>
      inTransaction(principal, today, async (tx) => {
        const rows = await tx.$queryRaw<
          unknown[]
        >`SELECT * FROM app.feed_entries('2026-01-01', '2028-01-01', 100)`;
        const [kept] = await tx.$queryRaw<{ p: string }[]>`SELECT app.principal() AS p`;
        expect(kept?.p).toBe(principal);
        const seen: string[] = [];
        for (const table of TABLES) {
          const [found] = await tx.$queryRaw<
            { n: number }[]
          >`SELECT count(*)::int AS n FROM ${Prisma.raw(`"${table}"`)}`;
          if (found?.n !== 0) seen.push(table);
        }
        return { entries: rows.length, seen };
      });
    expect(await count(`feed:${membership}`)).toEqual({
      entries: expect.any(Number),
      seen: ["election"].slice(1),
    });
    expect((await count(`feed:${membership}`)).entries).toBeGreaterThan(8);
    for (const nobody of [`feed:${place.area.id}`, "feed:%", "auth", `link:${membership}`] as const)
      expect((await count(nobody)).entries).toBe(0);
    const other = await membershipOf(place.councilSide.reader);
    await mustRun(place.councilSide.reader, endFeed, { membership: other }, place.by);
    expect((await count(`feed:${other}`)).entries).toBe(0);
  });

  it("goes no further than its number", async () => {
    const membership = await membershipOf(place.community.lead);
    const rows = await inTransaction(
      `feed:${membership}`,
      todayBy(place.clock),
      (tx) => tx.$queryRaw<unknown[]>`SELECT * FROM app.feed_entries('2026-01-01', '2028-01-01', 3)`,
    );
    expect(rows).toHaveLength(3);
  });
});

describe("its address", () => {
  it("is answered for its own reader alone to keep, and not sent twice", async () => {
    const token = await feedOf(place.community.reader);
    const first = await ask(token);
    expect(first.status).toBe(200);
    expect(first.headers.get("Content-Type")).toMatch(/^text\/calendar; charset=utf-8/);
    expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
    const etag = first.headers.get("ETag") ?? "";
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await ask(token, { headers: { "If-None-Match": known } });
      expect([again.status, again.body, again.headers.get("ETag")]).toEqual([304, "", etag]);
    }
    const title = "One more";
    const promise = { area: place.area.slug, council: place.council.slug, title };
    await buildPromise(place.community.editor, promise, { clock: clockAt("2026-10-01T20:05:00Z") });
    const changed = await ask(token, { headers: { "If-None-Match": etag } });
    expect(changed.status).toBe(200);
    expect(changed.body).toContain(title);
  });

  it("opens nothing when it was never one, was replaced, or was ended", async () => {
    const { reader } = place.community;
    const old = await feedOf(reader);
    const now = await feedOf(reader);
    const nothing = await ask(newToken());
    expect(nothing).toMatchObject({ status: 404, body: "" });
    for (const token of [old, "short", `${now}x`, now.slice(1), hashToken(now)])
      expect(await ask(token)).toMatchObject({ status: 404, body: "" });
    expect((await ask(now)).status).toBe(200);
    await mustRun(reader, endFeed, { membership: await membershipOf(reader) }, place.by);
    expect((await ask(now)).status).toBe(404);
  });

  it("opens nothing from the day the membership ends, and with a new password", async () => {
    const lead = place.outside.councilLead;
    const token = await feedOf(lead);
    expect((await ask(token)).status).toBe(200);
    await asMaintenance(db.ownerUrl, (client) =>
      client.query("update membership set ends_on = '2026-11-01' where user_id = $1", [lead.id]),
    );
    expect((await ask(token, { clock: clockAt("2026-10-31T12:00:00Z") })).status).toBe(200);
    expect((await ask(token, { clock: clockAt("2026-11-01T12:00:00Z") })).status).toBe(404);
    await asMaintenance(db.ownerUrl, async (client) => {
      await client.query(
        `insert into account (id, user_id, account_id, provider_id, password) values (gen_random_uuid(), $1, 'x', 'credential', 'old')`,
        [lead.id],
      );
      await client.query("update account set password = 'new' where user_id = $1", [lead.id]);
    });
    expect((await ask(token)).status).toBe(404);
  });

  it("is made and ended by whose membership it is alone", async () => {
    const { community, councilSide, admin } = place;
    const membership = await membershipOf(community.lead);
    for (const other of [community.editor, councilSide.lead, admin]) {
      const input = { membership, tokenHash: hashToken(newToken()) };
      expect(await runAs(other, makeFeed, input, place.by)).toEqual({ status: "absent" });
      expect(await runAs(other, endFeed, { membership }, place.by)).toEqual({ status: "absent" });
    }
  });

  it("is one for each role of somebody who has two", async () => {
    const { county, admin, by, council } = place;
    const user = county?.users.reader as SignedIn;
    const role = {
      userId: user.id,
      organisationId: council.id,
      role: "reader" as const,
      startsOn: "2026-01-01",
    };
    await mustRun(admin, giveMembership, role, by);
    // The first is the county's: of what the borough may see it shows nothing.
    expect((await readBy(user)).toSorted()).toEqual(COUNTYS);
  });
});

describe("after a takeover", () => {
  it("shows whoever follows what is open, and what the old council kept to itself as taken time", async () => {
    const { council, councilSide } = place;
    const token = await feedOf(councilSide.reader);
    const { id: to } = await buildUnitary(place, "Newland");
    await buildTakeover(place, { from: council.id, to });
    expect(eventsIn((await ask(token, before)).body)).toContain(
      "2027-05-06 Council election: Barley Borough",
    );
    // The membership of the old council ended with it, and its feed with the membership.
    expect((await ask(token, onTheDay)).status).toBe(404);
    const followed = await asMaintenance(db.ownerUrl, (client) =>
      client.query<{ id: string }>("select id from membership where user_id = $1 and organisation_id = $2", [
        councilSide.reader.id,
        to,
      ]),
    );
    const next = newToken();
    const input = { membership: followed.rows[0]?.id ?? "", tokenHash: hashToken(next) };
    await mustRun(councilSide.reader, makeFeed, input, onTheDay);
    // What the old council kept to itself: nobody but its own people sees that there is anything.
    await asMaintenance(db.ownerUrl, (client) =>
      client.query(
        "update record set occurred_on = '2027-04-20' where title like 'canary-meeting-%-council'",
      ),
    );
    expect(eventsIn((await ask(next, onTheDay)).body)).toEqual([
      "2027-03-01 Project ends: A field for all",
      "2027-04-20T17:30:00Z Busy",
      "2027-03-31 Pre-election period: Newland",
      "2027-05-06 Council election: Newland",
    ]);
  });
});
