import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { addDays } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { allAnswers, answerAs, buildRound } from "../../tests/builders/check-in";
import { buildPlace, buildUser, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { findActions } from "./actions.server";
import type { SignedIn } from "./execution.server";
import { closeDueCheckIns } from "./release-check-ins.server";

let database: TestDatabase;
let place: Place;
let round: string;
const at = (days: number) => clockAt(`${addDays(todayBy(place.clock), days)}T12:00:00Z`);

beforeAll(async () => {
  database = await createTestDatabase();
  place = await buildPlace(database);
  round = await buildRound(place, place.community.lead, place.by);
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

function listsOf(user: SignedIn, days: number) {
  return readAs(user, place.area.slug, at(days), async (tx, actor) => {
    const found = await findActions(tx, actor, place.council.relationshipId, todayBy(at(days)));
    if (!found) throw new Error("no lists");
    return found;
  });
}

const kinds = async (user: SignedIn, days: number) =>
  (await listsOf(user, days)).unknowns.map(({ id }) => id.split(" ")[0]);

describe("a check-in that is open", () => {
  test("waits for whoever has not answered, and is asked of more people by leads alone", async () => {
    expect(await kinds(place.community.reader, 1)).toEqual(["check-in"]);
    const [card] = (await listsOf(place.community.reader, 1)).unknowns;
    expect(card?.record?.href).toBe(`/areas/${place.area.slug}/check-ins`);
    expect(card?.gain).toMatch(/range|surer/);
    const late = await buildUser("Late Reader");
    const seat = { userId: late.id, organisationId: place.council.id, role: "reader" as const };
    await mustRun(place.admin, giveMembership, { ...seat, startsOn: "2020-01-01" }, place.by);
    expect(await kinds(late, 1)).toEqual([]);
  });

  test("says nothing of what anybody answered before its release, and calls for nothing", async () => {
    const where = { area: place.area.slug, round };
    const before = await listsOf(place.councilSide.lead, 2);
    const { lead, editor, reader } = place.community;
    for (const user of [lead, editor, reader]) await answerAs(user, where, allAnswers(1), { clock: at(1) });
    expect(await listsOf(place.councilSide.lead, 2)).toEqual(before);
    expect(await kinds(reader, 2)).toEqual([]);
  });
});

test("released, it calls for what it says, and a gap for a talk before anything else, on both sides", async () => {
  const where = { area: place.area.slug, round };
  const { lead, editor, reader } = place.councilSide;
  for (const user of [lead, editor, reader]) await answerAs(user, where, allAnswers(5), { clock: at(2) });
  expect(await closeDueCheckIns(at(14))).toBe(1);
  const { mine } = await listsOf(lead, 15);
  expect(mine[0]).toMatchObject({ id: "C3.1" });
  expect(mine[0]?.because).toMatch(
    /the partnership puts Barley Borough at 0 out of 100, and Barley Borough puts/,
  );
  const trust = mine.find(({ id }) => id === "C2.2");
  expect(trust?.because).toBe(
    "In the check-in released 1 day ago the partnership gave “They do what they say they will do.” 1.0 of 5 (3 answers).",
  );
  expect((await listsOf(place.community.lead, 15)).mine[0]).toMatchObject({ id: "P3.2" });
  expect((await listsOf(place.community.lead, 15)).theirs.map(({ id }) => id)).toContain("C2.2");
  expect(await kinds(reader, 15)).toEqual([]);
});
