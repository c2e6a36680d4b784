import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "~/composition/execution.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildPlainRecord } from "../../../tests/builders/plain-record";
import { buildDonePromise, buildPromise } from "../../../tests/builders/promise";
import { readAs } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { binRecord, replyToRecord } from "../records/records.commands.server";
import { closeAsNotKept, withdrawCommitment } from "./commitment-endings.commands.server";
import { confirmCommitment } from "./commitment-outcomes.commands.server";
import { readFilter } from "./commitment-search.server";
import { filterParams, type ListFilter } from "./commitment-view";
import {
  countCommitments,
  findCommitmentFact,
  findCommitments,
  findOpenCommitments,
  LINES_A_PAGE,
} from "./commitments.queries.server";

let db: TestDatabase;
let place: Place;
let chair: SignedIn;
let officer: SignedIn;
let countyLead: SignedIn;
// 1 October 2026, and then 40 days on: 10 November.
const clock = stoppedClock();
const by = { clock };
const ids: Record<string, string> = {};

const everything: ListFilter = { state: "all", whose: "all", council: null, waiting: false, page: 1 };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
  if (!place.county) throw new Error("no county");
  chair = place.community.editor;
  officer = place.councilSide.editor;
  countyLead = place.county.users.lead;
  const { slug: area } = place.area;
  const borough = place.council.slug;
  const promise = async (title: string, user: SignedIn, more: object) => {
    ids[title] = await buildPromise(user, { area, title, ...more }, by);
  };
  await promise("past", officer, { dueOn: "2026-11-05" });
  await promise("ahead", chair, { council: borough, dueOn: "2026-12-24" });
  await promise("for all", chair, { council: "all", dueOn: "2026-12-01" });
  await promise("county's", countyLead, { dueOn: "2026-11-20" });
  await promise("given up", officer, {});
  await promise("let go", officer, {});
  await promise("disputed", officer, { dueOn: "2026-12-31" });
  await promise("long past", officer, {});
  ids.kept = await buildDonePromise(officer, { area, title: "kept" }, by);
  clock.passDays(40);
  ids.waiting = await buildDonePromise(officer, { area, title: "waiting", dueOn: "2026-11-11" }, by);
  await mustRun(chair, confirmCommitment, { id: ids.kept }, by);
  await mustRun(officer, closeAsNotKept, { id: ids["given up"] ?? "", note: "x" }, by);
  await mustRun(chair, withdrawCommitment, { id: ids["let go"] ?? "", note: "x" }, by);
  await mustRun(chair, replyToRecord, { id: ids.disputed ?? "", text: "No", disputes: true }, by);
  await buildPlainRecord(chair, { area, council: "all" }, by);
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const titles = (user: SignedIn, filter: Partial<ListFilter>) =>
  readAs(user, place.area.slug, clock, async (tx, actor) =>
    (await findCommitments(tx, actor, { ...everything, ...filter }, todayBy(clock))).lines.map(
      (l) => l.title,
    ),
  );

describe("the list", () => {
  const unfinished = ["past", "waiting", "long past", "county's", "for all", "ahead", "disputed"];
  it.each<[string, () => SignedIn, Partial<ListFilter>, string[]]>([
    [
      "unfinished, by day",
      () => chair,
      { state: "unfinished" },
      ["long past", ...unfinished.filter((t) => t !== "long past")],
    ],
    [
      "the council's own",
      () => officer,
      { state: "unfinished" },
      ["long past", "past", "waiting", "for all", "ahead", "disputed"],
    ],
    ["the other council's", () => countyLead, { state: "all" }, ["for all", "county's"]],
    ["past their day", () => chair, { state: "past-its-day" }, ["long past", "past"]],
    ["disputed", () => chair, { state: "contested" }, ["disputed"]],
    ["awaiting a yes", () => chair, { state: "done" }, ["waiting"]],
    ["kept", () => chair, { state: "kept" }, ["kept"]],
    ["not kept", () => chair, { state: "not-kept" }, ["given up"]],
    ["let go", () => chair, { state: "withdrawn" }, ["let go"]],
    ["ours", () => chair, { state: "unfinished", whose: "ours" }, ["for all", "ahead"]],
    [
      "theirs, from the council",
      () => officer,
      { state: "unfinished", whose: "theirs" },
      ["for all", "ahead"],
    ],
    ["mine, of an account nobody has tied to a person", () => chair, { whose: "mine" }, []],
    ["waiting for us", () => chair, { state: "unfinished", waiting: true }, ["waiting", "for all", "ahead"]],
    [
      "waiting for them",
      () => officer,
      { state: "unfinished", waiting: true },
      ["long past", "past", "disputed"],
    ],
  ])("%s", async (_what, user, filter, expected) => {
    expect(await titles(user(), filter)).toEqual(expected);
  });

  it("keeps to one council, with what is about all of them", async () => {
    const council = place.county?.slug ?? "";
    expect(await titles(chair, { council })).toEqual(["for all", "county's"]);
  });

  it("names sides, people and turns, the same for both sides", async () => {
    for (const user of [chair, officer]) {
      const { lines } = await readAs(user, place.area.slug, clock, (tx, actor) =>
        findCommitments(tx, actor, { ...everything, state: "done" }, todayBy(clock)),
      );
      expect(lines).toMatchObject([
        { by: "Barley Borough", dueOn: "2026-11-11", state: "done", waitsForYou: user === chair },
      ]);
    }
  });

  it("is paged, and a page beyond the last is the last", async () => {
    const { slug: area } = place.area;
    const council = place.county?.slug ?? "";
    for (let n = 0; n < LINES_A_PAGE; n += 1)
      await buildPromise(chair, { area, council, title: `more ${n}`, dueOn: "2027-01-01" }, by);
    const page = (number: number) =>
      readAs(countyLead, area, clock, (tx, actor) =>
        findCommitments(tx, actor, { ...everything, state: "unfinished", page: number }, todayBy(clock)),
      );
    expect(await page(1)).toMatchObject({ total: LINES_A_PAGE + 2, pages: 2, page: 1, any: true });
    expect((await page(1)).lines).toHaveLength(LINES_A_PAGE);
    expect(await page(99)).toMatchObject({ page: 2 });
    expect((await page(99)).lines).toHaveLength(2);
  });

  it("says whether there is anything at all", async () => {
    const list = (user: SignedIn, area: string) =>
      readAs(user, area, clock, (tx, actor) =>
        findCommitments(tx, actor, { ...everything, whose: "mine" }, todayBy(clock)),
      );
    expect((await list(chair, place.area.slug)).any).toBe(true);
    expect((await list(place.outside.communityLead, place.outside.area.slug)).any).toBe(false);
  });
});

