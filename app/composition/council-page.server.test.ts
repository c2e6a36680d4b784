import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { executionFor, type SignedIn } from "~/composition/execution.server";
import { reportMilestoneDone } from "~/features/projects/milestone-outcomes.commands.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildMilestone } from "../../tests/builders/plan";
import { buildPromise } from "../../tests/builders/promise";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { councilFilter, councilStands, findCouncilPage } from "./council-page.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };
const TODAY = toDay("2026-10-01");

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** The page as that user sees it, or null where it is not theirs. */
function pageFor(user: SignedIn, filter: object = {}) {
  const { principal, actor } = executionFor(user, { clock });
  return inTransaction(principal, TODAY, async (tx, stands) => {
    const own = councilStands(actor(stands));
    return own.length === 0 ? null : findCouncilPage(tx, own, councilFilter.parse(filter), TODAY);
  });
}

const idsOf = async (user: SignedIn, filter: object = {}) =>
  (await pageFor(user, filter))?.lines.map(({ id }) => id) ?? null;

describe("an officer's page", () => {
  it("lists what is the council's in every area, what has passed its day first", async () => {
    const here = { area: place.area.slug, council: place.council.slug };
    const { editor } = place.community;
    const old = { setOn: "2026-01-01", dueOn: "2026-02-01" };
    const late = await buildMilestone(editor, { ...here, ...old, owner: "council" }, by);
    const joint = await buildMilestone(editor, { ...here, owner: "joint", dueOn: "2026-10-20" }, by);
    const theirs = await buildMilestone(editor, { ...here, ...old, owner: "community" }, by);
    const done = await buildMilestone(editor, { ...here, owner: "community" }, by);
    await mustRun(editor, reportMilestoneDone, { id: done, doneOn: "today" }, by);
    const promise = await buildPromise(
      place.councilSide.editor,
      { ...here, madeOn: "2026-08-01", dueOn: "2026-09-01" },
      by,
    );
    await buildPromise(editor, { ...here, madeOn: "2026-08-01", dueOn: "2026-09-01" }, by);
    const request = await buildRequest(editor, { ...here, targetOn: "2027-05-01" }, by);
    const county = await buildMilestone(editor, { ...here, council: "barley-county", owner: "council" }, by);

    const { editor: officer, reader } = place.councilSide;
    expect(await idsOf(officer)).toEqual([late, promise, joint, done, request]);
    expect(await idsOf(officer)).not.toContain(theirs);
    expect(await idsOf(officer)).not.toContain(county);
    expect(await idsOf(officer, { when: "past" })).toEqual([late, promise]);
    expect(await idsOf(officer, { when: "soon" })).toEqual([joint, done]);
    expect(await idsOf(officer, { what: "answers" })).toEqual([request]);
    expect(await idsOf(officer, { what: "promises", when: "rubbish", page: "x" })).toEqual([promise]);
    expect(await idsOf(officer, { area: "elsewhere" })).toEqual([]);
    const page = await pageFor(officer);
    expect(page?.counts).toEqual({ past: 2, soon: 2, all: 5 });
    expect(page?.lines.map(({ quick }) => quick?.intent ?? null)).toEqual([
      "report-done",
      "report-done",
      "report-done",
      "acknowledge",
      null,
    ]);
    expect((await pageFor(reader))?.lines.every(({ quick }) => quick === null)).toBe(true);
    expect(await idsOf(place.county?.users.lead ?? officer)).toEqual([county]);
  });

  it("is nobody's but councils' members'", async () => {
    expect(await idsOf(place.community.lead)).toBeNull();
    expect(await idsOf(place.admin)).toBeNull();
    expect(await idsOf(place.outside.councilLead)).toEqual([]);
  });
});
