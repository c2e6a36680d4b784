import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { todayBy } from "~/platform/clock";
import { authClient, closeDatabase, inTransaction } from "~/platform/db.server";
import { buildRequest } from "../../../tests/builders/asked-request";
import { buildPlace, type Place } from "../../../tests/builders/place";
import { type Asking, askApi, buildToken } from "../../../tests/builders/program";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import type { JsonSchema } from "./json-schema.server";
import { methodOf, OPERATIONS, type Operation } from "./operations.server";

let db: TestDatabase;
let place: Place;
let token: string;
const path = () => `/areas/${place.area.slug}/requests`;
const ask = (one: Asking) => askApi(place, { token, ...one });
const question = (title = "Who mends the lights?") => ({ title, askedOn: "today" });
const askOne = async () => buildRequest(place.community.editor, { area: place.area.slug }, place.by);
const words = (title: string) => ({ title, targetOn: "2026-12-01" });

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  token = (await buildToken(place.community.editor, place)).token;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe("what overwrites words", () => {
  it("wants the revision it was read at, and refuses an older one whoever wrote in between", async () => {
    const id = await askOne();
    const revise = (title: string, match?: string) =>
      ask({
        path: `${path()}/${id}/revise`,
        body: words(title),
        headers: match === undefined ? {} : { "If-Match": match },
      });
    const read = await ask({ path: `${path()}/${id}` });
    const tag = read.headers.get("ETag") ?? "";
    expect(tag).toBe('"1"');
    expect((await revise("One")).status).toBe(428);
    expect((await revise("One", "*")).status).toBe(400);
    expect((await revise("One", '"0"')).status).toBe(412);
    const first = await revise("One", tag);
    expect([first.status, first.headers.get("ETag")]).toEqual([200, '"2"']);
    const second = await revise("Two", tag);
    expect(second.body).toMatchObject({ status: 412, yourRevision: 1, currentRevision: 2 });
    expect((await ask({ path: `${path()}/${id}` })).body).toMatchObject({ title: "One", revision: 2 });
    expect((await revise("Two", '"2"')).body).toMatchObject({ title: "Two", revision: 3 });
  });

  it("is refused in a body that says the revision or the address itself", async () => {
    const id = await askOne();
    const body = { ...words("One"), revision: 1, id };
    const said = await ask({ path: `${path()}/${id}/revise`, body, headers: { "If-Match": '"1"' } });
    expect(said.status).toBe(422);
    expect(said.body).toMatchObject({ errors: [{ field: "id" }, { field: "revision" }] });
    expect((await ask({ path: path(), body: { ...question(), area: "elsewhere" } })).status).toBe(422);
  });

  it("holds who sends a revision with another command to it", async () => {
    const id = await askOne();
    const reply = { path: `${path()}/${id}/reply`, body: { text: "Thank you." } };
    expect((await ask({ ...reply, headers: { "If-Match": '"9"' } })).status).toBe(412);
    expect((await ask({ ...reply, headers: { "If-Match": '"1"' } })).status).toBe(200);
  });
});

