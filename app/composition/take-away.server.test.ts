import { parse } from "csv-parse/sync";
import { RouterContextProvider } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import { systemClock, todayBy } from "~/platform/clock";
import { authClient } from "~/platform/db.server";
import { ReadScope } from "~/platform/read-scope.server";
import { buildUser, type Place } from "../../tests/builders/place";
import { askApi, buildToken } from "../../tests/builders/program";
import { publishInvented } from "../../tests/builders/published-release";
import { withPlace } from "../../tests/setup/with-place";
import { loadDataPage } from "./data-page.server";
import type { SignedIn } from "./execution.server";
import { TABLE_HEADS } from "./release-tables.server";
import { takeFile } from "./take-away.server";
import { visitContext } from "./visit.server";

const ADDRESS = "https://common-ground.example/research/data";
let place: Place;
let researcher: SignedIn;
let token: string;
withPlace({}, async (built) => {
  place = built;
  await publishInvented(place, { id: "2026-Q2", asOf: "2026-06-30", areas: 60 });
  await publishInvented(place, { id: "2026-Q3", asOf: "2026-09-30", areas: 60, before: "2026-Q2" });
  // Somebody with an account, and no area.
  researcher = await buildUser("Rhea Researcher");
  token = (await buildToken(researcher, place, { access: "research" })).token;
});
beforeEach(() => authClient().rateLimit.deleteMany());

function contextOf(user: SignedIn): RouterContextProvider {
  const context = new RouterContextProvider();
  const scope = new ReadScope(`user:${user.id}`, todayBy(systemClock));
  context.set(visitContext, { user, scope, clock: systemClock });
  return context;
}
const take = (name: string) => takeFile(contextOf(researcher), name, ADDRESS);
const textOf = async (name: string) =>
  new TextDecoder().decode((await take(name))?.body ?? expect.unreachable());
const ask = (path: string) => askApi(place, { path: `/research${path}`, token });

type Line = Record<string, unknown>;
type Told = { items: Line[]; count: number; page: number; pages: number; release: Line };
const HEAD = ["release", "as_of", "known_at", "method", "parameter_hash"];
/** A line of a file without what it was worked out under: that stands beside the lines over the API. */
const bare = (line: Line) =>
  Object.fromEntries(Object.entries(line).filter(([name]) => !HEAD.includes(name)));

/** All of a list over the API, page by page, as its links lead. */
async function everyItem(path: string): Promise<Line[]> {
  const items: Line[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const said = await ask(next);
    expect(said.status).toBe(200);
    items.push(...(said.body as Told).items);
    next = /<\/api\/v1\/research([^>]*)>; rel="next"/.exec(said.headers.get("Link") ?? "")?.[1];
  }
  return items;
}

describe("the files of a release", () => {
  it("are one of each table as CSV with its metadata, and all of them as JSON: the same lines", async () => {
    const whole = JSON.parse(await textOf("2026-Q3.json")) as { tables: Record<string, Line[]> };
    expect(Object.keys(whole.tables)).toEqual(TABLE_HEADS.map(({ name }) => name));
    for (const { name } of TABLE_HEADS) {
      const file = name === "figures" ? "2026-Q3.csv" : `2026-Q3-${name}.csv`;
      const lines: Line[] = parse(await textOf(file), { columns: true });
      expect([name, lines.length > 0]).toEqual([name, true]);
      const same = (whole.tables[name] ?? []).map((line) =>
        Object.fromEntries(
          Object.entries(line).map(([key, value]) => [key, value === null ? "" : String(value)]),
        ),
      );
      if (name !== "codes") expect(lines).toEqual(same);
      const metadata = JSON.parse(await textOf(`${file}-metadata.json`));
      expect([metadata.url, metadata.tableSchema.columns.length]).toEqual([
        file,
        Object.keys(lines[0] ?? {}).length,
      ]);
    }
    // A code's name that a spreadsheet would reckon with is text in the one, and as it is in the other.
    expect(await textOf("2026-Q3-codes.csv")).toContain(",'=1+1,");
    expect(whole.tables.codes?.[0]).toMatchObject({ code: "who-decides", label: "=1+1" });
  });

  it("are a spreadsheet, written once", async () => {
    const [first, again] = [await take("2026-Q3.xlsx"), await take("2026-Q3.xlsx")];
    expect(first?.mime).toMatch(/spreadsheetml/);
    expect(String.fromCharCode(...(first?.body.slice(0, 2) ?? []))).toBe("PK");
    expect(again?.body).toBe(first?.body);
  });

  it.each([
    "2026-Q4.csv",
    "2026-Q5.csv",
    "2026-Q3",
    "2026-Q3.txt",
    "2026-Q3-figures.csv",
    "2026-Q3-study-rows.csv",
    "2026-Q3-changes.xlsx",
    "2026-q3.csv",
    "2026-Q3.csv-metadata.jsonx",
    "2026-Q3\u0000.csv",
    "../2026-Q3.csv",
    "",
  ])("are not there under %j", async (name) => {
    expect(await take(name)).toBeNull();
  });

  it("are told of on their page, the newest release first, with what each holds", async () => {
    const page = await loadDataPage(
      contextOf(researcher),
      new URL("http://a.example/research/data?page=x"),
      ADDRESS,
    );
    expect(page.releases.map(({ id }) => id)).toEqual(["2026-Q3", "2026-Q2"]);
    const { tables } = page.releases[0] ?? expect.unreachable();
    const figures = JSON.parse(await textOf("2026-Q3.json")).tables.figures as Line[];
    const shown = figures.filter(({ status }) => status === "shown").length;
    expect(tables.find(({ name }) => name === "figures")).toMatchObject({
      csv: "2026-Q3.csv",
      lines: { shown },
    });
    expect(tables.find(({ name }) => name === "code-counts")?.lines).toEqual({
      shown: 1,
      blank: "Under 5 areas: 1",
    });
  });
});