describe("what other pages ask", () => {
  it("gives agendas the unfinished ones of one relationship", async () => {
    const open = await readAs(officer, place.area.slug, clock, (tx, actor) =>
      findOpenCommitments(tx, actor, todayBy(clock), { relationshipId: place.council.relationshipId }),
    );
    expect(open.map((line) => line.title)).toEqual([
      "long past",
      "past",
      "waiting",
      "for all",
      "ahead",
      "disputed",
    ]);
    expect(open.find((line) => line.title === "waiting")).toMatchObject({
      bySide: "council",
      waitingOn: "community",
    });
  });

  it("gives nobody's promises for a person who has none", async () => {
    const personId = "0190a5c4-0000-7000-8000-000000000000";
    const open = await readAs(officer, place.area.slug, clock, (tx, actor) =>
      findOpenCommitments(tx, actor, todayBy(clock), { personId }),
    );
    expect(open).toEqual([]);
  });

  it("counts them", async () => {
    const counts = await readAs(officer, place.area.slug, clock, (tx, actor) =>
      countCommitments(tx, actor, todayBy(clock)),
    );
    expect(counts).toEqual({ unfinished: 6, pastTheirDay: 2, waitingForYou: 3 });
  });

  it("gives the score a fact, and none of what left the register", async () => {
    const fact = (id = "") => readAs(officer, place.area.slug, clock, (tx) => findCommitmentFact(tx, id));
    expect(await fact(ids.kept)).toMatchObject({
      type: "commitment",
      id: ids.kept,
      by: "council",
      made: "2026-10-01",
      due: "2026-11-01",
      done: "2026-10-01",
      confirmed: "2026-11-10",
    });
    expect(await fact(ids.disputed)).toMatchObject({ contested: "2026-11-10", settled: null });
    const { slug: area } = place.area;
    const id = await buildPromise(officer, { area, title: "To be binned", dueOn: "2027-01-01" }, by);
    await mustRun(officer, binRecord, { id }, by);
    expect(await fact(id)).toBeNull();
    expect(await titles(officer, {})).not.toContain("To be binned");
  });
});

describe("the filter in the address", () => {
  const actor = { relationships: [{ id: "r", councilId: "c", councilSlug: "barley" }] };
  it.each<[string, Partial<ListFilter>]>([
    ["", { state: "unfinished", whose: "all", council: null, waiting: false, page: 1 }],
    [
      "?state=kept&whose=mine&council=barley&waiting=1&page=3",
      { state: "kept", whose: "mine", council: "barley", waiting: true, page: 3 },
    ],
    [
      "?state=x&whose=y&council=elsewhere&waiting=on&page=-1",
      { state: "unfinished", whose: "all", council: null, waiting: false, page: 1 },
    ],
    ["?page=1.5", { page: 1 }],
    ["?page=1e99", { page: 1 }],
  ])("%s", (search, expected) => {
    expect(readFilter(new URL(`https://tracker.example/${search}`), actor)).toMatchObject(expected);
  });

  it("comes back from its own links", () => {
    const filter: ListFilter = { state: "kept", whose: "ours", council: "barley", waiting: true, page: 1 };
    expect(readFilter(new URL(`https://tracker.example/?${filterParams(filter)}`), actor)).toEqual(filter);
  });
});
