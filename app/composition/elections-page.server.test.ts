import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addElection } from "~/features/elections/elections.commands.server";
import { endPost } from "~/features/people/appointments.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { addDays, toDay } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { findElectionsPage } from "./elections-page.server";
import { announceLeaver } from "./handovers.commands.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };
const POLL = toDay("2026-09-24");
const posts: Record<string, string> = {};

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true, clock });
  const { admin, council, councilSide } = place;
  await mustRun(admin, addElection, { councilId: council.id, kind: "local", pollOn: POLL }, by);
  for (const name of ["Ann Stays", "Bo Lost", "Cy Handed", "Di New"]) await councillor(name);
  const lastDay = addDays(POLL, 4);
  const end = { area: place.area.slug, lastDay };
  await mustRun(councilSide.editor, endPost, { ...end, id: posts["Bo Lost"] ?? "" }, by);
  await mustRun(
    councilSide.editor,
    announceLeaver,
    { ...end, postId: posts["Cy Handed"] ?? "", why: "poll", notifiedOn: POLL },
    by,
  );
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function councillor(name: string): Promise<void> {
  const startsOn = name === "Di New" ? addDays(POLL, 4) : "2022-05-09";
  const person = { area: place.area.slug, name, organisation: "ours", role: "councillor" as const, startsOn };
  posts[name] = (await mustRun(place.councilSide.editor, addPerson, person, by)).appointmentId;
}

const pageOf = (user: Place["admin"]) =>
  readAs(user, place.area.slug, clock, (tx, actor) =>
    findElectionsPage(actor, { tx, today: todayBy(clock), now: clock.now() }),
  );

describe("after the poll", () => {
  it("lists whose seat was up, who left first, and the handovers that follow", async () => {
    const { polls } = await pageOf(place.councilSide.editor);
    expect(polls.map(({ election }) => election.council)).toEqual(["Barley Borough"]);
    expect(polls[0]?.seats.map(({ name, after, handover }) => [name, after, handover?.text ?? null])).toEqual(
      [
        ["Bo Lost", "left", "Say who follows"],
        ["Cy Handed", "left", "See the handover"],
        ["Ann Stays", "up", null],
      ],
    );
  });

  it("asks a reader for nothing, and shows the other council nothing", async () => {
    const { polls, canAdd } = await pageOf(place.community.reader);
    expect(polls[0]?.seats.map(({ handover }) => handover?.text ?? null)).toEqual([
      null,
      "See the handover",
      null,
    ]);
    expect(canAdd).toBe(false);
    const other = await pageOf(place.county?.users.lead ?? place.admin);
    expect([other.elections, other.polls, other.canAdd]).toEqual([[], [], true]);
  });

  it("lets the council’s own editors correct its list, and nobody else of the area", async () => {
    const may = async (user: Place["admin"]) => (await pageOf(user)).elections.map(({ canKeep }) => canKeep);
    expect(await may(place.councilSide.editor)).toEqual([true]);
    expect(await may(place.councilSide.reader)).toEqual([false]);
    expect(await may(place.community.lead)).toEqual([false]);
  });
});
