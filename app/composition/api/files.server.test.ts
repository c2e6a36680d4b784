import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { binRecord } from "~/features/records/records.commands.server";
import { closeDatabase } from "~/platform/db.server";
import { getEnvironment } from "~/platform/environment.server";
import { buildRequest } from "../../../tests/builders/asked-request";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildToken } from "../../../tests/builders/program";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { clockContext } from "../visit.server";
import { answerApi } from "./answer.server";

const PDF = new TextEncoder().encode("%PDF-1.7 a plan");
let db: TestDatabase;
let place: Place;
let id: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  vi.stubEnv("SESSION_SECRET", "a secret for tests alone, of no use to anybody");
  db = await createTestDatabase();
  place = await buildPlace(db);
  const { community, councilSide, outside } = place;
  const of = async (name: string, user: Place["admin"], access: "read" | "write" = "write") => {
    tokens[name] = (await buildToken(user, place, { access })).token;
  };
  await of("editor", community.editor);
  await of("reader", community.reader);
  await of("read only", community.editor, "read");
  await of("other side", councilSide.editor);
  await of("elsewhere", outside.communityLead);
  id = await buildRequest(community.editor, { area: place.area.slug }, place.by);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

type Sending = {
  who?: string;
  body?: Uint8Array;
  search?: string;
  headers?: Record<string, string>;
  record?: string;
};

async function ask(path: string, who: string, sent?: Pick<Sending, "body" | "headers">) {
  const context = new RouterContextProvider();
  context.set(clockContext, place.clock);
  const request = new Request(`http://localhost:3000/api/v1/areas/${place.area.slug}/${path}`, {
    method: sent ? "POST" : "GET",
    headers: { Authorization: `Bearer ${tokens[who]}`, ...sent?.headers },
    ...(sent ? { body: new Uint8Array(sent.body ?? PDF) } : {}),
  });
  return answerApi(request, context);
}

const send = ({
  who = "editor",
  search = "name=plan.pdf&level=shared",
  record = id,
  ...sent
}: Sending = {}) => ask(`records/${record}/files?${search}`, who, sent);

const leftAside = () => readdir(join(getEnvironment().DATA_DIR, "files", "incoming")).catch(() => []);

describe("a file over the API", () => {
  it("is put on a record, told of on it, and fetched by both sides as it was sent", async () => {
    const made = await send({ headers: { "Content-Type": "text/html" } });
    const body = await made.json();
    expect(made.status).toBe(201);
    expect(body).toMatchObject({ name: "plan.pdf", type: "pdf", bytes: PDF.byteLength });
    const at = (made.headers.get("Location") ?? "").split(`${place.area.slug}/`)[1] ?? "";
    for (const who of ["editor", "reader", "read only", "other side"]) {
      const file = await ask(at, who);
      expect([who, file.status, file.headers.get("Content-Type")]).toEqual([who, 200, "application/pdf"]);
      expect(file.headers.get("Content-Disposition")).toMatch(/^attachment; /);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const digest = createHash("sha256").update(bytes).digest("base64");
      expect(file.headers.get("Content-Digest")).toBe(`sha-256=:${digest}:`);
      expect(bytes).toEqual(PDF);
    }
    const record = await (await ask(`requests/${id}`, "other side")).json();
    expect(record.record.files).toMatchObject([{ id: body.id, name: "plan.pdf", type: "pdf" }]);
    expect((await ask(at, "elsewhere")).status).toBe(404);
    expect((await ask(`records/${id}/files/${crypto.randomUUID()}`, "editor")).status).toBe(404);
    expect((await ask(`records/${id}/files/..`, "editor")).status).toBe(404);
  });

  it("of one side is there for that side alone, and goes with its record", async () => {
    const own = await buildRequest(place.community.editor, { area: place.area.slug }, place.by);
    const made = await send({ record: own, search: "name=own.pdf&level=side" });
    const at = (made.headers.get("Location") ?? "").split(`${place.area.slug}/`)[1] ?? "";
    expect([(await ask(at, "reader")).status, (await ask(at, "other side")).status]).toEqual([200, 404]);
    await mustRun(place.community.editor, binRecord, { id: own }, place.by);
    expect((await ask(at, "editor")).status).toBe(404);
  });

  it.each([
    ["a file that lies about its type", { body: new TextEncoder().encode("<svg onload=alert(1)>") }, 422],
    ["a name that does not fit what is in it", { search: "name=plan.docx&level=shared" }, 422],
    ["nothing", { body: new Uint8Array() }, 422],
    ["bytes other than it says", { headers: { "Content-Digest": `sha-256=:${"A".repeat(43)}=:` } }, 422],
    ["no name", { search: "level=shared" }, 400],
    ["no level", { search: "name=plan.pdf" }, 400],
    ["a level of nobody", { search: "name=plan.pdf&level=personal" }, 400],
    ["more than asked", { search: "name=plan.pdf&level=shared&author=1" }, 400],
    ["more than is taken", { headers: { "Content-Length": "900000000" } }, 413],
    ["a record that is none", { record: "..%2f..%2fetc" }, 404],
    ["a record that is not there", { record: "018f0000-0000-7000-8000-000000000000" }, 404],
    ["a reader", { who: "reader" }, 403],
    ["a token that may only read", { who: "read only" }, 403],
    ["somebody of another area", { who: "elsewhere" }, 404],
  ] as const)("is refused, and leaves nothing behind: %s", async (_, sending, status) => {
    const said = await send(sending);
    expect([said.status, said.headers.get("Content-Type")]).toEqual([status, "application/problem+json"]);
    expect(await leftAside()).toEqual([]);
  });

  it("sent twice under one key is one file; another under that key is refused", async () => {
    const key = { "Idempotency-Key": "the plan of June" };
    const first = await (await send({ headers: key })).json();
    expect(await (await send({ headers: key })).json()).toEqual(first);
    const other = { headers: key, body: new TextEncoder().encode("%PDF-1.7 another") };
    expect((await send(other)).status).toBe(422);
    const file = await ask(`records/${id}/files/${first.id}`, "reader");
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PDF);
    expect(await leftAside()).toEqual([]);
  });
});
