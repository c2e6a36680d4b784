import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "~/features/people/people.commands.server";
import { closeDatabase } from "~/platform/db.server";
import { buildPeople, shortestForm } from "../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { runAs } from "./execution.server";
import { logMeetingWithPromises } from "./meetings.commands.server";

let db: TestDatabase;
let place: Place;
let officer: string;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  officer = (await buildPeople(place)).officer;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const log = (person: string, same?: string) =>
  runAs(
    place.community.editor,
    logMeetingWithPromises,
    shortestForm(place, { theirs: [{ person, same, capacity: "officer" }] }),
    place.by,
  );
const called = (name: string) =>
  readAs(place.community.reader, place.area.slug, place.clock, (tx) =>
    tx.person.findMany({ where: { name }, select: { id: true, _count: { select: { attendances: true } } } }),
  );

describe("a new name in the form of a meeting", () => {
  it("much like a known one is asked about beside its row; nobody is added before that is answered", async () => {
    const asked = {
      status: "invalid",
      fields: { "theirs[0].same": [expect.stringContaining("already here")] },
    };
    expect(await log("O Officer")).toMatchObject(asked);
    expect(await log("O Officer", "somebody else")).toMatchObject(asked);
    expect(await called("O Officer")).toEqual([]);
  });

  it("means who is chosen, or somebody new", async () => {
    expect(await log("O Officer", officer)).toMatchObject({ status: "done" });
    expect(await called("O Officer")).toEqual([]);
    expect(await called("Olu Officer")).toMatchObject([{ id: officer, _count: { attendances: 1 } }]);
    expect(await log("Olu Oficer", "new")).toMatchObject({ status: "done" });
    expect(await called("Olu Oficer")).toMatchObject([{ _count: { attendances: 1 } }]);
  });

  it("like one of another area alone is not asked about", async () => {
    const far = {
      area: place.outside.area.slug,
      name: "Nell Faraway",
      organisation: "ours",
      role: "chair",
    } as const;
    await mustRun(place.outside.communityLead, addPerson, far, place.by);
    expect(await log("Nell Farraway")).toMatchObject({ status: "done" });
  });
});
