import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildMilestone, buildProject } from "../../../tests/builders/plan";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { binRecord } from "../records/records.commands.server";
import { agreeMove, moveDay } from "./day-moves.commands.server";
import { getMilestonePage } from "./milestone.queries.server";
import {
  acknowledgeMilestone,
  agreeLetGo,
  askLetGo,
  declineLetGo,
  dropMilestone,
  reopenMilestone,
  reportMilestoneDone,
} from "./milestone-outcomes.commands.server";
import { findMilestoneFact, findMilestones } from "./milestones.queries.server";
import { milestoneFilter } from "./plan-filters";
import { editMilestone, recordMilestone } from "./record-milestone.commands.server";

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

const here = () => ({ area: place.area.slug, council: "barley-borough" });
const build = (change = {}, user: SignedIn = place.community.editor) =>
  buildMilestone(user, { ...here(), ...change }, by);
const pageFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getMilestonePage(tx, actor, id, TODAY));
const factOf = (id: string) =>
  readAs(place.community.reader, place.area.slug, clock, (tx) => findMilestoneFact(tx, id));
/** What the score holds of it now. */
const keptFact = (id: string) =>
  inTransaction(`user:${place.community.editor.id}`, TODAY, async (tx) => {
    const row = await tx.scoringFact.findFirst({
      where: { sourceId: id, knownUntil: null },
      select: { body: true },
    });
    return row?.body ?? null;
  });
const fieldsOf = async (user: SignedIn, command: typeof recordMilestone, input: unknown) => {
  const outcome = await runAs(user, command, input, by);
  return outcome.status === "invalid" ? Object.keys(outcome.fields) : outcome.status;
};

describe("setting", () => {
  it("is seen by both sides; of a project, in its council's place", async () => {
    const projectId = await buildProject(place.community.editor, here(), by);
    const id = await build({ projectId, council: undefined, earlyWin: true }, place.councilSide.editor);
    expect(await pageFor(place.community.reader, id)).toMatchObject({
      state: "planned",
      project: { id: projectId },
      earlyWin: true,
      dueOn: "2026-12-01",
      can: [],
    });
    expect(await factOf(id)).toMatchObject({
      owner: "community",
      set: "2026-10-01",
      due: "2026-12-01",
      done: null,
    });
  });

  it.each<[string, object, string]>([
    ["no words", { title: "" }, "title"],
    ["300 characters", { title: "x".repeat(300) }, "title"],
    ["no owner", { owner: undefined }, "owner"],
    ["no day", { dueOn: undefined }, "dueOn"],
    ["a day before it was set", { dueOn: "2026-09-30" }, "dueOn"],
    ["year 9999", { dueOn: "9999-12-31" }, "dueOn"],
    ["year 0", { dueOn: { day: "1", month: "1", year: "0" } }, "dueOn"],
    ["set on a day to come", { setOn: "2026-10-02" }, "setOn"],
    ["a project that is none", { projectId: "01890000-0000-7000-8000-000000000000" }, "projectId"],
    ["a parent that is none", { parentId: "01890000-0000-7000-8000-000000000000" }, "parentId"],
    ["nobody's officer", { councilPersonId: "01890000-0000-7000-8000-000000000000" }, "councilPersonId"],
    ["no council", { council: undefined }, "council"],
  ])("refuses %s beside its field", async (_, change, field) => {
    const good = { ...here(), title: "A", owner: "joint", dueOn: "2026-12-01" };
    expect(await fieldsOf(place.community.editor, recordMilestone, { ...good, ...change })).toEqual([field]);
  });

  it("is for whoever may write here", async () => {
    const good = { ...here(), title: "A", owner: "joint", dueOn: "2026-12-01" };
    expect(await fieldsOf(place.councilSide.reader, recordMilestone, good)).toBe("forbidden");
    expect(await fieldsOf(place.outside.councilLead, recordMilestone, good)).toBe("absent");
  });
});

