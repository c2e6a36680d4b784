import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildProject } from "../../../tests/builders/plan";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { getProjectPage } from "./project.queries.server";
import { changeLead, noteDecision } from "./project-lead.commands.server";
import { findProjectFact } from "./projects.queries.server";
import { editProject, recordProject, stateResponsibility } from "./record-project.commands.server";

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

const build = (change = {}, user: SignedIn = place.community.editor) =>
  buildProject(user, { area: place.area.slug, council: "barley-borough", ...change }, by);

const pageFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getProjectPage(tx, actor, id, TODAY));

const factOf = (id: string) =>
  readAs(place.community.reader, place.area.slug, clock, (tx) => findProjectFact(tx, id));

describe("recording", () => {
  it.each(["community", "councilSide"] as const)("by %s is seen by both sides", async (side) => {
    const teams = "Parks: mows\nLegal";
    const id = await build({ teams, responsibility: "The lease", involves: ["land"] }, place[side].editor);
    const page = await pageFor(place.councilSide.reader, id);
    expect(page).toMatchObject({
      lead: "joint",
      responsibility: "The lease",
      involves: ["land"],
      flags: [],
      can: [],
    });
    expect(page?.teams).toEqual([
      { name: "Parks", adds: "mows" },
      { name: "Legal", adds: null },
    ]);
    expect(await pageFor(place.community.lead, id)).toMatchObject({
      endsBySide: side === "community" ? "community" : "council",
    });
    expect(await factOf(id)).toMatchObject({
      started: "2026-09-01",
      lead_named: "2026-09-01",
      lead_moved: null,
    });
  });

  it.each<[string, object, string]>([
    ["no name", { title: " " }, "title"],
    ["a name of 300 characters", { title: "x".repeat(300) }, "title"],
    ["no aim", { aim: "" }, "aim"],
    ["year 9999", { startedOn: "9999-01-01" }, "startedOn"],
    ["year 0", { startedOn: { day: "1", month: "1", year: "0" } }, "startedOn"],
    ["year 26 in the first century", { startedOn: "0026-01-01", endsOn: null }, "startedOn"],
    ["no day at all", { startedOn: "2026-02-30" }, "startedOn"],
    ["an end before the start", { endsOn: "2026-08-31" }, "endsOn"],
    ["an end in the year 9999", { endsOn: "9999-12-31" }, "endsOn"],
    ["no word on the lead", { lead: undefined }, "lead"],
    ["a lead from a day to come", { leadSince: "2026-10-02" }, "leadSince"],
    ["a team's name of 300 characters", { teams: "x".repeat(300) }, "teams"],
    ["too many teams", { teams: "a\n".repeat(21) }, "teams"],
    ["somebody from nowhere", { leadPersonId: "01890000-0000-7000-8000-000000000000" }, "leadPersonId"],
    ["an unknown need", { involves: ["gold"] }, "involves[0]"],
    ["no council of the two", { council: undefined }, "council"],
  ])("refuses %s beside its field", async (_, change, field) => {
    const good = {
      area: place.area.slug,
      council: "barley-borough",
      title: "A",
      aim: "B",
      startedOn: "2026-09-01",
      lead: "joint",
    };
    const outcome = await runAs(place.community.editor, recordProject, { ...good, ...change }, by);
    expect(outcome).toMatchObject({ status: "invalid" });
    expect(Object.keys(outcome.status === "invalid" ? outcome.fields : {})).toEqual([field]);
  });

  it("is for whoever may write here", async () => {
    const good = {
      area: place.area.slug,
      council: "barley-borough",
      title: "A",
      aim: "B",
      startedOn: "2026-09-01",
      lead: "joint",
    };
    expect(await statusOf(place.community.reader, recordProject, good, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, recordProject, good, by)).toBe("absent");
  });
});

