import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "~/composition/execution.server";
import { sharedOnly } from "~/features/actions/evidence";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { appoint, endPost } from "~/features/people/appointments.commands.server";
import { assessPerson, planEngagement } from "~/features/people/assessments.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { addDays, type Day, toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { bothCame, buildHeld, buildPeople } from "../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { findEvidence } from "./action-evidence.server";
import { findCoverage } from "./people-coverage.server";
import { findMap, findOwnLines } from "./people-side.server";

const TODAY = toDay("2026-10-01");
let db: TestDatabase;
let place: Place;
let people: { officer: string; chair: string };
const clock = stoppedClock();

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
  people = await buildPeople(place);
  const { editor } = place.community;
  await buildHeld(place, editor, people, { on: "2026-08-01" });
  const onlyTheirs = { on: "2026-09-20", attendees: bothCame(people).slice(0, 1) };
  await buildHeld(place, editor, people, onlyTheirs);
  await mustRun(editor, assessPerson, assessment({ wantedDays: "30", on: "2026-05-01" }), place.by);
  await mustRun(editor, planEngagement, plan, place.by);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const assessment = (more = {}) => ({
  area: place.area.slug,
  id: people.officer,
  interest: 2,
  influence: 5,
  stance: "for_it" as const,
  ...more,
});
const plan = {
  get area() {
    return place.area.slug;
  },
  get id() {
    return people.officer;
  },
  next: "Ring her",
  dueOn: "2026-11-01",
};
const linesOf = (user: SignedIn, today: Day = TODAY) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findOwnLines(tx, actor, today));
const coverageOf = (user: SignedIn, today: Day = TODAY) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findCoverage(tx, actor, today));

describe("when to talk to somebody again", () => {
  it("counts from the last meeting they and the other side came to", async () => {
    const line = (await linesOf(place.community.reader)).get(people.officer);
    expect(line).toMatchObject({
      last: { on: "2026-08-01" },
      cadence: { wantedDays: 30, dueOn: "2026-08-31", daysPast: 31, cold: true },
      plan: { next: "Ring her" },
    });
  });

  it("says nothing to the other side", async () => {
    expect(await linesOf(place.councilSide.lead)).toEqual(new Map());
    const map = (user: SignedIn) =>
      readAs(user, place.area.slug, clock, (tx, actor) => findMap(tx, actor, TODAY));
    expect((await map(place.community.reader)).map(({ name }) => name)).toEqual(["Olu Officer"]);
    expect(await map(place.councilSide.lead)).toEqual([]);
  });

  it("reaches the recommended steps of one's own side alone", async () => {
    const evidence = (user: SignedIn) =>
      readAs(user, place.area.slug, clock, async (tx, actor) => {
        const found = await findEvidence(tx, actor, place.council.relationshipId, TODAY);
        if (!found) throw new Error("a relationship of theirs");
        return found;
      });
    const own = await evidence(place.community.reader);
    expect(own.wantedDays).toEqual({ [people.officer]: 30 });
    expect(sharedOnly(own).wantedDays).toEqual({});
    expect(sharedOnly(own).allies).toBeNull();
    expect((await evidence(place.councilSide.lead)).wantedDays).toEqual({});
  });

  it("is reset by a real contact", async () => {
    const { editor } = place.community;
    await buildHeld(place, editor, people, { on: "2026-09-29", how: "call" });
    expect((await linesOf(editor)).get(people.officer)?.cadence).toMatchObject({
      dueOn: "2026-10-29",
      cold: false,
    });
  });
});

describe("how far the ties reach", () => {
  it("names the live contacts of each level, and who is the only one", async () => {
    const [borough] = (await coverageOf(place.community.reader)).councils;
    const reached = borough?.levels.map(({ level, known, live }) => [level, known, live.length]);
    expect(reached).toEqual([
      ["elected", 0, 0],
      ["senior", 0, 0],
      ["officer", 1, 1],
      ["front_line", 0, 0],
    ]);
    expect(borough?.only).toMatchObject({
      council: { name: "Olu Officer" },
      community: { name: "Cass Chair" },
    });
    const later = await coverageOf(place.community.reader, addDays(TODAY, 200));
    expect(later.councils[0]?.only).toEqual({ council: null, community: null });
  });

  it("counts the allies of one's own side alone", async () => {
    await mustRun(place.community.editor, assessPerson, assessment({ ally: "yes" }), place.by);
    expect((await coverageOf(place.community.reader)).councils[0]?.allies).toEqual(["Olu Officer"]);
    expect((await coverageOf(place.councilSide.lead)).councils[0]?.allies).toEqual([]);
    const ofChair = assessment({ id: people.chair, ally: "yes" });
    await mustRun(place.councilSide.editor, assessPerson, ofChair, place.by);
    expect((await coverageOf(place.councilSide.lead)).councils[0]?.allies).toEqual(["Cass Chair"]);
    expect((await coverageOf(place.community.reader)).councils[0]?.allies).toEqual(["Olu Officer"]);
  });

  it("says who holds most of the open promises", async () => {
    for (const title of ["Paint the bench", "Mend the gate", "Cut the hedge"]) {
      const promise = { area: place.area.slug, bySide: "ours" as const, title, dueOn: "2026-12-01" };
      const byPersonId = title === "Cut the hedge" ? undefined : people.officer;
      await mustRun(place.councilSide.editor, recordCommitment, { ...promise, byPersonId }, place.by);
    }
    expect((await coverageOf(place.community.reader)).councils[0]?.holders).toEqual([
      { side: "council", name: "Olu Officer", held: 2, of: 3 },
    ]);
  });

  it("lists places without a lead, and posts that ended until somebody follows", async () => {
    const { editor } = place.councilSide;
    const post = { area: place.area.slug, organisation: "ours", role: "front-line-officer" as const };
    const gone = await mustRun(
      editor,
      addPerson,
      { ...post, name: "Fay Front", startsOn: "2020-01-01" },
      place.by,
    );
    const ended = { area: place.area.slug, id: gone.appointmentId, lastDay: "2026-09-01" };
    await mustRun(editor, endPost, ended, place.by);
    const found = await coverageOf(place.community.reader);
    expect(found.vacancies).toMatchObject([{ name: "Fay Front", endsOn: "2026-09-02" }]);
    expect(found.leads).toHaveLength(2);
    await mustRun(editor, appoint, { ...post, id: people.officer, startsOn: "2026-09-10" }, place.by);
    expect((await coverageOf(place.community.reader)).vacancies).toEqual([]);
  });
});
