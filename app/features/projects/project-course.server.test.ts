import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../../tests/builders/asked-request";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildProject } from "../../../tests/builders/plan";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { agreeMove, declineMove, moveDay } from "./day-moves.commands.server";
import { projectFilter } from "./plan-filters";
import { getProjectPage } from "./project.queries.server";
import { agreeEndpoint, agreeScope, fixScope, setEndpoint, setStage } from "./project-course.commands.server";
import {
  askHelp,
  awaitDecision,
  blockProject,
  clearBlock,
  fillSkillGap,
  noteDecisionMade,
  openSkillGap,
} from "./project-hindrances.commands.server";
import { changeLead } from "./project-lead.commands.server";
import { findProjects } from "./projects.queries.server";
import { stateResponsibility } from "./record-project.commands.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };
const TODAY = toDay("2026-10-01");
/** A second later each time: what is told in a row has an order. */
let seconds = 0;
const later = () => ({ clock: clockAt(new Date(clock.now().getTime() + 1000 * ++seconds)) });

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const build = (change = {}, user: SignedIn = place.community.editor) =>
  buildProject(user, { area: place.area.slug, council: "barley-borough", ...change }, by);

const pageFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getProjectPage(tx, actor, id, TODAY));

describe("its endpoint", () => {
  it("is set by one side and agreed by the other", async () => {
    const id = await build({ endsOn: null });
    expect(await pageFor(place.community.reader, id)).toMatchObject({
      flags: ["no-endpoint"],
      endpoint: null,
    });
    expect(await statusOf(place.community.editor, setEndpoint, { id, endsOn: "2026-08-01" }, by)).toBe(
      "invalid",
    );
    await mustRun(place.community.editor, setEndpoint, { id, endsOn: "2027-01-01" }, by);
    expect(await statusOf(place.community.lead, agreeEndpoint, { id, on: "today" }, by)).toBe("invalid");
    expect(await statusOf(place.councilSide.editor, agreeEndpoint, { id, on: "2026-10-02" }, by)).toBe(
      "invalid",
    );
    await mustRun(place.councilSide.editor, agreeEndpoint, { id, on: "today" }, by);
    expect(await pageFor(place.community.reader, id)).toMatchObject({ endsAgreedOn: TODAY });
    expect(await statusOf(place.community.editor, setEndpoint, { id, endsOn: "2027-02-01" }, by)).toBe(
      "invalid",
    );
  });

  it("moves by proposal and answer, or alone, and the old days stay", async () => {
    const id = await build();
    const ask = { id, toOn: "2027-04-01", reason: "The lease", how: "ask" as const };
    await mustRun(place.councilSide.editor, moveDay, ask, later());
    const waiting = (await pageFor(place.community.editor, id))?.endpoint?.waiting;
    const moveId = waiting?.id ?? "";
    expect(await statusOf(place.councilSide.lead, agreeMove, { id, moveId }, by)).toBe("invalid");
    await mustRun(place.community.editor, agreeMove, { id, moveId }, by);
    await mustRun(place.community.editor, moveDay, { ...ask, toOn: "2027-05-01", how: "alone" }, later());
    const page = await pageFor(place.community.reader, id);
    expect(page?.endpoint).toMatchObject({ agreed: "2027-04-01", expected: "2027-05-01", waiting: null });
    expect(page?.plan.at(-1)?.days.map(({ on, state }) => `${on} ${state}`)).toEqual([
      "2027-03-01 first",
      "2027-04-01 agreed",
      "2027-05-01 alone",
    ]);
    await mustRun(place.councilSide.editor, moveDay, { ...ask, toOn: "2027-06-01" }, later());
    const next = (await pageFor(place.community.editor, id))?.endpoint?.waiting?.id ?? "";
    expect(await statusOf(place.community.editor, agreeMove, { id, moveId }, by)).toBe("conflict");
    await mustRun(
      place.community.editor,
      declineMove,
      { id, moveId: next, reason: "Too late for the fair" },
      by,
    );
    expect((await pageFor(place.community.reader, id))?.endpoint).toMatchObject({
      agreed: "2027-04-01",
      waiting: null,
    });
  });
});

