import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noteAnswer, pathForLog } from "~/composition/access-trail.server";
import { findPlaceAudit } from "~/composition/audit-page.server";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { logMeetingWithPromises } from "~/composition/meetings.commands.server";
import { createArea } from "~/features/areas/areas.commands.server";
import { readAuditFilter } from "~/features/audit/audit-filter";
import { openAccount } from "~/features/identity/accounts.server";
import { signIn, signOut } from "~/features/identity/sign-in.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction, type Principal } from "~/platform/db.server";
import { ReadScope } from "~/platform/read-scope.server";
import { buildRequest } from "../builders/asked-request";
import { buildPeople, shortestForm } from "../builders/meeting";
import { buildPlace, mustRun, type Place } from "../builders/place";
import { createTestDatabase, type TestDatabase } from "../setup/database";

let db: TestDatabase;
let place: Place;
let owner: Client;

const FROM = { requestId: "request-1", clientAddress: "203.0.113.77", browser: "Firefox on Windows" };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  await buildPeople(place);
  owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await closeDatabase();
  await db.drop();
});

/** The log as it lies there, past row security, the newest first. */
async function entries(command: string) {
  await owner.query("select set_config('app.principal', 'maintenance', false)");
  const { rows } = await owner.query("select * from event where command = $1 order by at desc, id desc", [
    command,
  ]);
  await owner.query("select set_config('app.principal', '', false)");
  return rows;
}

describe("the log is only ever added to", () => {
  const principals = (): Principal[] => [
    `user:${place.community.lead.id}`,
    `user:${place.admin.id}`,
    "auth",
    "scorer",
    "release",
    "job:queue",
    "link:00000000-0000-7000-8000-000000000001",
    "token:00000000-0000-7000-8000-000000000001",
  ];

  it.each(["UPDATE event SET command = 'x'", "DELETE FROM event", "TRUNCATE event"])(
    "by every principal of the application: %s",
    async (statement) => {
      for (const principal of principals()) {
        const written = inTransaction(principal, todayBy(place.clock), (tx) =>
          tx.$executeRawUnsafe(statement),
        );
        await expect(written, principal).rejects.toThrow(/permission denied/);
      }
    },
  );

  it.each(["UPDATE event SET command = 'x'", "DELETE FROM event"])(
    "nor by its owner, who sees no row to change: %s",
    async (statement) => {
      expect((await owner.query(statement)).rowCount).toBe(0);
    },
  );

  it("nor is it emptied by its owner", async () => {
    await expect(owner.query("TRUNCATE event")).rejects.toThrow(/append-only/);
  });
});

describe("a write", () => {
  it("is told with the network it came from, the browser, and what called it", async () => {
    const { community, clock } = place;
    const form = { ...shortestForm(place), how: "in_person" as const, title: "With others" };
    const outcome = await runAs(community.editor, logMeetingWithPromises, form, { clock, ...FROM });
    expect(outcome.status).toBe("done");
    const where = {
      principal: `user:${community.editor.id}`,
      actor_id: community.editor.id,
      request_id: "request-1",
      client_address: "203.0.113.0/24",
      browser: "Firefox on Windows",
    };
    const [whole] = await entries("meetings.log-with-promises");
    expect(whole).toMatchObject({ ...where, via: null });
    const [part] = await entries("meetings.log");
    expect(part).toMatchObject({ ...where, via: "meetings.log-with-promises" });
  });
});

/** A request of somebody signed in that was answered so; `taken`: a file was given. */
async function answered(user: SignedIn, path: string, response: Response, taken?: { area: string | null }) {
  const { clock } = place;
  const scope = new ReadScope(`user:${user.id}`, todayBy(clock));
  const request = new Request(`http://localhost:3000${path}`);
  const visit = { user, scope, ...(taken ? { taken } : {}) };
  await noteAnswer({ request, response, visit, clock, ...FROM });
  await scope.close();
}

