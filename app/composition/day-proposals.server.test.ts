import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "~/composition/execution.server";
import { getProposalPage } from "~/features/agreements/proposal.queries.server";
import { agreeNewDay, proposeNewDay } from "~/features/commitments/commitment-days.commands.server";
import { agreeMove } from "~/features/projects/day-moves.commands.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildMilestone, buildProject } from "../../tests/builders/plan";
import { buildPromise } from "../../tests/builders/promise";
import { readAs, statusOf } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import {
  acceptChange,
  declineChange,
  findMovableDay,
  proposeChange,
  withdrawChange,
} from "./day-proposals.server";
import { runAs } from "./execution.server";

const TODAY = toDay("2026-10-01");
let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const build = {
  promise: (area: string) => buildPromise(place.community.editor, { area }, place.by),
  milestone: (area: string) => buildMilestone(place.community.editor, { area }, place.by),
  project: (area: string) => buildProject(place.community.editor, { area }, place.by),
};

const dayOf = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, place.clock, (tx, actor) => findMovableDay(tx, actor, id, TODAY));

async function proposed(aboutId: string) {
  const input = {
    ...{ area: place.area.slug, about: "date" as const, title: "Two weeks more", proposedOn: "today" },
    ...{ aboutId, newDay: "2027-03-15" },
  };
  const { id } = await mustRun(place.community.editor, proposeChange, input, place.by);
  const moveId = (await dayOf(place.councilSide.editor, aboutId))?.waiting?.id;
  return { id, moveId };
}

describe("a proposal of a day", () => {
  it.each(["promise", "milestone", "project"] as const)(
    "moves the day of a %s once the other side accepts",
    async (of) => {
      const aboutId = await build[of](place.area.slug);
      const { editor } = place.councilSide;
      const before = (await dayOf(editor, aboutId))?.on;
      const { id, moveId } = await proposed(aboutId);
      expect(await dayOf(editor, aboutId)).toMatchObject({ on: before, waiting: { newDueOn: "2027-03-15" } });
      expect((await dayOf(place.community.editor, aboutId))?.waiting).toBeNull();

      const accept = { id, moveId, on: "today" };
      expect(await statusOf(place.councilSide.reader, acceptChange, accept, place.by)).toBe("forbidden");
      expect(await statusOf(place.outside.councilLead, acceptChange, accept, place.by)).toBe("absent");
      // What the reader did not see is not agreed to.
      expect(await statusOf(editor, acceptChange, { id, on: "today" }, place.by)).toBe("invalid");
      await mustRun(editor, acceptChange, accept, place.by);
      expect(await dayOf(editor, aboutId)).toMatchObject({ on: "2027-03-15", waiting: null });
    },
  );

  it("leaves the day where it is declined, and where its own side notes the answer", async () => {
    const { editor } = place.councilSide;
    const declined = await build.promise(place.area.slug);
    const one = await proposed(declined);
    await mustRun(editor, declineChange, { ...one, text: "Too late for us.", on: "today" }, place.by);
    expect(await dayOf(editor, declined)).toMatchObject({ on: "2026-11-01", waiting: null });

    const noted = await build.promise(place.area.slug);
    const other = await proposed(noted);
    await mustRun(place.community.editor, acceptChange, { id: other.id, on: "today" }, place.by);
    expect(await dayOf(editor, noted)).toMatchObject({
      on: "2026-11-01",
      waiting: { newDueOn: "2027-03-15" },
    });
  });

  it.each(["promise", "milestone", "project"] as const)(
    "no longer waits on a %s once it is taken back, and another can be proposed",
    async (of) => {
      const aboutId = await build[of](place.area.slug);
      const { editor } = place.councilSide;
      const { id, moveId } = await proposed(aboutId);
      expect(await statusOf(editor, withdrawChange, { id }, place.by)).toBe("forbidden");
      await mustRun(place.community.editor, withdrawChange, { id }, place.by);
      expect(await dayOf(editor, aboutId)).toMatchObject({ waiting: null });
      // Nobody can still say yes to it.
      const answer =
        of === "promise"
          ? runAs(editor, agreeNewDay, { id: aboutId, redatingId: moveId ?? "" }, place.by)
          : runAs(editor, agreeMove, { id: aboutId, moveId: moveId ?? "" }, place.by);
      expect((await answer).status).not.toBe("done");
      const again = await proposed(aboutId);
      expect(again.moveId).toBeDefined();
      expect(again.moveId).not.toBe(moveId);
    },
  );

  it("leaves a later day on the record where an earlier proposal is taken back", async () => {
    const aboutId = await build.promise(place.area.slug);
    const { id } = await proposed(aboutId);
    const later = { id: aboutId, newDueOn: "2027-05-01", reason: "Another reason" };
    await mustRun(place.community.editor, proposeNewDay, later, place.by);
    await mustRun(place.community.editor, withdrawChange, { id }, place.by);
    expect(await dayOf(place.councilSide.editor, aboutId)).toMatchObject({
      waiting: { newDueOn: "2027-05-01" },
    });
  });

  it("needs the day, one that can be, and is put to the council whose record it is", async () => {
    const aboutId = await build.promise(place.area.slug);
    const { editor } = place.community;
    const input = {
      ...{ area: place.area.slug, about: "date" as const, title: "Later", proposedOn: "today" },
      aboutId,
    };
    expect(await runAs(editor, proposeChange, input, place.by)).toEqual({
      status: "invalid",
      fields: { newDay: ["Enter the day you propose"] },
    });
    expect(await runAs(editor, proposeChange, { ...input, newDay: "2026-11-01" }, place.by)).toEqual({
      status: "invalid",
      fields: { newDay: ["This is the day it has already"] },
    });
    const { id } = await proposed(aboutId);
    const page = await readAs(editor, place.area.slug, place.clock, (tx, actor) =>
      getProposalPage(tx, actor, id),
    );
    expect(page).toMatchObject({ relationshipId: place.council.relationshipId, about: "date" });
  });
});
