import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { openAccount } from "~/features/identity/accounts.server";
import { systemClock } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../builders/asked-request";
import { type BuiltServer, type Sent, startBuilt } from "../builders/fixtures-server";
import { buildPlace, mustRun, type Place } from "../builders/place";
import { buildToken } from "../builders/program";
import { createTestDatabase, type TestDatabase } from "../setup/database";

let db: TestDatabase;
let server: BuiltServer;
let place: Place;
let bearer: { Authorization: string; Origin: undefined };
let id: string;

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startBuilt(db.appUrl);
  place = await buildPlace(db, { clock: systemClock });
  const { token } = await buildToken(place.community.editor, place);
  // A program names no origin.
  bearer = { Authorization: `Bearer ${token}`, Origin: undefined };
  id = await buildRequest(place.community.editor, { area: place.area.slug }, place.by);
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await server.stop();
  await db.drop();
});

const requests = () => `/api/v1/areas/${place.area.slug}/requests`;
const json = { "Content-Type": "application/json" };
const ask = (sent: Sent) => server.ask({ ...sent, headers: { ...bearer, ...sent.headers } });

describe("the API as it is served", () => {
  it("reads and writes by a token alone, from no origin", async () => {
    const list = await ask({ path: requests() });
    expect([list.status, JSON.parse(list.body).count]).toEqual([200, 1]);
    const body = JSON.stringify({ title: "Who mends the gate?", askedOn: "today" });
    const made = await ask({ method: "POST", path: requests(), body, headers: json });
    expect(made.status).toBe(201);
    const one = await ask({ path: made.headers.location ?? "" });
    expect(JSON.parse(one.body)).toMatchObject({ title: "Who mends the gate?", revision: 1 });
    expect([one.headers.etag, one.headers["cache-control"]]).toEqual(['"1"', "no-store"]);
  });

  it("answers HEAD as GET, without a body", async () => {
    const head = await ask({ method: "HEAD", path: `${requests()}/${id}` });
    expect([head.status, head.headers.etag, head.body]).toEqual([200, '"1"', ""]);
  });

  it.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("knows no %s", async (method) => {
    const said = await ask({ method, path: `${requests()}/${id}` });
    expect([said.status, said.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
    expect(said.headers["content-type"]).toBe("application/problem+json");
  });

  it.each(["", ".data", ".data?_routes=routes%2Fapi%2Fv1"])("asks for a token at me%s", async (ending) => {
    const said = await server.ask({ path: `/api/v1/me${ending}` });
    expect([said.status, said.headers["www-authenticate"]]).toEqual([401, 'Bearer realm="Common Ground"']);
  });

  it("does not take a page's way of asking for another address", async () => {
    for (const path of ["//api/v1/me", "/api/v1/../v1/me", "/API/v1/me", "/api/v1"]) {
      const said = await server.ask({ path });
      expect([path, said.status < 500 && said.status !== 200], path).toEqual([path, true]);
    }
  });

  it("is opened by a token made on the page, which is shown that once", async () => {
    const account = { name: "Olu Owner", email: "olu@test.example", password: "a password for tests alone" };
    const userId = (await openAccount(account)) ?? "";
    const role = { userId, organisationId: place.area.partnershipId, role: "reader" } as const;
    await mustRun(place.admin, giveMembership, { ...role, startsOn: "2020-01-01" }, place.by);
    const { email, password } = account;
    const { cookies } = await server.ask({ method: "POST", path: "/sign-in", form: { email, password } });
    const cookie = cookies.join("; ");
    const page = { path: "/account/tokens", cookie };
    const refused = await server.ask({ ...page, method: "POST", form: { intent: "make", access: "read" } });
    expect([refused.status, /Say what the token is for/.test(refused.body)]).toEqual([400, true]);
    const form = { intent: "make", name: "A list", access: "read", area: "", days: "90" };
    const made = await server.ask({ ...page, method: "POST", form });
    const token = /cg_[\w-]{43}/.exec(made.body)?.[0] ?? "";
    expect([made.status, made.headers["cache-control"], made.cookies]).toEqual([200, "no-store", []]);
    const headers = { Authorization: `Bearer ${token}` };
    expect((await server.ask({ path: requests(), headers })).status).toBe(200);
    expect((await server.ask({ path: requests(), cookie })).status).toBe(401);
    const after = await server.ask(page);
    expect(after.body).toContain(token.slice(0, 9));
    expect(after.body).not.toContain(token.slice(9));
  });

  it("is described to anybody, to be kept for an hour", async () => {
    const said = await server.ask({ path: "/api/v1/openapi.json" });
    expect([said.status, said.headers["cache-control"]]).toEqual([200, "public, max-age=3600"]);
    expect(said.headers["content-type"]).toMatch(/^application\/json/);
    expect(JSON.parse(said.body).openapi).toBe("3.1.0");
    expect(said.cookies).toEqual([]);
  });
});
