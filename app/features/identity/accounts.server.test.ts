import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { createRelationship } from "~/features/areas/areas.commands.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildPlace, buildUser, mustRun, type Place } from "../../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { endMembership, giveMembership } from "./accounts.commands.server";
import { makeFirstAdmin } from "./accounts.server";

const TODAY = toDay("2026-10-01");
let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const startsOn = "2020-01-01";

describe("an account is on one side of an area", () => {
  it("refuses the other side beside the field, and changes nothing", async () => {
    const { admin, by, community, council } = place;
    const input = { userId: community.lead.id, organisationId: council.id, role: "editor", startsOn };
    const outcome = await runAs(admin, giveMembership, input, by);
    expect(outcome).toMatchObject({
      status: "invalid",
      fields: { organisationId: [expect.stringContaining("other side")] },
    });
    const count = await inTransaction(`user:${admin.id}`, TODAY, (tx) =>
      tx.membership.count({ where: { userId: community.lead.id } }),
    );
    expect(count).toBe(1);
  });

  it("refuses a relationship that would put an account on both sides", async () => {
    const { admin, by, outside, area } = place;
    await mustRun(
      admin,
      giveMembership,
      { userId: outside.councilLead.id, organisationId: area.partnershipId, role: "reader", startsOn },
      by,
    );
    await expect(
      runAs(admin, createRelationship, { areaId: area.id, councilId: outside.council.id, startsOn }, by),
    ).rejects.toThrow(/one side/);
  });
});

describe("who may give a membership", () => {
  it.each([
    ["a lead, of their own organisation", "lead", "done"],
    ["an editor", "editor", "forbidden"],
    ["a reader", "reader", "forbidden"],
  ] as const)("%s: %s %s", async (_, role, status) => {
    const user = await buildUser(`New ${role}`);
    const input = { userId: user.id, organisationId: place.area.partnershipId, role: "reader" as const };
    const { community, by } = place;
    // A lead sees accounts of the register only: the admin introduces the new one.
    await mustRun(place.admin, giveMembership, { ...input, startsOn }, by);
    expect(await runAs(community[role], giveMembership, input, by)).toMatchObject({ status });
  });

  it("a lead makes no admin and gives nothing for the other side", async () => {
    const { community, council, by } = place;
    const admin = { userId: community.reader.id, organisationId: place.area.partnershipId, role: "admin" };
    expect(await runAs(community.lead, giveMembership, admin, by)).toMatchObject({ status: "forbidden" });
    const other = { userId: community.reader.id, organisationId: council.id, role: "reader" as const };
    expect(await runAs(community.lead, giveMembership, other, by)).toMatchObject({ status: "forbidden" });
  });
});

describe("losing a membership", () => {
  it("takes effect at once: the next transaction sees nothing", async () => {
    const { admin, by, councilSide } = place;
    const asReader = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
      inTransaction(`user:${councilSide.reader.id}`, TODAY, work);
    expect(await asReader((tx) => tx.area.count())).toBe(1);
    const mine = await asReader((tx) =>
      tx.membership.findFirstOrThrow({ where: { userId: councilSide.reader.id } }),
    );
    await mustRun(admin, endMembership, { id: mine.id }, by);
    expect(await asReader((tx) => tx.area.count())).toBe(0);
    expect(await asReader(async (_, stands) => stands)).toEqual([]);
  });
});

describe("the first admin", () => {
  it("is made once", async () => {
    await expect(makeFirstAdmin(place.community.lead.id, "Again", TODAY)).rejects.toThrow(/already set up/);
  });
});

describe("without a principal", () => {
  it("no table gives a row", async () => {
    const rows = await inTransaction("job:none", TODAY, async (tx) => [
      await tx.user.count(),
      await tx.area.count(),
      await tx.membership.count(),
      await tx.record.count(),
      await tx.event.count(),
    ]);
    expect(rows).toEqual([0, 0, 0, 0, 0]);
  });
});
