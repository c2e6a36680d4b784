import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { addElection, correctElection, removeElection } from "./elections.commands.server";
import { findElections, findElectionsOf, findPeriodOn, findPeriodsNear } from "./elections.queries.server";

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

const county = () => place.county ?? expect.fail("the place has its county");
const form = (more: Record<string, unknown> = {}) => ({
  councilId: place.council.id,
  kind: "by_election" as const,
  pollOn: "2026-11-26",
  ...more,
});
const listOf = (user: SignedIn, area = place.area.slug) =>
  readAs(user, area, clock, async (tx, actor) => {
    const found = await findElectionsOf(tx, actor, todayBy(clock));
    return found.map(({ council, pollOn, period }) => [council, pollOn, period.from]);
  });

describe("who keeps a council’s elections", () => {
  it.each([
    ["an admin", () => place.admin, "done"],
    ["its editor", () => place.councilSide.editor, "done"],
    ["its lead", () => place.councilSide.lead, "done"],
    ["its reader", () => place.councilSide.reader, "forbidden"],
    ["the community’s lead", () => place.community.lead, "forbidden"],
    ["another council of the area", () => county().users.lead, "absent"],
    ["another area", () => place.outside.communityLead, "absent"],
  ] as const)("%s: %s", async (_, user, status) => {
    const made = await mustRun(place.admin, addElection, form({ pollOn: "2031-05-01" }), by);
    const change = { id: made.id, revision: 1, kind: "by_election", pollOn: "2031-05-01", note: "Seen" };
    expect(await statusOf(user(), addElection, form({ pollOn: "2032-05-06" }), by)).toBe(status);
    expect(await statusOf(user(), correctElection, change, by)).toBe(status);
    expect(await statusOf(user(), removeElection, { id: made.id }, by)).toBe(status);
    await clearList();
  });

  it("knows no elections of what is no council", async () => {
    const councilId = place.area.partnershipId;
    expect(await statusOf(place.admin, addElection, form({ councilId }), by)).toBe("absent");
  });
});

async function clearList(): Promise<void> {
  const ids = await inTransaction(`user:${place.admin.id}`, todayBy(clock), async (tx) => {
    const { elections } = await findElections(tx, { q: "", page: 1 }, todayBy(clock));
    return elections.map(({ id }) => id);
  });
  for (const id of ids) await mustRun(place.admin, removeElection, { id }, by);
}

describe("what cannot be", () => {
  it.each([
    ["no day", { pollOn: {} }, "pollOn"],
    ["no real day", { pollOn: { day: "31", month: "4", year: "2026" } }, "pollOn"],
    ["year 0", { pollOn: { day: "1", month: "5", year: "0000" } }, "pollOn"],
    ["year 1", { pollOn: "0001-01-01" }, "pollOn"],
    ["year 9999", { pollOn: "9999-12-31" }, "pollOn"],
    ["notice after the poll", { noticeOn: "2026-11-27" }, "noticeOn"],
    ["notice half a year before", { noticeOn: "2026-05-26" }, "noticeOn"],
    ["no kind", { kind: "" }, "kind"],
    ["no council", { councilId: "" }, "councilId"],
    ["a source of 300 characters", { source: "s".repeat(300) }, "source"],
    ["a note that cannot be stored", { note: "\0" }, "note"],
  ])("%s is refused beside the field", async (_, wrong, field) => {
    const outcome = await runAs(place.admin, addElection, form(wrong), by);
    expect(outcome).toEqual({ status: "invalid", fields: { [field]: [expect.any(String)] } });
  });

  it("the same election twice, but another kind on the day, and the same again once it is off the list", async () => {
    const { id } = await mustRun(place.admin, addElection, form(), by);
    const again = await runAs(place.admin, addElection, form(), by);
    expect(again).toMatchObject({ status: "invalid", fields: { pollOn: [expect.any(String)] } });
    const mayor = await mustRun(place.admin, addElection, form({ kind: "mayor" }), by);
    const { councilId: _, ...same } = form();
    const change = { ...same, id: mayor.id, revision: 1 };
    expect(await statusOf(place.admin, correctElection, change, by)).toBe("invalid");
    await mustRun(place.admin, removeElection, { id }, by);
    expect(await statusOf(place.admin, removeElection, { id }, by)).toBe("absent");
    expect(await statusOf(place.admin, correctElection, change, by)).toBe("done");
    await clearList();
  });

  it("two who correct it at once: the second is shown the first’s", async () => {
    const { id } = await mustRun(place.admin, addElection, form(), by);
    const { councilId: _, ...rest } = form({ noticeOn: "2026-10-20" });
    await mustRun(place.councilSide.editor, correctElection, { ...rest, id, revision: 1 }, by);
    const second = await runAs(place.admin, correctElection, { ...rest, id, revision: 1, note: "Mine" }, by);
    expect(second).toMatchObject({ status: "conflict", current: { noticeOn: "2026-10-20", note: null } });
    await clearList();
  });
});

