import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Clock, clockAt, todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { BUILT_AT, buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs, statusOf } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { acceptAction, dismissAction, markActionDone, undoAction } from "./actions.commands.server";
import { findActions, findTopActions } from "./actions.server";
import type { SignedIn } from "./execution.server";
import { findFacts, findStanding } from "./score-store.server";

let database: TestDatabase;
let place: Place;
const later = { clock: clockAt("2026-12-01T12:00:00Z") };

beforeAll(async () => {
  database = await createTestDatabase();
  place = await buildPlace(database);
  await buildRequest(place.community.editor, { area: place.area.slug }, place.by);
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

async function listsOf(user: SignedIn, clock: Clock = later.clock) {
  const found = await readAs(user, place.area.slug, clock, (tx, actor) =>
    findActions(tx, actor, place.council.relationshipId, todayBy(clock)),
  );
  if (!found) throw new Error("no lists");
  const ids = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);
  return { ...found, mineIds: ids(found.mine), theirIds: ids(found.theirs) };
}

const about = (action: string) => ({ area: place.area.slug, council: place.council.slug, action });
const promised = { title: "Answer about the lights", dueOn: "2026-12-10" };

describe("the two lists", () => {
  test("each side has its own, and sees the other's as waiting", async () => {
    const [community, council] = [await listsOf(place.community.lead), await listsOf(place.councilSide.lead)];
    expect(council.mineIds).toEqual(expect.arrayContaining(["C1.1", "C3.3"]));
    expect(community.mineIds).toEqual(expect.arrayContaining(["P1.2", "P3.1"]));
    expect(community.mineIds).not.toContain("C3.3");
    expect(community.theirIds.toSorted()).toEqual(council.mineIds.toSorted());
    expect(council.theirIds.toSorted()).toEqual(community.mineIds.toSorted());
    const [card] = council.mine.filter(({ id }) => id === "C3.3");
    expect(card?.because).toMatch(/^1 of 1 open request to Barley Borough is past .*\(oldest \d+ days\)\.$/);
    expect(card?.records).toHaveLength(1);
  });

  test("before the answer is wanted nothing asks for it", async () => {
    expect((await listsOf(place.councilSide.lead, clockAt(BUILT_AT))).mineIds).not.toContain("C3.3");
  });

  test("the first few are the first of the list; a stranger's are none", async () => {
    const top = (user: SignedIn, area: string) =>
      readAs(user, area, later.clock, async (tx, actor) => {
        const { relationshipId } = place.council;
        const today = todayBy(later.clock);
        const standing = await findStanding(tx, relationshipId, today);
        const facts = await findFacts(tx, relationshipId);
        return findTopActions(tx, actor, today, { relationshipId, standing, facts }, 2);
      });
    const { mineIds } = await listsOf(place.councilSide.lead);
    const first = await top(place.councilSide.reader, place.area.slug);
    expect(first.cards.map(({ id }) => id)).toEqual(mineIds.slice(0, 2));
    expect(await top(place.outside.communityLead, place.outside.area.slug)).toEqual({
      cards: [],
      followed: null,
    });
  });
});

describe("who may answer", () => {
  test.each([
    ["a reader", () => place.councilSide.reader, "C3.3", "forbidden"],
    ["another area", () => place.outside.councilLead, "C3.3", "absent"],
    ["the side it is not for", () => place.community.lead, "C1.1", "absent"],
    ["no such action", () => place.councilSide.lead, "C9.9", "absent"],
    ["nothing calls for it", () => place.councilSide.lead, "C5.4", "invalid"],
  ])("%s", async (_, user, action, expected) => {
    expect(await statusOf(user(), markActionDone, about(action), later)).toBe(expected);
    const reason = { ...about(action), reason: "No" };
    expect(await statusOf(user(), dismissAction, reason, later)).toBe(expected);
    expect(await statusOf(user(), acceptAction, { ...about(action), ...promised }, later)).toBe(expected);
  });

  test("a reason, a title and a day are needed", async () => {
    const lead = place.councilSide.lead;
    expect(await statusOf(lead, dismissAction, { ...about("C3.3"), reason: " " }, later)).toBe("invalid");
    expect(await statusOf(lead, acceptAction, { ...about("C3.3"), ...promised, title: "" }, later)).toBe(
      "invalid",
    );
    const past = { ...about("C3.3"), ...promised, dueOn: "2026-11-30" };
    expect(await statusOf(lead, acceptAction, past, later)).toBe("invalid");
    expect((await listsOf(lead)).answered).toEqual([]);
  });
});

describe("answers", () => {
  test("dismissed stays away until what it rests on changes, and the other side is told nothing", async () => {
    const lead = place.councilSide.lead;
    await mustRun(lead, dismissAction, { ...about("C3.3"), reason: "The budget is not out" }, later);
    const lists = await listsOf(lead);
    expect(lists.mineIds).not.toContain("C3.3");
    expect(lists.answered).toMatchObject([
      { actionId: "C3.3", answer: "dismissed", reason: "The budget is not out" },
    ]);
    const community = await listsOf(place.community.lead);
    expect(community.theirIds).toContain("C3.3");
    expect(JSON.stringify(community)).not.toContain("budget");
    const past = { area: place.area.slug, title: "Who cuts the hedge?", askedOn: "2026-10-01" };
    await buildRequest(place.community.editor, past, place.by);
    expect((await listsOf(lead)).mineIds).toContain("C3.3");
  });

  test("taken on, it becomes a promise of both sides' register and leaves the list; undone, it comes back", async () => {
    const editor = place.councilSide.editor;
    const made = await mustRun(editor, acceptAction, { ...about("C3.3"), ...promised }, later);
    const lists = await listsOf(place.councilSide.lead);
    expect(lists.mineIds).not.toContain("C3.3");
    expect(lists.steps.items).toMatchObject([
      { actionId: "C3.3", answer: "accepted", promise: { id: made.commitmentId, open: true } },
    ]);
    const seen = await readAs(place.community.reader, place.area.slug, later.clock, (tx) =>
      tx.commitment.findUnique({ where: { recordId: made.commitmentId }, select: { bySide: true } }),
    );
    expect(seen).toEqual({ bySide: "council" });
    expect(await statusOf(editor, acceptAction, { ...about("C3.3"), ...promised }, later)).toBe("invalid");
    const undo = { area: place.area.slug, id: made.id };
    expect(await statusOf(place.community.lead, undoAction, undo, later)).toBe("absent");
    expect(await statusOf(place.councilSide.reader, undoAction, undo, later)).toBe("forbidden");
    await mustRun(editor, undoAction, undo, later);
    expect(await statusOf(editor, undoAction, undo, later)).toBe("invalid");
    expect((await listsOf(editor)).mineIds).toContain("C3.3");
  });

  test("done leaves the list", async () => {
    const editor = place.community.editor;
    await mustRun(editor, markActionDone, about("P3.1"), later);
    expect((await listsOf(editor)).mineIds).not.toContain("P3.1");
  });
});
