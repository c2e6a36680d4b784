import Ajv2020 from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { describeApi } from "~/composition/api/description.server";
import { agreeRhythm, proposeRhythm } from "~/features/records/rhythm.commands.server";
import { authClient, closeDatabase } from "~/platform/db.server";
import { type Access, buildAccess } from "../builders/fixtures-access";
import { mustRun } from "../builders/place";
import { askApi, buildToken, type Good, type Said } from "../builders/program";
import { goodBodies } from "../builders/program-bodies";
import { findOwnLines } from "../builders/program-own-papers";
import { RELEASE } from "../builders/published-release";
import { createTestDatabase, type TestDatabase } from "../setup/database";

type Schema = Record<string, unknown>;
type Described = {
  operationId: string;
  tags: string[];
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
};
type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { responses: Record<string, Described["responses"][string]>; schemas: Record<string, Schema> };
};

// As a client gets it: nothing but JSON.
const document = JSON.parse(JSON.stringify(describeApi())) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => method === "get" || method === "post")
    .map(([method, operation]) => ({ path, method, operation })),
);
// A file is bytes: composition/api/files.server.test.ts fetches them.
const reads = operations.filter(({ method, path }) => method === "get" && !path.endsWith("/{file}"));
const writes = operations.filter(({ method }) => method === "post");

let db: TestDatabase;
let access: Access;
let good: Record<string, Good>;
let ids: Record<string, string>;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  vi.stubEnv("SESSION_SECRET", "a secret for tests alone, of no use to anybody");
  db = await createTestDatabase();
  access = await buildAccess(db);
  const { place, users, records, people, series } = access;
  const shared = (kind: string) => records[kind]?.shared ?? "";
  const rhythm = {
    area: place.area.slug,
    council: place.council.slug,
    idealGapDays: 42,
    longestGapDays: 90,
  };
  const agreed = await mustRun(users["community editor"], proposeRhythm, rhythm, place.by);
  await mustRun(users["council lead"], agreeRhythm, { id: agreed.id }, place.by);
  ids = {
    meetings: shared("meeting"),
    "check-ins": access.checkIn.round,
    agreements: shared("mou"),
    evidence: shared("evidence"),
    people: people.ours,
    posts: people.leadPost,
    series,
    organisations: place.council.slug,
    relationships: place.council.slug,
    rhythms: agreed.id,
    notes: shared("note"),
    research: RELEASE,
    ...(await findOwnLines(access)),
  };
  for (const kind of ["commitment", "request", "project", "milestone", "proposal", "handover", "aim"])
    ids[`${kind}s`] = shared(kind);
  for (const who of [
    "community editor",
    "community lead",
    "community reader",
    "council editor",
    "council lead",
  ] as const)
    tokens[who] = (await buildToken(users[who], place)).token;
  good = await goodBodies(access);
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
const FORMATS = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  uuid: /^[0-9a-f-]{36}$/i,
  email: /@/,
};
for (const [name, check] of Object.entries(FORMATS)) ajv.addFormat(name, check);
const checks = new Map<string, ReturnType<typeof ajv.compile>>();

/** What is wrong with an answer, by what the description says of it. */
function wrongWith({ operationId, responses }: Described, { status, headers, body }: Said): string[] {
  const told = responses[String(status)];
  if (!told) return [`${operationId}: ${status} is not in its description`];
  const response = told.$ref ? document.components.responses[told.$ref.split("/").at(-1) ?? ""] : told;
  const type = (headers.get("Content-Type") ?? "").split(";")[0] ?? "";
  if (!response?.content) return body === null ? [] : [`${operationId}: ${status} has a body`];
  const schema = response.content[type]?.schema;
  if (!schema) return [`${operationId}: ${status} is ${type}`];
  const key = `${operationId} ${status}`;
  const check = checks.get(key) ?? ajv.compile({ ...schema, components: document.components });
  checks.set(key, check);
  if (check(body)) return [];
  return (check.errors ?? []).slice(0, 3).map((error) => `${key}: ${error.instancePath} ${error.message}`);
}

