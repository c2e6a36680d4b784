import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeAsNotKept } from "~/features/commitments/commitment-endings.commands.server";
import { confirmCommitment, reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { pointsText } from "~/features/scoring/words";
import { clockAt, todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise } from "../../tests/builders/promise";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { acceptAction, markActionDone, undoAction } from "./actions.commands.server";
import { findActions, findTopActions } from "./actions.server";
import { actionsView } from "./api/action-views";
import { scorer } from "./emitters";
import type { SignedIn } from "./execution.server";
import { findFacts, findStanding } from "./score-store.server";
import { findTimeline } from "./timeline.server";

let database: TestDatabase;
let place: Place;
const at = (day: string) => ({ clock: clockAt(`${day}T12:00:00Z`) });
const accepted = at("2026-12-01");

beforeAll(async () => {
  database = await createTestDatabase();
  place = await buildPlace(database);
  const { area, council, community, councilSide, by } = place;
  const where = { area: area.slug, council: council.slug };
  await buildRequest(community.editor, where, by);
  // Kept promises enough on both sides for a figure of Trust.
  for (const user of [councilSide.editor, community.editor])
    for (let at = 0; at < 8; at++) await buildDonePromise(user, { ...where, title: `Promise ${at}` }, by);
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

function stepsOn(day: string, user: SignedIn, filter: "all" | "open" | "ended" = "all") {
  return readAs(user, place.area.slug, at(day).clock, async (tx, actor) => {
    const { relationshipId } = place.council;
    const found = await findActions(tx, actor, relationshipId, todayBy(at(day).clock), { filter, page: 1 });
    if (!found) throw new Error("no lists");
    return found.steps;
  });
}

const about = (action: string) => ({ area: place.area.slug, council: place.council.slug, action });
const promised = { title: "Answer about the lights", dueOn: "2026-12-20" };

describe("a step taken on", () => {
  let promiseId: string;

  beforeAll(async () => {
    const editor = place.councilSide.editor;
    const made = await mustRun(editor, acceptAction, { ...about("C3.3"), ...promised }, accepted);
    promiseId = made.commitmentId;
  });

  test("keeps the figure and its range, and is open until its promise ends", async () => {
    const { items, count } = await stepsOn("2026-12-02", place.councilSide.reader);
    expect(count).toBe(1);
    expect(items).toMatchObject([
      { actionId: "C3.3", promise: { id: promiseId, open: true }, ended: null, told: [], next: null },
    ]);
    expect((await stepsOn("2026-12-02", place.councilSide.reader, "ended")).count).toBe(0);
    expect((await stepsOn("2026-12-02", place.councilSide.reader, "open")).count).toBe(1);
  });

  test("once kept is told of 30 and 90 days later, by the figures without it, to its own side", async () => {
    const done = { id: promiseId, doneOn: "2026-12-10", note: "Answered in full." };
    await mustRun(place.councilSide.editor, reportDone, done, at("2026-12-10"));
    expect((await stepsOn("2026-12-11", place.councilSide.reader, "open")).count).toBe(1);
    const { revision } = await readAs(place.community.lead, place.area.slug, accepted.clock, (tx) =>
      tx.record.findUniqueOrThrow({ where: { id: promiseId }, select: { revision: true } }),
    );
    await mustRun(place.community.lead, confirmCommitment, { id: promiseId, revision }, at("2026-12-12"));

    const [early] = (await stepsOn("2027-01-08", place.councilSide.reader)).items;
    expect(early).toMatchObject({ ended: "It was kept on 10 December 2026.", told: [] });
    expect(early?.next).toBe("More is told on 9 January 2027.");
    const [late] = (await stepsOn("2027-03-10", place.councilSide.reader)).items;
    expect(late?.told.map(({ days, on }) => [days, on])).toEqual([
      [30, "2027-01-09"],
      [90, "2027-03-10"],
    ]);
    const facts = await readAs(place.councilSide.reader, place.area.slug, accepted.clock, (tx) =>
      findFacts(tx, place.council.relationshipId),
    );
    for (const { on, says } of late?.told ?? []) {
      const day = scoringDay(on);
      const now = scorer.score(facts, day).components.dialogue;
      if (now.status === "not enough evidence") {
        expect(says).toContain("there was no figure for Dialogue.");
        continue;
      }
      const without = facts.filter(({ id }) => id !== promiseId);
      const own = pointsText(now.value - scorer.score(without, day).components.dialogue.value);
      expect(says).toContain(own === "0.0" ? "no part of the figure" : `makes up ${own} of the figure`);
    }
    expect((await stepsOn("2027-03-10", place.community.lead)).count).toBe(0);
  });
});

describe("where else it is seen", () => {
  const timeline = (user: SignedIn) =>
    readAs(user, place.area.slug, at("2027-03-10").clock, async (tx, actor) => {
      const filter = { kind: "commitment" as const, from: null, to: null, page: 1 };
      const { lines } = await findTimeline(tx, actor, filter, todayBy(at("2027-03-10").clock));
      return lines
        .filter(({ facts }) => facts.includes("Came of a next step of your side"))
        .map((one) => one.title);
    });

  test("the promise’s line on the timeline says to its own side, and to nobody else, that it came of a step", async () => {
    expect(await timeline(place.councilSide.reader)).toEqual([promised.title]);
    expect(await timeline(place.community.lead)).toEqual([]);
  });

  test("the API shows the same lists, whole", async () => {
    const lists = await readAs(
      place.councilSide.reader,
      place.area.slug,
      at("2027-03-10").clock,
      (tx, actor) => findActions(tx, actor, place.council.relationshipId, todayBy(at("2027-03-10").clock)),
    );
    const shown = actionsView.parse({ council: place.council.slug, ...lists });
    const { mine, others, theirs, unknowns } = shown;
    expect({ mine, others, theirs, unknowns }).toEqual({
      ...{ mine: lists?.mine, others: lists?.others },
      ...{ theirs: lists?.theirs, unknowns: lists?.unknowns },
    });
    expect(shown.steps.items.map(({ told }) => told)).toEqual(lists?.steps.items.map(({ told }) => told));
  });
});

describe("what a step leaves behind", () => {
  test("a promise of Trust that was not kept makes up its part of Trust", async () => {
    const editor = place.councilSide.editor;
    const own = { ...about("C2.5"), title: "Draft the agreement", dueOn: "2026-12-20" };
    const made = await mustRun(editor, acceptAction, own, accepted);
    const note = "Nobody had the time.";
    await mustRun(editor, closeAsNotKept, { id: made.commitmentId, note }, at("2026-12-22"));
    const { items } = await stepsOn("2027-01-25", editor);
    const step = items.find(({ actionId }) => actionId === "C2.5");
    expect(step).toMatchObject({ component: "trust", ended: "It was not kept on 22 December 2026." });
    expect(step?.stood).toMatch(/^Trust stood at \d+\.\d \(likely \d+ to \d+\) then\.$/);
    expect(step?.told[0]?.says).toMatch(/The promise itself makes up −\d+\.\d of the figure\.$/);
  });

  test("the area's page tells of the one last followed up for a fortnight", async () => {
    const told = (day: string) =>
      readAs(place.councilSide.reader, place.area.slug, at(day).clock, async (tx, actor) => {
        const { relationshipId } = place.council;
        const today = todayBy(at(day).clock);
        const standing = await findStanding(tx, relationshipId, today);
        const facts = await findFacts(tx, relationshipId);
        return (await findTopActions(tx, actor, today, { relationshipId, standing, facts }, 1)).followed;
      });
    expect(await told("2027-01-20")).toBeNull();
    expect(await told("2027-01-21")).toMatch(
      /ended 30 days before\. Trust had moved by .+ does not say because/,
    );
    expect(await told("2027-02-03")).not.toBeNull();
    expect(await told("2027-02-04")).toBeNull();
  });

  test("one taken back is none; one that another answer followed still is", async () => {
    const editor = place.community.editor;
    const before = (await stepsOn("2026-12-03", editor)).count;
    const done = await mustRun(editor, markActionDone, about("P3.1"), at("2026-12-03"));
    const [step] = (await stepsOn("2026-12-03", editor)).items;
    expect(step).toMatchObject({
      actionId: "P3.1",
      stands: true,
      ended: "It was said to be done on 3 December 2026.",
    });
    expect((await stepsOn("2027-01-02", editor)).items[0]?.told[0]?.says).toMatch(
      /there was no figure for Dialogue|no part of it can be told apart/,
    );
    await mustRun(editor, undoAction, { area: place.area.slug, id: done.id }, at("2026-12-03"));
    expect((await stepsOn("2026-12-03", editor)).count).toBe(before);
  });
});