describe("a write sent again", () => {
  const count = () =>
    inTransaction(`user:${place.community.editor.id}`, todayBy(place.clock), (tx) => tx.request.count());

  it("with its key is done once, and answered the same", async () => {
    const before = await count();
    const sent = { path: path(), body: question(), headers: { "Idempotency-Key": "newsletter 2026-10" } };
    const all = [await ask(sent), ...(await Promise.all([ask(sent), ask(sent)]))];
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(all.map(({ headers }) => headers.get("Location"))).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it("with the key of another write is refused", async () => {
    const headers = { "Idempotency-Key": "a second one" };
    expect((await ask({ path: path(), body: question("One"), headers })).status).toBe(201);
    const before = await count();
    const other = await ask({ path: path(), body: question("Two"), headers });
    expect(other.body).toMatchObject({ status: 422, type: "urn:common-ground:problem:key-reused" });
    expect(await count()).toBe(before);
    expect((await ask({ path: path(), body: question(), headers: { "Idempotency-Key": "é" } })).status).toBe(
      400,
    );
  });
});

describe("a key sent with two writes at once", () => {
  const count = () =>
    inTransaction(`user:${place.community.editor.id}`, todayBy(place.clock), (tx) => tx.request.count());

  it("is of one of them, and the others are refused", async () => {
    for (const round of [1, 2, 3]) {
      const before = await count();
      const headers = { "Idempotency-Key": `at once ${round}` };
      const all = await Promise.all(
        ["One", "Two", "Three", "Four"].map((title) => ask({ path: path(), body: question(title), headers })),
      );
      expect(all.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
      expect(await count()).toBe(before + 1);
    }
  });
});

describe("lists", () => {
  it("come a page at a time, with the way to the others", async () => {
    for (let at = 0; at < 26; at++) await askOne();
    const first = await ask({ path: `${path()}?view=all&sort=newest` });
    const { items, count, pages } = first.body as { items: { id: string }[]; count: number; pages: number };
    expect([items.length, pages]).toEqual([25, 2]);
    const link = first.headers.get("Link") ?? "";
    const next = /<([^>]*)>; rel="next"/.exec(link)?.[1] ?? "";
    expect(next).toBe(`/api/v1${path()}?view=all&sort=newest&page=2`);
    const second = await ask({ path: next.replace("/api/v1", "") });
    const rest = (second.body as { items: { id: string }[] }).items;
    expect(new Set([...items, ...rest].map(({ id }) => id)).size).toBe(count);
    expect(second.headers.get("Link")).toMatch(/rel="prev"/);
    expect(second.headers.get("Link")).not.toMatch(/rel="next"/);
  });

  it.each([
    "?sort=title",
    "?view=secret",
    "?page=0",
    "?page=x",
    "?other=1",
    "?page=1&page=2",
    "?council=far-unitary",
    "?council=%00",
  ])("%s is no question of theirs", async (search) => {
    const said = await ask({ path: path() + search });
    expect(said.status).toBe(400);
    expect(said.body).toMatchObject({ errors: [{ field: expect.any(String), detail: expect.any(String) }] });
  });
});

describe("what is wrong", () => {
  it.each<[string, Asking, number, Record<string, string>]>([
    ["no such address", { path: "/areas/oakfield/nothing" }, 404, {}],
    [
      "another method",
      { path: "/areas/oakfield/requests", method: "DELETE" },
      405,
      { Allow: "GET, HEAD, POST" },
    ],
    ["a method of pages", { path: "/me", method: "POST", body: {} }, 405, { Allow: "GET, HEAD" }],
    [
      "a form",
      {
        path: "/areas/oakfield/requests",
        body: "title=x",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
      },
      415,
      {},
    ],
    ["no JSON", { path: "/areas/oakfield/requests", body: "{" }, 400, {}],
    ["a list", { path: "/areas/oakfield/requests", body: [] }, 400, {}],
    ["nothing", { path: "/areas/oakfield/requests", method: "POST" }, 422, {}],
    ["too much", { path: "/areas/oakfield/requests", body: { title: "x".repeat(1_000_001) } }, 413, {}],
    [
      "something more",
      { path: "/areas/oakfield/requests", body: { title: "x", askedOn: "today", more: 1 } },
      422,
      {},
    ],
    ["no id", { path: "/areas/oakfield/requests/1" }, 404, {}],
    ["an id of nothing", { path: "/areas/oakfield/requests/00000000-0000-7000-8000-000000000000" }, 404, {}],
    ["no area", { path: "/areas/%00/requests" }, 404, {}],
    ["broken letters", { path: "/areas/%ff/requests" }, 404, {}],
  ])("%s", async (_, one, status, headers) => {
    const said = await ask(one);
    expect(said.body).toMatchObject({ status, title: expect.any(String), type: expect.any(String) });
    expect(said.status).toBe(status);
    expect(said.headers.get("Content-Type")).toBe("application/problem+json");
    expect(said.headers.get("Cache-Control")).toBe("no-store");
    for (const [name, value] of Object.entries(headers)) expect(said.headers.get(name)).toBe(value);
  });

  it("too many requests wait", async () => {
    const { token: busy } = await buildToken(place.community.lead, place);
    await ask({ path: "/me", token: busy });
    await authClient().rateLimit.updateMany({
      where: { key: { startsWith: "token:" } },
      data: { count: 600 },
    });
    const said = await ask({ path: "/me", token: busy });
    expect([said.status, said.headers.get("Retry-After")]).toEqual([429, "60"]);
    await authClient().rateLimit.deleteMany();
  });
});

/** Every name a body may have, in any of its forms. */
function namesOf({ properties, anyOf, oneOf }: JsonSchema): string[] {
  return [...Object.keys(properties ?? {}), ...[...(anyOf ?? []), ...(oneOf ?? [])].flatMap(namesOf)].slice(
    0,
    60,
  );
}

describe("whatever is sent", () => {
  const odd = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc
      .jsonValue({ maxDepth: 3 })
      .map((value) => JSON.stringify({ title: value, on: value, text: value, council: value })),
    fc.constantFrom(
      '{"title":"a\\u0000b","askedOn":"today","text":"\\u0000","reason":"\\ud800"}',
      '{"title":1e400,"askedOn":-1e999}',
      `{"title":${"[".repeat(100_000)}`,
      '{"__proto__":{"a":1},"constructor":1}',
      '{"askedOn":"9999-99-99","on":"0000-00-00","dueOn":"2026-02-30"}',
    ),
  );
  // Values that some check of ours takes, and some that none should.
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      ...[
        "today",
        "2026-10-01",
        "9999-12-31",
        "0001-01-01",
        "joint",
        "ours",
        "yes",
        "no",
        "all",
        "a\u0000b",
        "\ud800",
        "__proto__",
      ],
      ...[
        0,
        -1,
        1.5,
        2 ** 31,
        2 ** 53,
        1e300,
        true,
        null,
        "",
        " ",
        [],
        {},
        ["x"],
        [{}],
        [{ person: "Ash", capacity: "member" }],
      ],
    ),
    fc.uuid(),
    fc.string({ unit: "binary" }),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const named = (names: readonly string[]) =>
    fc
      .record(Object.fromEntries(names.map((each) => [each, value])), { requiredKeys: [] })
      .map((one) => JSON.stringify(one));
  const bodyOf = (operation: Operation) =>
    "sent" in operation
      ? fc.oneof(odd, { arbitrary: named(namesOf(operation.sent.body)), weight: 3 })
      : fc.constant("");
  const sent = fc
    .nat(OPERATIONS.length - 1)
    .chain((number) =>
      fc.record({ number: fc.constant(number), body: bodyOf(OPERATIONS[number] as Operation) }),
    );
  const name = fc.oneof(fc.uuid(), fc.string({ unit: "binary" }), fc.constantFrom("%00", "..", "1e400"));

  it("is answered, and never by a fault", async () => {
    const id = await askOne();
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(sent, name, fc.boolean(), async ({ number, body }, other, isThere) => {
        const operation = OPERATIONS[number] as Operation;
        const which = isThere ? id : encodeURIComponent(other.toWellFormed());
        const address = operation.path.replace("{area}", place.area.slug).replace("{id}", which);
        const isWrite = methodOf(operation) === "POST";
        await authClient().rateLimit.deleteMany();
        const said = await ask({
          path: address,
          ...(isWrite ? { body, headers: { "If-Match": '"1"' } } : {}),
        });
        expect(said.status, `${methodOf(operation)} ${address} ${body}`).toBeLessThan(429);
        seen.add(said.status);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
    expect([...seen]).toEqual(expect.arrayContaining([200, 404, 422]));
  });
});