describe("what writes nothing", () => {
  it("is told where somebody was refused a record of others, to them and to admins alone", async () => {
    const { community, outside, area, admin, by } = place;
    const id = await buildRequest(community.editor, { area: area.slug, title: "CANARY title" }, by);
    const path = `/areas/${area.slug}/requests/${id}`;
    await answered(outside.communityLead, path, new Response(null, { status: 404 }));
    const [told] = await entries("access.refused");
    expect(told).toMatchObject({
      actor_id: outside.communityLead.id,
      subject_id: id,
      level: "personal",
      area_id: null,
      client_address: "203.0.113.0/24",
      data: { path, method: "GET", status: 404 },
    });
    const readers = async (user: { id: string }) =>
      inTransaction(`user:${user.id}`, todayBy(place.clock), (tx) =>
        tx.event.count({ where: { id: told.id } }),
      );
    expect(await readers(outside.communityLead)).toBe(1);
    expect(await readers(admin)).toBe(1);
    expect(await readers(community.lead)).toBe(0);
  });

  it("is told for a role that does not reach, once a request, and for no page that is nobody's", async () => {
    const { community, area } = place;
    const before = (await entries("access.refused")).length;
    await answered(community.reader, `/areas/${area.slug}/aims/new`, new Response(null, { status: 403 }));
    await answered(community.reader, "/no-such-page", new Response(null, { status: 404 }));
    await answered(community.reader, `/areas/${area.slug}`, new Response(null, { status: 200 }));
    expect((await entries("access.refused")).length).toBe(before + 1);
  });

  it("is told where a file was taken away: to one's own side and the admins, not to the other side", async () => {
    const { community, councilSide, area, admin } = place;
    const path = `/areas/${area.slug}/partnership/members.csv`;
    await answered(community.editor, path, new Response("x"), { area: area.slug });
    const [told] = await entries("access.exported");
    expect(told).toMatchObject({
      actor_id: community.editor.id,
      area_id: area.id,
      organisation_id: area.partnershipId,
      side: "community",
      level: "side",
      data: { path, area: area.slug },
    });
    const readers = async (user: { id: string }) =>
      inTransaction(`user:${user.id}`, todayBy(place.clock), (tx) =>
        tx.event.count({ where: { id: told.id } }),
      );
    expect(await readers(community.lead)).toBe(1);
    expect(await readers(admin)).toBe(1);
    expect(await readers(councilSide.lead)).toBe(0);
    const before = (await entries("access.exported")).length;
    await answered(community.editor, `/areas/${area.slug}`, new Response("a page"));
    expect((await entries("access.exported")).length).toBe(before);
  });

  it("is told where a release was taken away, which is of no area: to whoever took it", async () => {
    for (const file of ["2026-Q3.csv", "2026-Q3-left-out.csv-metadata.json", "2026-Q3.xlsx"])
      await answered(place.community.reader, `/research/data/${file}`, new Response("x"), { area: null });
    const told = (await entries("access.exported")).filter(({ area_id }) => area_id === null);
    expect(told.map(({ data, level }) => [data.path, level]).sort()).toEqual([
      ["/research/data/2026-q3-left-out.csv-metadata.json", "personal"],
      ["/research/data/2026-q3.csv", "personal"],
      ["/research/data/2026-q3.xlsx", "personal"],
    ]);
  });

  it("keeps no words that somebody put into an address", () => {
    expect(pathForLog("/areas/oakfield/requests/CANARY Jane Doe")).toBe("/areas/oakfield/requests/…");
    expect(pathForLog("/areas/oakfield.data")).toBe("/areas/oakfield.data");
    expect(pathForLog("/areas/jane@home.example")).toBe("/areas/…");
  });

  it("tells an admin nothing else of an area", async () => {
    const { admin, community, area, by } = place;
    await mustRun(admin, createArea, { name: "New one" }, by);
    await buildRequest(community.editor, { area: area.slug, title: "CANARY kept" }, by);
    const seen = await inTransaction(`user:${admin.id}`, todayBy(place.clock), (tx) =>
      tx.event.findMany({ where: { areaId: { not: null } }, select: { command: true, data: true } }),
    );
    expect(new Set(seen.map(({ command }) => command.split(".")[0]))).toEqual(new Set(["access", "areas"]));
    expect(JSON.stringify(seen)).not.toContain("CANARY");
  });
});

describe("the log between two days", () => {
  it("is told for any two that can be written, the very last too", async () => {
    const today = todayBy(place.clock);
    const between = (from: string, to: string) =>
      inTransaction(`user:${place.admin.id}`, today, async (tx) => {
        const filter = readAuditFilter(new URLSearchParams({ from, to }));
        return (await findPlaceAudit({ tx, today, now: place.clock.now() }, filter)).count;
      });
    const whole = await between("", "");
    expect(whole).toBeGreaterThan(0);
    expect(await between("0001-01-01", "9999-12-31")).toBe(whole);
    expect(await between("9999-12-31", "9999-12-31")).toBe(0);
  });
});

describe("signing in", () => {
  const NADIA = { name: "Nadia New", email: "nadia@test.example", password: "a long enough password" };
  const circumstances = () => ({ clock: place.clock, ...FROM });
  const request = (cookie?: string) =>
    new Request("http://localhost:3000/sign-in", {
      method: "POST",
      headers: { ...(cookie ? { cookie } : {}), origin: "http://localhost:3000" },
    });

  it("is told when it succeeds, when it fails, and when it ends", async () => {
    const id = await openAccount(NADIA);
    await signIn(request(), { email: NADIA.email, password: "CANARY wrong" }, circumstances());
    await signIn(request(), { email: "CANARY@nowhere.example", password: "CANARY wrong" }, circumstances());
    const failed = await entries("identity.sign-in-failed");
    expect(failed.map(({ actor_id }) => actor_id).sort()).toEqual([id, null].sort());
    expect(JSON.stringify(failed)).not.toMatch(/canary/i);
    expect(failed[0]).toMatchObject({ client_address: "203.0.113.0/24", browser: "Firefox on Windows" });

    const admission = await signIn(request(), NADIA, circumstances());
    if (admission.status !== "in") throw new Error(admission.status);
    expect((await entries("identity.signed-in"))[0]).toMatchObject({
      actor_id: id,
      data: { way: "password" },
    });
    const cookie = admission.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    await signOut(request(cookie), circumstances());
    expect((await entries("identity.signed-out"))[0]).toMatchObject({ actor_id: id });
    await signOut(request(), circumstances());
    expect((await entries("identity.signed-out")).length).toBe(1);
  });
});
