import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { changePost, endPost } from "./appointments.commands.server";
import { checkLead, nameLead } from "./leads.commands.server";
import { findLeadFacts, findLeads } from "./leads.queries.server";
import { addPerson } from "./people.commands.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true, clock });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const area = () => place.area.slug;
const add = (name: string, organisation: string, role: "officer" | "chair" = "officer") =>
  mustRun(place.community.editor, addPerson, { area: area(), name, organisation, role }, by);
const name = async (user: keyof Place["community"], id: string) =>
  (await mustRun(place.community[user], nameLead, { area: area(), id }, by)).id;
const factsOf = async (id: string) =>
  (await readAs(place.community.reader, area(), clock, (tx) => findLeadFacts(tx, id)))?.facts;
const leads = (user = place.community.reader) =>
  readAs(user, area(), clock, (tx, actor) => findLeads(tx, actor, todayBy(clock)));

describe("a side's named lead", () => {
  it("is one a council and one for the community; the former is unmarked", async () => {
    const first = await add("First Officer", place.council.slug);
    const second = await add("Second Officer", place.council.slug);
    const county = await add("County Officer", place.county?.slug ?? "");
    const chair = await add("Oak Chair", "ours", "chair");
    for (const { appointmentId } of [first, county, chair]) await name("editor", appointmentId);
    expect(await factsOf(first.appointmentId)).toEqual([
      expect.objectContaining({ side: "council", lead: true, checked: "2026-10-01", vacant: null }),
    ]);
    expect(await factsOf(chair.appointmentId)).toEqual([expect.objectContaining({ side: "community" })]);
    await name("lead", second.appointmentId);
    expect(await factsOf(first.appointmentId)).toBeUndefined();
    expect((await leads()).map(({ lead }) => lead?.name)).toEqual([
      "Oak Chair",
      "Second Officer",
      "County Officer",
    ]);
    const borough = await leads(place.councilSide.reader);
    expect(borough.map(({ lead }) => lead?.name)).toEqual(["Oak Chair", "Second Officer"]);
  });

  it("keeps the vacancy of one who left, with the day it was filled", async () => {
    const leaver = await add("Leaving Officer", place.council.slug);
    const next = await add("Next Officer", place.council.slug);
    await name("editor", leaver.appointmentId);
    const end = { area: area(), id: leaver.appointmentId, lastDay: "2026-10-04" as const };
    await mustRun(place.community.editor, endPost, end, by);
    expect((await leads())[1]).toMatchObject({ lead: { leavesOn: "2026-10-05" }, vacant: null });
    clock.passDays(10);
    expect((await leads())[1]).toMatchObject({ lead: null, vacant: { since: "2026-10-05" } });
    expect(
      await statusOf(place.community.editor, checkLead, { area: area(), id: leaver.appointmentId }, by),
    ).toBe("invalid");
    await name("editor", next.appointmentId);
    expect(await factsOf(leaver.appointmentId)).toEqual([
      expect.objectContaining({ vacant: "2026-10-05", filled: "2026-10-11" }),
    ]);
    expect((await leads())[1]).toMatchObject({ lead: { name: "Next Officer" }, vacant: null });
    const back = { area: area(), id: leaver.appointmentId, revision: 4, role: "officer" as const };
    await mustRun(place.community.editor, changePost, back, by);
    expect(await factsOf(leaver.appointmentId)).toBeUndefined();
    expect((await leads())[1]?.lead?.name).toBe("Next Officer");
  });

  it("is checked on a day", async () => {
    const officer = await add("Checked Officer", place.council.slug);
    const other = await add("Unnamed Officer", place.council.slug);
    await name("editor", officer.appointmentId);
    clock.passDays(30);
    await mustRun(place.councilSide.editor, checkLead, { area: area(), id: officer.appointmentId }, by);
    expect(await factsOf(officer.appointmentId)).toEqual([
      expect.objectContaining({ checked: todayBy(clock) }),
    ]);
    const unnamed = { area: area(), id: other.appointmentId };
    expect(await statusOf(place.councilSide.editor, checkLead, unnamed, by)).toBe("absent");
  });

  it.each([
    ["a reader", () => place.community.reader, "forbidden"],
    ["the other council", () => place.county?.users.lead ?? place.admin, "absent"],
    ["another area", () => place.outside.communityLead, "absent"],
    ["an admin", () => place.admin, "absent"],
  ] as const)("is not for %s to name or check", async (_, user, status) => {
    const officer = await add("Guarded Officer", place.council.slug);
    await name("editor", officer.appointmentId);
    const input = { area: area(), id: officer.appointmentId };
    expect(await statusOf(user(), nameLead, input, by)).toBe(status);
    expect(await statusOf(user(), checkLead, input, by)).toBe(status);
  });
});