describe("where it belongs", () => {
  const edit = (id: string, change: object) =>
    runAs(place.community.editor, editMilestone, { id, revision: 1, title: "A", ...change }, by);

  it("is no part of itself, of its part, or of its part's part", async () => {
    const whole = await build();
    const part = await build({ parentId: whole });
    const small = await build({ parentId: part });
    for (const parentId of [whole, part, small])
      expect(await edit(whole, { parentId })).toMatchObject({ fields: { parentId: [expect.any(String)] } });
    expect(await edit(small, { parentId: whole })).toMatchObject({ status: "done" });
  });

  it("is in its parent's project and with its parent's council", async () => {
    const projectId = await buildProject(place.community.editor, here(), by);
    const whole = await build({ projectId });
    expect(await edit(await build(), { parentId: whole })).toMatchObject({
      fields: { parentId: [expect.any(String)] },
    });
    const county = await build({ council: "barley-county" });
    expect(await edit(county, { projectId })).toMatchObject({ fields: { projectId: [expect.any(String)] } });
    const part = await build({ projectId, parentId: whole });
    expect(await edit(whole, { projectId: null })).toMatchObject({ status: "done" });
    expect(await pageFor(place.community.reader, part)).toMatchObject({
      project: null,
      parent: { id: whole },
    });
  });

  it("its words are its recorder's; two at once are told", async () => {
    const id = await build();
    expect(await edit(id, { evidence: "A photograph" })).toMatchObject({ status: "done" });
    expect(await edit(id, {})).toMatchObject({
      status: "conflict",
      current: { evidence: "A photograph", revision: 2 },
    });
    const other = { id, revision: 2, title: "B" };
    expect(await statusOf(place.councilSide.lead, editMilestone, other, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, editMilestone, other, by)).toBe("absent");
  });
});

describe("outcomes", () => {
  const done = (id: string, user: SignedIn, doneOn = "today") =>
    statusOf(user, reportMilestoneDone, { id, doneOn }, by);

  it("is done by its owner and acknowledged by the other side", async () => {
    const id = await build({ owner: "council" });
    expect(await done(id, place.community.lead)).toBe("forbidden");
    expect(await done(id, place.councilSide.reader)).toBe("forbidden");
    expect(await done(id, place.councilSide.editor, "2026-10-02")).toBe("invalid");
    expect(await done(id, place.councilSide.editor, "2026-09-30")).toBe("invalid");
    expect(await done(id, place.councilSide.editor)).toBe("done");
    expect(await done(id, place.councilSide.editor)).toBe("invalid");
    expect(await statusOf(place.councilSide.lead, acknowledgeMilestone, { id }, by)).toBe("forbidden");
    await mustRun(place.community.editor, acknowledgeMilestone, { id, note: "Lovely" }, by);
    expect(await statusOf(place.community.editor, acknowledgeMilestone, { id }, by)).toBe("invalid");
    expect(await keptFact(id)).toMatchObject({ done: TODAY, acknowledged: TODAY });
    await mustRun(place.councilSide.editor, reopenMilestone, { id, reason: "A goal fell" }, by);
    expect(await keptFact(id)).toMatchObject({ done: null, acknowledged: null });
  });

  it("a joint one is both sides' to report, and nobody's to acknowledge", async () => {
    const id = await build({ owner: "joint" });
    expect(await done(id, place.councilSide.editor)).toBe("done");
    for (const user of [place.community.lead, place.councilSide.lead])
      expect(await statusOf(user, acknowledgeMilestone, { id }, by)).toBe("forbidden");
  });

  it("is given up by its owner, with a reason, and can be opened again", async () => {
    const id = await build();
    expect(await statusOf(place.community.editor, dropMilestone, { id, reason: "" }, by)).toBe("invalid");
    expect(await statusOf(place.councilSide.editor, dropMilestone, { id, reason: "x" }, by)).toBe(
      "forbidden",
    );
    await mustRun(place.community.editor, dropMilestone, { id, reason: "No money" }, by);
    expect(await keptFact(id)).toMatchObject({ dropped: TODAY });
    expect(await done(id, place.community.editor)).toBe("invalid");
    await mustRun(place.community.lead, reopenMilestone, { id, reason: "A grant" }, by);
    expect(await keptFact(id)).toMatchObject({ dropped: null });
  });

  it("is let go by both, or stays", async () => {
    const id = await build();
    await mustRun(place.councilSide.editor, askLetGo, { id, reason: "Overtaken" }, by);
    expect(await statusOf(place.councilSide.editor, agreeLetGo, { id }, by)).toBe("invalid");
    expect(await statusOf(place.community.editor, declineLetGo, { id, reason: "" }, by)).toBe("invalid");
    await mustRun(place.community.editor, declineLetGo, { id, reason: "We still want it" }, by);
    expect(await statusOf(place.community.editor, agreeLetGo, { id }, by)).toBe("invalid");
    await mustRun(place.community.editor, askLetGo, { id, reason: "Now it is" }, by);
    await mustRun(place.councilSide.editor, agreeLetGo, { id }, by);
    expect(await keptFact(id)).toMatchObject({ withdrawn: TODAY });
    expect(await pageFor(place.community.editor, id)).toMatchObject({ state: "withdrawn", can: [] });
  });
});

