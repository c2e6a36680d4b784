import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { deactivateUser, endMembership, giveMembership } from "~/features/identity/accounts.commands.server";
import { revokeApiToken } from "~/features/identity/tokens.commands.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildRequest } from "../../../tests/builders/asked-request";
import { asMaintenance } from "../../../tests/builders/fixtures-records";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { type Asking, askApi, buildToken } from "../../../tests/builders/program";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";

// What is asked by mail waits in the queue, which nobody works here.
vi.mock("~/platform/mailer.server", async (original) => ({
  ...(await original<Record<string, unknown>>()),
  mailIsOn: () => true,
}));

let place: Place;
let tokens: Record<"editor" | "reading" | "reader" | "council" | "county" | "elsewhere" | "one", string>;
let asked: string;
const base = () => `/areas/${place.area.slug}`;
const ask = (one: Asking) => askApi(place, one);

let db: TestDatabase;

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});
beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  const tokenOf = async (...given: Parameters<typeof buildToken>) => (await buildToken(...given)).token;
  tokens = {
    editor: await tokenOf(place.community.editor, place),
    reading: await tokenOf(place.community.editor, place, { access: "read" }),
    reader: await tokenOf(place.community.reader, place),
    council: await tokenOf(place.councilSide.editor, place),
    county: await tokenOf(place.county?.users.lead ?? place.admin, place),
    elsewhere: await tokenOf(place.outside.communityLead, place),
    one: await tokenOf(place.community.editor, place, { area: place.area.slug }),
  };
  const where = { area: place.area.slug, council: place.council.slug };
  asked = await buildRequest(place.community.editor, where, place.by);
});

const question = () => ({ title: "Who mends the lights?", askedOn: "today", council: place.council.slug });

describe("who asks", () => {
  it.each([
    ["nothing", {}],
    ["a cookie", { headers: { Cookie: "common-ground.session_token=x" } }],
    ["a token of nobody", { token: `cg_${"A".repeat(43)}` }],
    ["no token by its look", { token: "secret" }],
    ["a password", { headers: { Authorization: "Basic eDp5" } }],
  ])("by %s is nobody", async (_, how) => {
    for (const path of ["/me", `${base()}/requests`, "/nowhere"]) {
      const said = await ask({ path, ...how });
      expect(said.status).toBe(401);
      expect(said.headers.get("WWW-Authenticate")).toMatch(/^Bearer realm="Common Ground"/);
      expect(said.headers.get("Content-Type")).toBe("application/problem+json");
    }
  });

  it("is told whose token it is and where it leads", async () => {
    expect((await ask({ path: "/me", token: tokens.reading })).body).toMatchObject({
      owner: { id: place.community.editor.id },
      token: { scopes: ["read"], area: null },
    });
    expect((await ask({ path: "/areas", token: tokens.council })).body).toEqual({
      items: [{ slug: place.area.slug, name: "Oakfield", side: "council", role: "editor" }],
    });
    expect((await ask({ path: "/areas", token: tokens.reading })).body).toMatchObject({
      items: [{ role: "reader" }],
    });
  });

  it("is nobody once the token is revoked, has ended, or its account is closed; and nowhere once the role has ended", async () => {
    const { editor } = place.community;
    const revoked = await buildToken(editor, place);
    expect((await ask({ path: "/me", token: revoked.token })).status).toBe(200);
    await mustRun(editor, revokeApiToken, { id: revoked.id }, place.by);
    expect((await ask({ path: "/me", token: revoked.token })).status).toBe(401);

    const short = await buildToken(editor, place, { days: "30" });
    const later = { clock: { now: () => new Date("2026-10-31T20:00:00Z") } };
    expect((await askApi(later, { path: "/me", token: short.token })).status).toBe(200);
    later.clock.now = () => new Date("2026-11-01T20:00:00Z");
    expect((await askApi(later, { path: "/me", token: short.token })).status).toBe(401);

    const { reader, editor: mover } = place.county?.users ?? place.councilSide;
    const leaver = await buildToken(reader, place);
    await mustRun(place.admin, deactivateUser, { id: reader.id }, place.by);
    expect((await ask({ path: "/me", token: leaver.token })).status).toBe(401);

    const moved = await buildToken(mover, place);
    const path = `/areas/${place.area.slug}/requests`;
    expect((await ask({ path, token: moved.token })).status).toBe(200);
    const membership = await inTransaction(`user:${place.admin.id}`, todayBy(place.clock), (tx) =>
      tx.membership.findFirst({ where: { userId: mover.id }, select: { id: true } }),
    );
    await mustRun(place.admin, endMembership, { id: membership?.id ?? "" }, place.by);
    expect((await ask({ path, token: moved.token })).status).toBe(404);
    expect((await ask({ path: "/areas", token: moved.token })).body).toEqual({ items: [] });
  });
});