function addressOf(path: string, { tags }: Described, one: Good = {}): string {
  const id = one.id ?? ids[tags[0] ?? ""] ?? "00000000-0000-7000-8000-000000000000";
  return path.replace("{area}", access.place.area.slug).replace("{id}", encodeURIComponent(id));
}

const OF_RECORDS = /\/(reply|settle|bin|restore|ask-void|agree-void|note|remove-file)$/;

const OF_WRITERS = /\/(links|twice|compared)$/;

/** What is the partnership's own is not there for a council; what is asked before one writes is no reader's. */
function statusFor(path: string, who: string): number {
  if (path.includes("/partnership")) return who.startsWith("council") ? 404 : 200;
  return OF_WRITERS.test(path) && who.endsWith("reader") ? 403 : 200;
}

describe("every address that is read", () => {
  it.each(reads)("$path", async ({ path, operation }) => {
    for (const who of ["community editor", "community reader", "council editor"]) {
      const said = await askApi(access.place, { path: addressOf(path, operation), token: tokens[who] });
      expect([who, said.status, ...wrongWith(operation, said)]).toEqual([who, statusFor(path, who)]);
    }
  });

  it("answers each of its questions", async () => {
    for (const { path, operation } of reads)
      for (const { name, in: where, schema } of operation.parameters ?? []) {
        const values =
          (schema.enum as string[] | undefined) ?? (name === "council" ? [access.place.council.slug] : []);
        for (const value of where === "query" ? values.slice(0, 12) : []) {
          const search = new URLSearchParams({ [name]: value });
          const said = await askApi(access.place, {
            path: `${addressOf(path, operation)}?${search}`,
            token: tokens["community editor"],
          });
          expect([path, name, value, said.status, ...wrongWith(operation, said)]).toEqual([
            path,
            name,
            value,
            200,
          ]);
        }
        await authClient().rateLimit.deleteMany();
      }
  });
});

describe("every address that is sent to", () => {
  it("answers what is missing, what is too much, and a stranger as its description says", async () => {
    const problems: string[] = [];
    // What every record has is the same command everywhere: of one kind is enough.
    const own = writes.filter(({ path }) => path.includes("/requests/") || !OF_RECORDS.test(path));
    for (const [turn, { path, operation }] of own.entries()) {
      await authClient().rateLimit.deleteMany();
      const asking =
        turn % 2 === 0
          ? { token: tokens["community reader"], body: {} }
          : { token: tokens["council editor"], body: { nothing: "of ours" }, headers: { "If-Match": '"1"' } };
      const said = await askApi(access.place, { path: addressOf(path, operation), ...asking });
      problems.push(...wrongWith(operation, said));
      if (said.status < 400) problems.push(`${operation.operationId}: ${said.status} for nothing`);
    }
    expect(problems).toEqual([]);
  }, 240_000);

  it("carries out what is good", async () => {
    const problems: string[] = [];
    for (const { path, operation } of writes) {
      const one = good[operation.operationId];
      if (!one) continue;
      await authClient().rateLimit.deleteMany();
      const address = addressOf(path, operation, one);
      const token = tokens[one.who ?? "community editor"];
      const headers: Record<string, string> = {};
      const wantsMatch = operation.parameters?.some(({ name, required }) => name === "If-Match" && required);
      if (wantsMatch) {
        const read =
          one.revision ??
          (await askApi(access.place, { path: address.replace(/\/[^/]+$/, ""), token })).headers.get("ETag");
        headers["If-Match"] = read ?? "";
      }
      const said = await askApi(access.place, { path: address, token, headers, body: one.body ?? {} });
      problems.push(...wrongWith(operation, said));
      if (said.status >= 300) problems.push(`${operation.operationId}: ${JSON.stringify(said.body)}`);
    }
    expect(problems).toEqual([]);
    const tried = writes.filter(({ operation }) => good[operation.operationId]);
    expect(tried.map(({ operation }) => operation.operationId).sort()).toEqual(Object.keys(good).sort());
  }, 240_000);
});