describe("its day", () => {
  it("moves where both agree; alone it is shown, and the old day counts", async () => {
    const id = await build();
    const move = { id, toOn: "2026-12-20", reason: "The survey", how: "ask" };
    for (const [change, field] of [
      [{ toOn: "2026-09-30" }, "toOn"],
      [{ toOn: "2026-12-01" }, "toOn"],
      [{ toOn: "9999-01-01" }, "toOn"],
      [{ reason: " " }, "reason"],
      [{ how: undefined }, "how"],
    ] as const)
      expect(await runAs(place.community.editor, moveDay, { ...move, ...change }, by)).toMatchObject({
        fields: { [field]: [expect.any(String)] },
      });
    await mustRun(place.councilSide.editor, moveDay, { ...move, how: "ask" }, later());
    const moveId = (await pageFor(place.community.editor, id))?.proposal?.id ?? "";
    expect(await statusOf(place.community.reader, agreeMove, { id, moveId }, by)).toBe("forbidden");
    await mustRun(place.community.editor, agreeMove, { id, moveId }, by);
    await mustRun(place.community.editor, moveDay, { ...move, toOn: "2027-02-01", how: "alone" }, later());
    expect(await keptFact(id)).toMatchObject({
      due: "2026-12-01",
      redated: [{ agreed: TODAY, due: "2026-12-20" }],
    });
    expect(await pageFor(place.community.reader, id)).toMatchObject({
      dueOn: "2026-12-20",
      countedOn: "2026-12-20",
      expectedOn: "2027-02-01",
      days: [{ state: "first" }, { state: "agreed" }, { state: "alone" }],
    });
  });
});

describe("rolling up", () => {
  it("is done with its last part, opens with it, and its fact follows what the parts become", async () => {
    const whole = await build({ owner: "joint" });
    const [one, two] = [await build({ parentId: whole }), await build({ parentId: whole })];
    expect(
      await statusOf(place.community.editor, reportMilestoneDone, { id: whole, doneOn: "today" }, by),
    ).toBe("invalid");
    await mustRun(place.community.editor, reportMilestoneDone, { id: one, doneOn: "today" }, by);
    expect(await keptFact(whole)).toMatchObject({ done: null });
    await mustRun(place.community.editor, reportMilestoneDone, { id: two, doneOn: "today" }, by);
    expect(await keptFact(whole)).toMatchObject({ done: TODAY });
    expect(await statusOf(place.community.editor, reopenMilestone, { id: whole, reason: "x" }, by)).toBe(
      "invalid",
    );
    await mustRun(place.community.editor, reopenMilestone, { id: two, reason: "Not yet" }, by);
    expect(await keptFact(whole)).toMatchObject({ done: null });
    await mustRun(place.community.editor, binRecord, { id: two }, by);
    expect(await keptFact(whole)).toMatchObject({ done: TODAY });
    expect(await pageFor(place.councilSide.reader, whole)).toMatchObject({
      state: "done",
      parts: 1,
      rolledUp: true,
    });
  });

  it("what a part leaves follows the parts it still has", async () => {
    const whole = await build();
    const [one, two] = [await build({ parentId: whole }), await build({ parentId: whole })];
    await mustRun(place.community.editor, reportMilestoneDone, { id: one, doneOn: "today" }, by);
    await mustRun(place.community.editor, editMilestone, { id: two, revision: 1, title: "Alone" }, by);
    expect(await keptFact(whole)).toMatchObject({ done: TODAY });
  });
});

describe("the list", () => {
  it("narrows by state, owner, project and whose turn it is, within what one may see", async () => {
    const projectId = await buildProject(place.community.editor, here(), by);
    const own = await build({ projectId, owner: "community", setOn: "2026-08-01", dueOn: "2026-09-01" });
    const list = (user: SignedIn, filter: object) =>
      readAs(user, place.area.slug, clock, async (tx, actor) => {
        const { lines } = await findMilestones(tx, actor, milestoneFilter.parse(filter), TODAY);
        return lines.map(({ id }) => id);
      });
    expect(await list(place.community.reader, { project: projectId })).toEqual([own]);
    expect(await list(place.community.reader, { view: "past-its-day" })).toContain(own);
    expect(await list(place.community.reader, { view: "ours", project: projectId })).toEqual([own]);
    expect(await list(place.councilSide.reader, { view: "ours", project: projectId })).toEqual([]);
    expect(
      await list(place.councilSide.reader, { view: "theirs", owner: "community", project: projectId }),
    ).toEqual([own]);
    expect(await list(place.community.reader, { view: "; drop", project: "x", page: "-1" })).toContain(own);
    expect(await list(place.county?.users.lead ?? place.admin, { view: "all", project: projectId })).toEqual(
      [],
    );
  });
});