describe("what a token may", () => {
  // list, one, ask, note the answer, take back what the community asked
  const cells: [keyof typeof tokens, string, number[]][] = [
    ["editor", "its owner's hand", [200, 200, 201, 200, 200]],
    ["one", "the same for this area alone", [200, 200, 201, 200, 200]],
    ["reading", "reads alone", [200, 200, 403, 403, 403]],
    ["reader", "a reader's hand", [200, 200, 403, 403, 403]],
    ["council", "the other side's hand", [200, 200, 201, 200, 403]],
    ["county", "another council's", [200, 404, 201, 404, 404]],
    ["elsewhere", "another area's", [404, 404, 404, 404, 404]],
  ];
  it.each(cells)("%s: %s", async (who, _, statuses) => {
    const token = tokens[who];
    const where = { area: place.area.slug, council: place.council.slug };
    const id = await buildRequest(place.community.editor, where, place.by);
    const other = await buildRequest(place.community.editor, where, place.by);
    const path = `${base()}/requests`;
    const said = [
      await ask({ path, token }),
      await ask({ path: `${path}/${id}`, token }),
      await ask({ path, token, body: question() }),
      await ask({ path: `${path}/${id}/answer`, token, body: { answer: "yes", on: "today" } }),
      await ask({ path: `${path}/${other}/withdraw`, token, body: {} }),
    ];
    expect(said.map(({ status }) => status)).toEqual(statuses);
  });

  it("ends at its one area, for an owner with others", async () => {
    const { editor } = place.community;
    const membership = {
      userId: editor.id,
      organisationId: place.outside.area.partnershipId,
      role: "lead",
    } as const;
    await mustRun(place.admin, giveMembership, { ...membership, startsOn: "2020-01-01" }, place.by);
    const path = `/areas/${place.outside.area.slug}/requests`;
    expect((await ask({ path, token: tokens.editor })).status).toBe(200);
    expect((await ask({ path, token: tokens.one })).status).toBe(404);
  });

  it("is told in the log as the token's, and its refusals too", async () => {
    const made = await ask({ path: `${base()}/requests`, token: tokens.one, body: question() });
    const id = (made.body as { id: string }).id;
    const me = (await ask({ path: "/me", token: tokens.one })).body as { token: { id: string } };
    const tokenId = me.token.id;
    const events = await inTransaction(`user:${place.community.editor.id}`, todayBy(place.clock), (tx) =>
      tx.event.findMany({ where: { subjectId: id }, select: { principal: true, actorId: true } }),
    );
    const refusals = () =>
      inTransaction(`user:${place.community.editor.id}`, todayBy(place.clock), (tx) =>
        tx.event.count({ where: { command: "access.refused", principal: `token:${tokenId}` } }),
      );
    const before = await refusals();
    await ask({ path: `${base()}/requests/${id}/settle`, token: tokens.one, body: {} });
    expect(await refusals()).toBe(before + 1);
    expect(events).toEqual([{ principal: `token:${tokenId}`, actorId: place.community.editor.id }]);
  });

  it("is never a programme admin's power, nor a token's to make or see", async () => {
    const { token, id } = await buildToken(place.admin, place);
    expect((await ask({ path: "/areas", token })).body).toEqual({ items: [] });
    const seen = await inTransaction(`token:${id}`, todayBy(place.clock), async (tx) => ({
      tokens: await tx.apiToken.count(),
      admin: await tx.$queryRaw<{ is: boolean }[]>`SELECT app.is_admin() AS is`,
      areas: await tx.area.count(),
    }));
    expect(seen).toEqual({ tokens: 0, admin: [{ is: false }], areas: 0 });
  });

  it("is narrowed by the database itself", async () => {
    const { id } = await buildToken(place.community.editor, place, { access: "read" });
    const changed = await inTransaction(`token:${id}`, todayBy(place.clock), (tx) =>
      tx.record.updateMany({ where: { id: asked }, data: { title: "Changed" } }),
    );
    expect(changed.count).toBe(0);
  });
});