describe("who is told", () => {
  it("the areas of that council only, on both sides, and a published day wins", async () => {
    await mustRun(place.admin, addElection, form(), by);
    await mustRun(
      place.admin,
      addElection,
      form({ councilId: county().id, noticeOn: "2026-10-12", kind: "local" }),
      by,
    );
    await mustRun(place.admin, addElection, form({ councilId: place.outside.council.id }), by);
    const borough = ["Barley Borough", "2026-11-26", "2026-10-22"];
    const shire = ["Barley County", "2026-11-26", "2026-10-12"];
    expect(await listOf(place.community.reader)).toEqual([borough, shire]);
    expect(await listOf(place.councilSide.reader)).toEqual([borough]);
    expect(await listOf(county().users.reader)).toEqual([shire]);
    expect(await listOf(place.outside.communityLead, place.outside.area.slug)).toEqual([
      ["Far Unitary", "2026-11-26", "2026-10-22"],
    ]);
    await clearList();
    expect(await listOf(place.community.reader)).toEqual([]);
  });

  it("ten weeks before a poll, and no other area", async () => {
    await mustRun(place.admin, addElection, form(), by);
    const told = (user: SignedIn, area: string) =>
      readAs(user, area, clock, (tx, actor) => findPeriodsNear(tx, actor, toDay("2026-09-17")));
    expect(await told(place.community.lead, place.area.slug)).toMatchObject([
      { council: "Barley Borough", period: { from: "2026-10-22", to: "2026-11-26" } },
    ]);
    expect(await told(place.outside.communityLead, place.outside.area.slug)).toEqual([]);
    expect(await told(county().users.lead, place.area.slug)).toEqual([]);
    await clearList();
  });

  it("beforehand, and of the council whose relationship it is", async () => {
    await mustRun(place.admin, addElection, form(), by);
    const near = (day: string) =>
      readAs(place.community.reader, place.area.slug, clock, async (tx, actor) => {
        const found = await findPeriodsNear(tx, actor, toDay(day));
        return found.map(({ nearness }) => nearness);
      });
    expect(await near("2026-09-09")).toEqual([]);
    expect(await near("2026-09-10")).toEqual(["near"]);
    expect(await near("2026-11-26")).toEqual(["running"]);
    expect(await near("2026-11-27")).toEqual([]);
    const on = (relationshipId: string | null, day: string) =>
      readAs(place.community.reader, place.area.slug, clock, async (tx, actor) => {
        const found = await findPeriodOn(tx, actor, relationshipId, toDay(day), todayBy(clock));
        return found?.council ?? null;
      });
    expect(await on(place.council.relationshipId, "2026-10-22")).toBe("Barley Borough");
    expect(await on(null, "2026-11-26")).toBe("Barley Borough");
    expect(await on(place.council.relationshipId, "2026-10-21")).toBeNull();
    expect(await on(county().relationshipId, "2026-10-22")).toBeNull();
    await clearList();
  });
});
