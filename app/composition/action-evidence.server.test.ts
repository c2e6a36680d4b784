import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionRules } from "~/features/actions/rules";
import { addElection } from "~/features/elections/elections.commands.server";
import { recordEvidence } from "~/features/evidence/record-evidence.commands.server";
import { clockAt, todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildProposal, buildSignatories, buildSigned } from "../../tests/builders/agreement";
import { buildAim } from "../../tests/builders/aim";
import { buildClosedEntry, buildEntry } from "../../tests/builders/entry";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildMilestone, buildProject } from "../../tests/builders/plan";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { findEvidence } from "./action-evidence.server";
import { findActions } from "./actions.server";
import type { SignedIn } from "./execution.server";

let database: TestDatabase;
let place: Place;
let ids: Record<"project" | "milestone" | "gap" | "closed" | "aim" | "mou" | "proposal", string>;
const clock = clockAt("2026-12-01T12:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  place = await buildPlace(database);
  const { community, councilSide, area, council, by } = place;
  const where = { area: area.slug, council: council.slug };
  const project = await buildProject(community.editor, { ...where, teams: "Parks: mows" }, by);
  const agreement = await buildSigned(place, await buildSignatories(place));
  ids = {
    project,
    milestone: await buildMilestone(community.editor, { ...where, projectId: project, earlyWin: true }, by),
    gap: await buildEntry(community.editor, "skill-gap", where, by),
    closed: await buildClosedEntry(councilSide.editor, { area: area.slug }, by),
    aim: await buildAim(community.editor, where, by),
    mou: agreement,
    proposal: await buildProposal(community.editor, where, by),
  };
  await buildEntry(community.editor, "mediation", where, by);
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

async function seenBy(user: SignedIn) {
  const found = await readAs(user, place.area.slug, clock, (tx, actor) =>
    findEvidence(tx, actor, place.council.relationshipId, todayBy(clock)),
  );
  if (!found) throw new Error("no evidence");
  return found;
}

describe("what the rules read", () => {
  test("plans, agreements, proposals, entries and aims, as they stand", async () => {
    const seen = await seenBy(place.community.lead);
    expect(seen.projects).toMatchObject([
      { id: ids.project, shared: true, lead: "joint", teams: 1, responsibility: false, hasCase: false },
    ]);
    expect(seen.milestones).toMatchObject([
      { id: ids.milestone, projectId: ids.project, owner: "community", state: "planned", earlyWin: true },
    ]);
    expect(seen.agreements).toMatchObject([
      { id: ids.mou, shared: true, headings: ["roles", "liabilities"] },
    ]);
    expect(seen.proposals).toMatchObject([
      { id: ids.proposal, toSide: "council", answeredOn: null, declined: false, reasoned: false },
    ]);
    expect(seen.aims).toMatchObject([
      { id: ids.aim, owner: "community", stage: "unseen", waitingOn: "council" },
    ]);
    expect(seen.entries.map(({ kind }) => kind).sort()).toEqual(["disagreement", "skill-gap"]);
    expect(seen.entries.find(({ id }) => id === ids.closed)).toMatchObject({
      recordedBy: "council",
      stage: "answered",
      outcome: "settled",
    });
  });

  test("what a side keeps to itself is not among what the other reads", async () => {
    const own = await seenBy(place.community.lead);
    expect(own.entries.find(({ id }) => id === ids.gap)).toMatchObject({ shared: false, stage: "waiting" });
    const other = await seenBy(place.councilSide.lead);
    expect(other.entries.map(({ id }) => id)).toEqual([ids.closed]);
    expect(other.projects).toEqual(own.projects);
  });
});

describe("publicity and the calendar of polls", () => {
  test("what came out in a period of this council is known, of another council nothing", async () => {
    const joint = { by: "council", joint: "yes", credits: "both", election: "no", on: "2026-11-20" };
    const what = { kind: "publicity", what: "A sign at the gate", where: "leaflet", ...joint };
    const { area, council, councilSide, outside, admin, by } = place;
    await mustRun(councilSide.editor, recordEvidence, { area: area.slug, ...what }, { clock });
    expect((await seenBy(councilSide.lead)).periods).toEqual([]);
    const poll = { kind: "by_election" as const, pollOn: "2026-12-17" };
    await mustRun(admin, addElection, { ...poll, councilId: outside.council.id }, by);
    expect((await seenBy(councilSide.lead)).periods).toEqual([]);
    await mustRun(admin, addElection, { ...poll, councilId: council.id }, by);
    const seen = await seenBy(councilSide.lead);
    expect(seen.periods).toEqual([{ from: "2026-11-12", to: "2026-12-17", published: false }]);
    const step = actionRules.find(({ id }) => id === "C5.3")?.look(seen, todayBy(clock), "council");
    expect(step?.because).toContain("close to an election and was not checked: “A sign at the gate”");
  });
});

describe("the steps that come of it", () => {
  async function listsOf(user: SignedIn) {
    const found = await readAs(user, place.area.slug, clock, (tx, actor) =>
      findActions(tx, actor, place.council.relationshipId, todayBy(clock)),
    );
    if (!found) throw new Error("no lists");
    return found;
  }

  test("a gap that a side keeps to itself calls for a step of that side alone", async () => {
    const { mine } = await listsOf(place.community.lead);
    expect(mine.find(({ id }) => id === "P1.3")).toMatchObject({ ownOnly: true });
    const { theirs } = await listsOf(place.councilSide.lead);
    expect(theirs.map(({ id }) => id)).not.toContain("P1.3");
    expect(JSON.stringify(theirs)).not.toContain("lease");
  });

  test("each leads to where it is done, for those who may write", async () => {
    const { mine, theirs } = await listsOf(place.councilSide.lead);
    const project = `/areas/${place.area.slug}/projects/${ids.project}`;
    expect(mine.find(({ id }) => id === "C2.3")?.doing?.href).toBe(project);
    expect(mine.find(({ id }) => id === "C2.5")?.because).toContain("data protection");
    expect(theirs.every(({ doing }) => doing === null)).toBe(true);
    const read = await listsOf(place.councilSide.reader);
    expect(read.mine.every(({ doing }) => doing === null)).toBe(true);
  });

  test("one that moves an indicator says what it would do, and one that moves none says so", async () => {
    const { mine } = await listsOf(place.councilSide.lead);
    expect(mine.find(({ id }) => id === "C1.2")?.gain).not.toMatch(/^Moves no figure/);
    expect(mine.find(({ id }) => id === "C2.1")?.gain).toMatch(/^Moves no figure/);
  });
});