describe("changing its words", () => {
  it("is for the side that recorded it; two at once are told", async () => {
    const id = await build();
    const change = { id, revision: 1, title: "New", aim: "Aim", startedOn: "2026-09-02" };
    await mustRun(place.community.lead, editProject, change, by);
    expect(await pageFor(place.councilSide.reader, id)).toMatchObject({
      title: "New",
      startedOn: "2026-09-02",
    });
    expect(await runAs(place.community.editor, editProject, { ...change, title: "Mine" }, by)).toMatchObject({
      status: "conflict",
      current: { title: "New", revision: 2 },
    });
    for (const user of [place.councilSide.lead, place.community.reader])
      expect(await statusOf(user, editProject, { ...change, revision: 2 }, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, editProject, change, by)).toBe("absent");
    const late = { ...change, revision: 2, startedOn: "2027-03-02" };
    expect(await runAs(place.community.lead, editProject, late, by)).toMatchObject({
      fields: { startedOn: [expect.any(String)] },
    });
  });

  it("either side says what the council answers for", async () => {
    const id = await build();
    const said = { id, revision: 1, responsibility: "The drains", teams: "Parks: drains" };
    await mustRun(place.councilSide.editor, stateResponsibility, said, by);
    expect(await pageFor(place.community.reader, id)).toMatchObject({
      responsibility: "The drains",
      teams: [{ name: "Parks", adds: "drains" }],
    });
    expect(await statusOf(place.community.editor, stateResponsibility, said, by)).toBe("conflict");
    expect(
      await statusOf(place.councilSide.editor, stateResponsibility, { ...said, responsibility: "" }, by),
    ).toBe("invalid");
  });
});

describe("the lead", () => {
  const move = (id: string, change = {}) => ({ id, lead: "council" as const, on: "2026-09-20", ...change });

  it("moves with the decision behind it, or with the word that there was none", async () => {
    const id = await build({ lead: "community" });
    expect(await runAs(place.councilSide.editor, changeLead, move(id), by)).toMatchObject({
      fields: { decided: [expect.any(String)] },
    });
    expect(await runAs(place.councilSide.editor, changeLead, move(id, { decided: "yes" }), by)).toMatchObject(
      {
        fields: { decisionText: [expect.any(String)] },
      },
    );
    await mustRun(place.councilSide.editor, changeLead, move(id, { decided: "no", reason: "Funds" }), by);
    expect(await factOf(id)).toMatchObject({ lead_moved: "2026-09-20", lead_decision: false });
    const page = await pageFor(place.community.editor, id);
    expect(page?.can).toContain("note-decision");
    const changeId = page?.leadChanges.at(-1)?.id ?? "";
    const decision = { id, changeId, decisionText: "The board agreed on 21 September." };
    expect(await statusOf(place.community.reader, noteDecision, decision, by)).toBe("forbidden");
    await mustRun(place.community.editor, noteDecision, decision, by);
    expect(await factOf(id)).toMatchObject({ lead_moved: "2026-09-20", lead_decision: true });
    expect(await statusOf(place.community.editor, noteDecision, decision, by)).toBe("invalid");
  });

  it("is given up and taken again: from where it was", async () => {
    const id = await build({ lead: "community" });
    await mustRun(place.community.editor, changeLead, move(id, { lead: "none" as const }), by);
    expect(await pageFor(place.community.reader, id)).toMatchObject({ lead: null, flags: ["no-lead"] });
    const back = move(id, { lead: "council", on: "2026-09-25" });
    expect(await statusOf(place.community.editor, changeLead, back, by)).toBe("invalid");
    const decided = { ...back, decided: "yes" as const, decisionText: "Both sides, by e-mail" };
    await mustRun(place.community.editor, changeLead, decided, by);
    expect(await factOf(id)).toMatchObject({
      lead_named: "2026-09-01",
      lead_moved: "2026-09-25",
      lead_decision: true,
    });
  });

  it("is named late, by the day it was named", async () => {
    const id = await build({ lead: "none" });
    expect(await factOf(id)).toMatchObject({ lead_named: null });
    await mustRun(place.community.editor, changeLead, move(id, { lead: "joint" }), by);
    expect(await factOf(id)).toMatchObject({ lead_named: "2026-09-20", lead_moved: null });
  });

  it.each<[string, object, string]>([
    ["on a day to come", { on: "2026-10-02", decided: "no" }, "on"],
    ["before it last changed", { on: "2026-08-31", decided: "no" }, "on"],
    ["to where it is", { lead: "community" }, "lead"],
    [
      "decided at no meeting",
      { decided: "yes", decisionText: "x", meetingId: "01890000-0000-7000-8000-000000000000" },
      "meetingId",
    ],
  ])("does not move %s", async (_, change, field) => {
    const id = await build({ lead: "community" });
    const outcome = await runAs(place.councilSide.editor, changeLead, move(id, change), by);
    expect(Object.keys(outcome.status === "invalid" ? outcome.fields : {})).toEqual([field]);
  });
});