describe("its course", () => {
  it("ends on a day, and of a stop why", async () => {
    const id = await build();
    expect(await statusOf(place.community.editor, setStage, { id, stage: "finished" }, by)).toBe("invalid");
    expect(await statusOf(place.community.editor, setStage, { id, stage: "stopped", on: "today" }, by)).toBe(
      "invalid",
    );
    expect(
      await statusOf(place.community.editor, setStage, { id, stage: "finished", on: "2026-08-01" }, by),
    ).toBe("invalid");
    expect(await statusOf(place.community.editor, setStage, { id, stage: "under_way" }, by)).toBe("invalid");
    await mustRun(place.councilSide.editor, setStage, { id, stage: "finished", on: "today" }, by);
    expect(await pageFor(place.community.editor, id)).toMatchObject({ stage: "finished", closedOn: TODAY });
    expect(await statusOf(place.community.editor, blockProject, { id, text: "x", since: "today" }, by)).toBe(
      "invalid",
    );
    await mustRun(place.community.editor, setStage, { id, stage: "under_way" }, by);
    expect(await pageFor(place.community.editor, id)).toMatchObject({ closedOn: null });
  });

  it("what it should come to is fixed by one side and agreed by the other", async () => {
    const id = await build();
    await mustRun(place.councilSide.editor, fixScope, { id, on: "2026-09-10" }, by);
    expect(await statusOf(place.councilSide.editor, agreeScope, { id, on: "today" }, by)).toBe("invalid");
    await mustRun(place.community.editor, agreeScope, { id, on: "today" }, by);
    expect(await pageFor(place.community.reader, id)).toMatchObject({
      scope: { fixedOn: "2026-09-10", bySide: "council", agreedOn: TODAY },
    });
    expect(await statusOf(place.councilSide.editor, fixScope, { id, on: "today" }, by)).toBe("invalid");
  });

  it("is held up, asks for help, and is cleared", async () => {
    const id = await build();
    await mustRun(place.community.editor, blockProject, { id, text: "No lease", since: "2026-09-15" }, by);
    const blockId = (await pageFor(place.community.reader, id))?.blocks[0]?.id ?? "";
    const requestId = await buildRequest(
      place.community.editor,
      { area: place.area.slug, council: "barley-borough" },
      by,
    );
    expect(await statusOf(place.community.editor, askHelp, { id, blockId, requestId: id }, by)).toBe(
      "invalid",
    );
    await mustRun(place.community.editor, askHelp, { id, blockId, requestId }, by);
    expect(await pageFor(place.councilSide.reader, id)).toMatchObject({
      flags: ["held-up"],
      blocks: [{ text: "No lease", helpAsked: true, request: { id: requestId } }],
    });
    expect(await statusOf(place.councilSide.editor, clearBlock, { id, blockId, on: "2026-09-14" }, by)).toBe(
      "invalid",
    );
    await mustRun(place.councilSide.editor, clearBlock, { id, blockId, on: "today", note: "Signed" }, by);
    expect(await pageFor(place.councilSide.reader, id)).toMatchObject({ flags: [] });
    expect(await statusOf(place.councilSide.editor, clearBlock, { id, blockId, on: "today" }, by)).toBe(
      "invalid",
    );
  });

  it("waits for a decision, and misses a skill, until it does not", async () => {
    const id = await build();
    await mustRun(place.councilSide.editor, awaitDecision, { id, from: "Cabinet", since: "2026-09-15" }, by);
    await mustRun(place.community.editor, openSkillGap, { id, skill: "Reading a lease", on: "today" }, by);
    const page = await pageFor(place.community.editor, id);
    expect(page).toMatchObject({ flags: ["waits-for-a-decision"], decision: { from: "Cabinet" } });
    const gapId = page?.gaps[0]?.id ?? "";
    await mustRun(place.councilSide.editor, fillSkillGap, { id, gapId, on: "today" }, by);
    expect(await statusOf(place.councilSide.editor, fillSkillGap, { id, gapId, on: "today" }, by)).toBe(
      "invalid",
    );
    expect(
      await statusOf(place.community.editor, noteDecisionMade, { id, on: "2026-09-01", note: "Yes" }, by),
    ).toBe("invalid");
    await mustRun(place.community.editor, noteDecisionMade, { id, on: "today", note: "Yes" }, by);
    expect(await pageFor(place.community.editor, id)).toMatchObject({ flags: [], decision: null });
  });

  it("every verb is refused to readers and to who does not stand here", async () => {
    const id = await build();
    const verbs = [
      [setStage, { id, stage: "paused" }],
      [setEndpoint, { id, endsOn: "2027-01-01" }],
      [agreeEndpoint, { id, on: "today" }],
      [fixScope, { id, on: "today" }],
      [agreeScope, { id, on: "today" }],
      [blockProject, { id, text: "x", since: "today" }],
      [awaitDecision, { id, from: "x", since: "today" }],
      [noteDecisionMade, { id, on: "today", note: "x" }],
      [openSkillGap, { id, skill: "x", on: "today" }],
      [changeLead, { id, lead: "council", on: "today", decided: "no" }],
      [moveDay, { id, toOn: "2027-09-01", reason: "x", how: "ask" }],
      [stateResponsibility, { id, revision: 1, responsibility: "x" }],
    ] as const;
    for (const [command, input] of verbs) {
      const run = (user: SignedIn) => statusOf(user, command as typeof setStage, input, by);
      expect([command.id, await run(place.councilSide.reader)]).toEqual([command.id, "forbidden"]);
      expect([command.id, await run(place.outside.councilLead)]).toEqual([command.id, "absent"]);
      expect([command.id, await run(place.county?.users.lead ?? place.outside.councilLead)]).toEqual([
        command.id,
        "absent",
      ]);
    }
    expect(await pageFor(place.community.reader, id)).toMatchObject({ revision: 1 });
  });
});

describe("the list", () => {
  it("narrows by what is in the way, by lead and by council, within what one may see", async () => {
    const none = await build({ lead: "none", endsOn: null, title: "Nobody's" });
    const list = (user: SignedIn, filter: object) =>
      readAs(user, place.area.slug, clock, async (tx, actor) => {
        const { lines } = await findProjects(tx, actor, projectFilter.parse(filter), TODAY);
        return lines.map(({ id }) => id);
      });
    expect(await list(place.community.reader, { view: "no-lead" })).toContain(none);
    expect(await list(place.community.reader, { view: "no-endpoint" })).toContain(none);
    expect(await list(place.community.reader, { lead: "joint" })).not.toContain(none);
    expect(await list(place.community.reader, { view: "rubbish", page: "x" })).toContain(none);
    expect(await list(place.community.reader, { council: "barley-county" })).toEqual([]);
    expect(await list(place.county?.users.lead ?? place.admin, { view: "all" })).toEqual([]);
  });
});
