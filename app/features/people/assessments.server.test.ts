import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { assessPerson, finishEngagement, planEngagement } from "./assessments.commands.server";
import { findAssessments, findPlans, findWishes } from "./assessments.queries.server";
import { addPerson } from "./people.commands.server";

let db: TestDatabase;
let place: Place;
let officer: string;
let chair: string;
const clock = stoppedClock();
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true, clock });
  const add = (name: string, organisation: string, role: "officer" | "chair") =>
    mustRun(place.community.editor, addPerson, { area: area(), name, organisation, role }, by);
  officer = (await add("Olive Officer", place.council.slug, "officer")).id;
  chair = (await add("Carol Chair", "ours", "chair")).id;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const area = () => place.area.slug;
const assessment = (more = {}) => ({
  area: area(),
  id: officer,
  interest: 4,
  influence: 3,
  stance: "doubtful" as const,
  wantedDays: "30",
  note: "PRIVATE doubts",
  ...more,
});
const seenBy = (user: SignedIn) => readAs(user, area(), clock, (tx, actor) => findAssessments(tx, actor));
const everything = (user: SignedIn) =>
  inTransaction(`user:${user.id}`, "2026-10-01" as never, async (tx) => ({
    rows: JSON.stringify([await tx.assessment.findMany(), await tx.engagement.findMany()]),
    events: JSON.stringify(
      await tx.event.findMany({
        where: { command: { in: ["people.assess", "people.plan", "people.plan-done"] } },
      }),
    ),
  }));

describe("what a side thinks of somebody", () => {
  it("is dated and its own, and what it thought before is kept", async () => {
    const { editor, reader } = place.community;
    await mustRun(editor, assessPerson, assessment({ on: "2026-09-01" }), by);
    await mustRun(editor, assessPerson, assessment({ stance: "champion", ally: "yes", wantedDays: "" }), by);
    const seen = (await seenBy(reader)).get(officer);
    expect(seen).toMatchObject([
      { on: "2026-10-01", stance: "champion", ally: true, wantedDays: null },
      { on: "2026-09-01", stance: "doubtful", ally: false, wantedDays: 30, note: "PRIVATE doubts" },
    ]);
  });

  it("of an earlier day does not take the place of a later one", async () => {
    const { editor } = place.community;
    await mustRun(editor, assessPerson, assessment({ id: chair, stance: "for_it" }), by);
    await mustRun(editor, assessPerson, assessment({ id: chair, stance: "against", on: "2026-08-01" }), by);
    expect((await seenBy(editor)).get(chair)?.map(({ stance }) => stance)).toEqual(["for_it", "against"]);
  });

  it("is seen by nobody of the other side, the other council or another area: no line and no audit", async () => {
    const { councilSide, county, outside, admin } = place;
    await mustRun(place.community.editor, planEngagement, plan({ next: "PRIVATE walk" }), by);
    expect((await everything(place.community.reader)).rows).toContain("PRIVATE walk");
    expect(JSON.parse((await everything(place.community.reader)).events)).not.toEqual([]);
    const others = [
      councilSide.lead,
      county?.users.lead ?? admin,
      outside.communityLead,
      outside.councilLead,
      admin,
    ];
    for (const user of others)
      expect(await everything(user), user.name).toEqual({ rows: "[[],[]]", events: "[]" });
  });

  it("leaves each side its own", async () => {
    await mustRun(place.councilSide.editor, assessPerson, assessment({ id: chair, wantedDays: "10" }), by);
    await mustRun(place.community.editor, assessPerson, assessment({ id: chair, wantedDays: "20" }), by);
    const wanted = (user: SignedIn) =>
      readAs(user, area(), clock, async (tx, actor) => (await findWishes(tx, actor)).wantedDays[chair]);
    expect(await wanted(place.councilSide.reader)).toBe(10);
    expect(await wanted(place.community.reader)).toBe(20);
    expect(await wanted(place.county?.users.reader ?? place.admin)).toBeUndefined();
  });

  it("is refused for a reader and absent for whoever does not see the person", async () => {
    const { community, councilSide, county, outside, admin } = place;
    expect(await statusOf(community.reader, assessPerson, assessment(), by)).toBe("forbidden");
    expect(await statusOf(councilSide.reader, planEngagement, plan(), by)).toBe("forbidden");
    for (const user of [county?.users.lead ?? admin, outside.communityLead, admin])
      expect(await statusOf(user, assessPerson, assessment(), by), user.name).toBe("absent");
  });

  it.each([
    ["interest", { interest: "" }],
    ["interest", { interest: 6 }],
    ["influence", { influence: "2.5" }],
    ["influence", { influence: "much" }],
    ["stance", { stance: "hostile" }],
    ["wantedDays", { wantedDays: "0" }],
    ["wantedDays", { wantedDays: "731" }],
    ["wantedDays", { wantedDays: "weekly" }],
    ["note", { note: "x".repeat(10_001) }],
    ["on", { on: "2026-10-02" }],
    ["on", { on: { day: "31", month: "2", year: "2026" } }],
  ])("names %s where it is wrong", async (field, wrong) => {
    const outcome = await runAs(place.community.editor, assessPerson, assessment(wrong) as never, by);
    expect(outcome).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
  });
});

const plan = (more = {}) => ({
  area: area(),
  id: officer,
  next: "Ask her to the walk",
  dueOn: "2026-11-01",
  ...more,
});
const plansOf = (user: SignedIn) => readAs(user, area(), clock, (tx, actor) => findPlans(tx, actor));

describe("what a side does next with somebody", () => {
  it("is one thing at a time, until it is done", async () => {
    const { editor, reader } = place.community;
    await mustRun(editor, planEngagement, plan(), by);
    clock.passDays(1);
    await mustRun(editor, planEngagement, plan({ next: "Ring her", by: chair }), by);
    expect((await plansOf(reader)).get(officer)).toEqual({
      next: "Ring her",
      dueOn: "2026-11-01",
      by: "Carol Chair",
      byPersonId: chair,
    });
    clock.passDays(1);
    await mustRun(editor, finishEngagement, { area: area(), id: officer }, by);
    expect((await plansOf(reader)).has(officer)).toBe(false);
    expect(await statusOf(editor, finishEngagement, { area: area(), id: officer }, by)).toBe("invalid");
  });

  it.each([
    ["next", { next: " " }],
    ["next", { next: "x".repeat(300) }],
    ["dueOn", { dueOn: "2026-09-30" }],
    ["dueOn", { dueOn: {} }],
  ])("names %s where it is wrong", async (field, wrong) => {
    const outcome = await runAs(place.community.editor, planEngagement, plan(wrong) as never, by);
    expect(outcome).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
  });

  it("is done by somebody of one's own side", async () => {
    const outcome = await runAs(place.community.editor, planEngagement, plan({ by: officer }), by);
    expect(outcome).toMatchObject({
      status: "invalid",
      fields: { by: ["Choose somebody of your own side"] },
    });
  });
});
