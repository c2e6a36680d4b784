import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { statusOf } from "../../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { findArea, findAreas } from "../areas/area-register.queries.server";
import { createArea, createRelationship } from "../areas/areas.commands.server";
import { noteAccountOpened } from "../identity/accounts.commands.server";
import { findUsers } from "../identity/accounts.queries.server";
import { createOrganisation, setSuccessor } from "./organisations.commands.server";
import { findOrganisation, findRegister } from "./organisations.queries.server";

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

const asAdmin = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(`user:${place.admin.id}`, TODAY, work);

describe("who changes the registers", () => {
  it.each([
    ["a community lead", () => place.community.lead, "forbidden"],
    ["a council lead", () => place.councilSide.lead, "forbidden"],
    ["an admin", () => place.admin, "done"],
  ] as const)("%s: %s", async (who, user, status) => {
    const { by } = place;
    const name = `Made by ${who}`;
    expect(await statusOf(user(), createOrganisation, { name, kinds: ["agency"] }, by)).toBe(status);
    expect(await statusOf(user(), createArea, { name }, by)).toBe(status);
    const opened = { id: place.community.reader.id };
    expect(await statusOf(user(), noteAccountOpened, opened, by)).toBe(status);
  });

  it("connects an area with a council once, and with councils only", async () => {
    const connect = { areaId: place.area.id, councilId: place.council.id };
    for (const councilId of [place.council.id, place.area.partnershipId]) {
      expect(await runAs(place.admin, createRelationship, { ...connect, councilId }, place.by)).toMatchObject(
        {
          status: "invalid",
          fields: { councilId: [expect.any(String)] },
        },
      );
    }
  });

  it("says who takes over from which day, from three boxes too", async () => {
    const { admin, by, council, county } = place;
    const ids = { predecessorId: council.id, successorId: county?.id ?? "" };
    const boxes = { day: "1", month: "4", year: "2028" };
    await mustRun(admin, setSuccessor, { ...ids, takesOverOn: boxes }, by);
    const found = await asAdmin((tx) => findOrganisation(tx, council.id));
    expect(found).toMatchObject({ endsOn: "2028-04-01", successors: [{ name: "Barley County Council" }] });
    const same = { predecessorId: council.id, successorId: council.id, takesOverOn: boxes };
    expect(await statusOf(admin, setSuccessor, same, by)).toBe("invalid");
  });
});

describe("an admin's lists", () => {
  it("find organisations, areas and accounts by a part of the name, in any case", async () => {
    const filter = (q: string) => ({ q, page: 9 });
    const register = await asAdmin((tx) => findRegister(tx, filter("BARLEY")));
    expect(register.organisations.map(({ name }) => name)).toEqual([
      "Barley Borough Council",
      "Barley County Council",
    ]);
    const { areas, page } = await asAdmin((tx) => findAreas(tx, filter("oak")));
    expect([page, areas[0]?.councils]).toEqual([1, ["Barley Borough", "Barley County"]]);
    const { users } = await asAdmin((tx) => findUsers(tx, filter("county lead"), TODAY));
    expect(users[0]?.memberships).toEqual(["Lead, Barley County"]);
  });

  it("show a member nothing of another area", async () => {
    const lead = `user:${place.outside.communityLead.id}` as const;
    const seen = await inTransaction(lead, TODAY, (tx) => findArea(tx, place.area.id));
    expect(seen).toBeNull();
  });
});