describe("research over the API", () => {
  it("gives the lines of the files, a page at a time", async () => {
    const { tables } = JSON.parse(await textOf("2026-Q3.json")) as { tables: Record<string, Line[]> };
    const lists = { figures: "figures", changes: "changes", "code-counts": "codes", variants: "variants" };
    for (const [table, address] of Object.entries(lists)) {
      const items = await everyItem(`/releases/2026-Q3/${address}?per=90`);
      expect([table, items]).toEqual([table, (tables[table] ?? []).map(bare)]);
    }
    const codes = (await ask("/releases/2026-Q3/codes")).body as { codes: Line[] };
    expect(codes.codes).toEqual((tables.codes ?? []).map(bare));
    const variants = (await ask("/releases/2026-Q3/variants")).body as { agreement: Line[] };
    expect(variants.agreement).toEqual((tables.agreement ?? []).map(bare));
  });

  it("gives every release, newest first, and one with what it holds", async () => {
    const list = (await ask("/releases")).body as Told;
    expect(list.items.map(({ id }) => id)).toEqual(["2026-Q3", "2026-Q2"]);
    expect(list.items[0]).toMatchObject({ as_of: "2026-09-30", areas: 60, areas_status: "shown" });
    const one = (await ask("/releases/2026-Q3")).body as { holds: { table: string; lines: number }[] };
    expect(one.holds).toContainEqual({ table: "codes", status: "shown", lines: 1 });
  });

  it("is asked for a measure, and for what areas are told apart by", async () => {
    const told = async (search: string) => (await ask(`/releases/2026-Q3/figures?${search}`)).body as Told;
    const overall = await told("measure=overall&by=all");
    expect(overall.items.map(({ measure, by_1 }) => [measure, by_1])).toEqual([["overall", null]]);
    const trust = await told("measure=trust");
    expect(new Set(trust.items.map(({ measure }) => measure))).toEqual(new Set(["trust"]));
    const rural = await told("by=ruralUrban");
    expect(new Set(rural.items.map(({ by_1, by_2 }) => `${by_1} ${by_2}`))).toEqual(
      new Set(["ruralUrban null"]),
    );
    expect((await told("measure=trust&by=councilType,region")).count).toBe(0);
    const last = await told("page=999&per=1000");
    expect([last.page, last.items.length]).toEqual([last.pages, last.count % 1000]);
  });

  it.each([
    "/releases/2026-Q3/figures?measure=nothing",
    "/releases/2026-Q3/figures?by=colour",
    "/releases/2026-Q3/figures?by=region,ruralUrban",
    "/releases/2026-Q3/figures?page=0",
    "/releases/2026-Q3/figures?per=1001",
    "/releases/2026-Q3/figures?sort=mean",
    "/releases/2026-Q3/figures?measure=overall&measure=trust",
    "/releases/2026-Q3/changes?since=last-year",
    "/releases/2026-Q3/codes?code=%00",
    "/releases/2026-Q3/variants?variant=mine",
    "/releases/2026-Q3?per=3",
  ])("is no question: %s", async (path) => {
    const said = await ask(path);
    expect([said.status, said.headers.get("Content-Type")]).toEqual([400, "application/problem+json"]);
  });

  it.each([
    "/releases/2026-Q4",
    "/releases/2026-Q4/figures",
    "/releases/%00",
    "/releases/x/codes",
    "/studies",
  ])("has nothing at %s", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it("is read by a token for it alone, and by any that is of no one area; that token reads nothing else", async () => {
    const status = async (path: string, one: string) => (await askApi(place, { path, token: one })).status;
    const { editor } = place.community;
    const all = (await buildToken(editor, place, { access: "read" })).token;
    const oneArea = (await buildToken(editor, place, { access: "read", area: place.area.slug })).token;
    const research = (await buildToken(editor, place, { access: "research" })).token;
    expect(await status("/research/releases", all)).toBe(200);
    expect(await status("/research/releases", oneArea)).toBe(403);
    expect(await status("/research/releases", research)).toBe(200);
    for (const path of ["/areas", `/areas/${place.area.slug}`, `/areas/${place.area.slug}/requests`])
      expect([path, await status(path, all), await status(path, research)]).toEqual([path, 200, 403]);
    const me = (await askApi(place, { path: "/me", token: research })).body;
    expect(me).toMatchObject({ token: { scopes: ["research"], area: null } });
    expect((await askApi(place, { path: "/research/releases" })).status).toBe(401);
    const sent = { path: "/research/releases", token: research, body: {} };
    expect((await askApi(place, sent)).status).toBe(405);
  });
});