describe("what is one side's own", () => {
  it("is there for the partnership, and nowhere for a council", async () => {
    const path = `${base()}/partnership-policies`;
    const policy = { about: "conduct", title: "How we treat each other", adoptedOn: "2024-01-01" };
    const made = await ask({ path, token: tokens.editor, body: policy });
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    expect((await ask({ path: `${path}/${id}`, token: tokens.reader })).body).toMatchObject(policy);
    for (const where of ["", `/${id}`])
      expect((await ask({ path: path + where, token: tokens.council })).status).toBe(404);
    for (const body of [policy, {}])
      expect((await ask({ path, token: tokens.council, body })).status).toBe(404);
    const off = { path: `${path}/${id}/take-off`, body: {} };
    expect((await ask({ ...off, token: tokens.council })).status).toBe(404);
    expect((await ask({ ...off, token: tokens.reader })).status).toBe(403);
    expect((await ask({ ...off, token: tokens.editor })).status).toBe(204);
    expect((await ask({ path: `${base()}/partnership-taken-off`, token: tokens.reader })).body).toEqual({
      items: [{ kind: "policy", id, name: policy.title }],
    });
  });
});

describe("a link for the other side", () => {
  it("is asked for by mail alone: no program names its way or its token", async () => {
    const path = `${base()}/requests/${asked}/ask-by-mail`;
    const personId = "00000000-0000-7000-8000-000000000000";
    const named = await ask({ path, token: tokens.editor, body: { personId, way: "hand", tokenHash: "0" } });
    expect(named.body).toMatchObject({ status: 422, errors: [{ field: "way" }, { field: "tokenHash" }] });
    expect((await ask({ path, token: tokens.reader, body: { personId } })).status).toBe(403);
    expect((await ask({ path, token: tokens.editor, body: { personId } })).body).toMatchObject({
      errors: [{ field: "personId" }],
    });
    const { body } = await ask({ path: `${base()}/requests/${asked}/links`, token: tokens.editor });
    expect(body).toMatchObject({ purpose: "request", mail: true, items: [] });
  });

  it("goes to a contact's own address, and is taken back", async () => {
    const contact = { organisation: place.council.slug, role: "officer", email: "kim@council.example" };
    const person = { path: `${base()}/people`, token: tokens.editor, body: { name: "Kim Rowe", ...contact } };
    const { id: personId } = (await ask(person)).body as { id: string };
    const path = `${base()}/requests/${asked}`;
    const made = await ask({ path: `${path}/ask-by-mail`, token: tokens.editor, body: { personId } });
    expect([made.status, made.body]).toEqual([200, expect.objectContaining({ id: asked })]);
    const links = () => ask({ path: `${path}/links`, token: tokens.editor });
    const [link] = ((await links()).body as { items: { id: string; way: string; state: string }[] }).items;
    expect(link).toMatchObject({ contact: "Kim Rowe", way: "mail", state: "waiting" });
    const back = { path: `${path}/revoke-link`, body: { linkId: link?.id } };
    expect((await ask({ ...back, token: tokens.council })).status).toBe(403);
    expect((await ask({ ...back, token: tokens.editor })).status).toBe(200);
    expect((await links()).body).toMatchObject({ items: [{ state: "revoked" }] });
  });
});

describe("a token itself", () => {
  it("is nowhere in the database, and its hash is no token", async () => {
    const { token } = await buildToken(place.community.editor, place);
    await ask({ path: "/me", token });
    const all = await asMaintenance(db.ownerUrl, async (client) => {
      const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
      const texts: string[] = [];
      for (const { tablename } of rows)
        texts.push(JSON.stringify((await client.query(`select * from "${tablename}"`)).rows));
      return texts.join("\n");
    });
    expect(all).toContain(token.slice(0, 9));
    expect(all).not.toContain(token.slice(9));
    const hash = createHash("sha256").update(token).digest("hex");
    expect(all).toContain(hash);
    expect((await ask({ path: "/me", token: hash })).status).toBe(401);
  });
});
