import { readdirSync, readFileSync } from "node:fs";
import type { Request as Incoming, Response as Outgoing } from "express";
import { createRequestHandler, type ServerBuild } from "react-router";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "~/platform/db.server";
import * as auditCsv from "~/routes/areas/audit-csv";
import { loadContext } from "~/server/context";
import { asMaintenance } from "../../tests/builders/fixtures-records";
import { buildPlace, type Place } from "../../tests/builders/place";
import { browserOf, givePassword } from "../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { clockContext, identify } from "./visit.server";

let db: TestDatabase;
let place: Place;
let browser: ReturnType<typeof browserOf>;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  await givePassword(place.community.lead.id);
  browser = browserOf(place.clock);
  await browser.signIn(place.community.lead.email);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** The built site as far as one file goes: who asks is told first, then the file's own address is found. */
const site = createRequestHandler(
  {
    ...{ ssr: true, isSpaMode: false, basename: "/", publicPath: "/", prerender: [] },
    ...{ future: { v8_middleware: true }, routeDiscovery: { mode: "initial" } },
    assets: { routes: {}, entry: { module: "", imports: [] }, url: "", version: "1" },
    entry: { module: { default: () => new Response("a page"), handleError: () => undefined } },
    routes: {
      root: {
        id: "root",
        path: "",
        module: { default: () => null, loader: () => null, middleware: [identify(() => false)] },
      },
      file: { id: "file", parentId: "root", path: "areas/:area/audit.csv", module: auditCsv },
    },
  } as unknown as ServerBuild,
  "production",
);

/** Asks as the web server hands it on; how it was answered. */
async function ask(path: string) {
  const get = (name: string) => (name === "user-agent" ? "Firefox" : undefined);
  const incoming = { originalUrl: path, ip: "203.0.113.77", get };
  const context = loadContext(incoming as Incoming, { locals: {} } as Outgoing);
  context.set(clockContext, place.clock);
  const answer = await site(browser.request(path), context);
  return { status: answer.status, text: await answer.text() };
}

const logged = (command: string) =>
  asMaintenance(db.ownerUrl, async (client) => {
    const { rows } = await client.query("select * from event where command = $1 order by id desc", [command]);
    return rows;
  });

describe("a file that is taken away", () => {
  it.each(["/areas/oakfield/audit.csv", "/Areas/oakfield/AUDIT.csv", "/areas/%6fakfield/audit.csv?what=all"])(
    "has a line in the log of its area: %s",
    async (path) => {
      const before = (await logged("access.exported")).length;
      const { status, text } = await ask(path);
      expect([status, text.split(",")[0]]).toEqual([200, "When"]);
      const lines = await logged("access.exported");
      expect(lines).toHaveLength(before + 1);
      expect(lines[0]).toMatchObject({
        ...{ actor_id: place.community.lead.id, area_id: place.area.id, side: "community", level: "side" },
        data: { area: "oakfield" },
      });
    },
  );

  it.each(["/areas/oakfield/audit.csv.data", "/Areas/%6fakfield/audit.csv.data?_routes=file"])(
    "is not there as part of a page, and that is in the log too: %s",
    async (path) => {
      const before = [await logged("access.exported"), await logged("access.refused")];
      const { status, text } = await ask(path);
      expect(status).toBe(404);
      expect(text).not.toContain("When");
      expect(await logged("access.exported")).toHaveLength(before[0]?.length ?? 0);
      expect(await logged("access.refused")).toHaveLength((before[1]?.length ?? 0) + 1);
    },
  );

  it("is given in one way alone, but for the method’s numbers, which are everybody’s", () => {
    const sources = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((path) =>
      /(?<!\.test)\.tsx?$/.test(path),
    );
    const gives = (path: string) => /send-file\.server["']/.test(readFileSync(`app/${path}`, "utf8"));
    const givers = ["composition/give-file.server.ts", "routes/research/method-file.ts"];
    expect(sources.filter(gives).sort()).toEqual(givers);
  });
});
