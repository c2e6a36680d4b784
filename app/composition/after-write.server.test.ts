import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmCommitment, reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { scorer } from "./emitters";
import { findFacts, findFigures, findState } from "./score-store.server";

const TODAY = toDay("2026-10-01");
let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** The figures as a member reads them, rolled and from scratch. */
function figuresOf(userId: string, relationshipId: string, today = TODAY) {
  return inTransaction(`user:${userId}`, today, async (tx) => {
    const facts = await findFacts(tx, relationshipId);
    const rolled = await findFigures(tx, relationshipId, today);
    return {
      facts,
      rolled,
      scratch: scorer.score(facts, scoringDay(today)),
      state: await findState(tx, relationshipId),
    };
  });
}

const promise = (title: string, dueOn: string, bySide: "ours" | "theirs") => ({
  area: "oakfield",
  council: "barley-borough",
  bySide,
  title,
  dueOn,
  size: "small" as const,
});

describe("what follows a write", () => {
  it("moves the same figure on both sides, equal to the score from scratch", async () => {
    const { community, councilSide, council, by } = place;
    const made = await mustRun(
      councilSide.lead,
      recordCommitment,
      { ...promise("Mend the gate", "2026-10-05", "ours") },
      by,
    );
    const before = await figuresOf(community.lead.id, council.relationshipId);
    expect(before.facts).toHaveLength(1);
    const later = { clock: clockAt("2026-10-03T09:00:00Z") };
    await mustRun(
      councilSide.lead,
      reportDone,
      { id: made.id, doneOn: "2026-10-03", note: "Hung and painted." },
      later,
    );
    await mustRun(community.lead, confirmCommitment, { id: made.id }, later);
    const day = toDay("2026-10-03");
    const ours = await figuresOf(community.lead.id, council.relationshipId, day);
    const theirs = await figuresOf(councilSide.lead.id, council.relationshipId, day);
    expect(ours.rolled).toEqual(theirs.rolled);
    expect(ours.rolled.components.trust.value).toBeGreaterThan(before.rolled.components.trust.value);
    expect(ours.rolled.overall).toBeCloseTo(ours.scratch.overall, 9);
    expect(Object.keys(ours.state?.live ?? {})).toHaveLength(0);
  });

  it("keeps what was known: the promise was open then", async () => {
    const { community, council } = place;
    const then = await inTransaction(`user:${community.lead.id}`, TODAY, (tx) =>
      findFacts(tx, council.relationshipId, new Date("2026-10-02T00:00:00Z")),
    );
    expect(then).toMatchObject([{ type: "commitment", done: null }]);
  });

  it("keeps a council's score from the other council of a two-tier area", async () => {
    const { county, council, councilSide } = place;
    if (!county) throw new Error("built with a county");
    const seen = await figuresOf(county.users.lead.id, council.relationshipId);
    expect(seen.facts).toEqual([]);
    expect(seen.state).toBeNull();
    const own = await figuresOf(councilSide.lead.id, council.relationshipId);
    expect(own.facts.length).toBeGreaterThan(0);
  });
});

describe("two writes at once", () => {
  it("both count", async () => {
    const { community, councilSide, council } = place;
    const by = { clock: clockAt("2026-10-04T09:00:00Z") };
    const titles = ["One", "Two", "Three", "Four"];
    await Promise.all(
      titles.map((title, index) =>
        mustRun(
          index % 2 ? community.editor : councilSide.editor,
          recordCommitment,
          promise(title, "2026-10-20", "ours"),
          by,
        ),
      ),
    );
    const day = toDay("2026-11-10");
    const seen = await figuresOf(community.lead.id, council.relationshipId, day);
    expect(seen.facts).toHaveLength(5);
    expect(Object.keys(seen.state?.live ?? {})).toHaveLength(4);
    expect(seen.rolled.overall).toBeCloseTo(seen.scratch.overall, 9);
  });
});

describe("a write about all councils", () => {
  it("moves every relationship of the area", async () => {
    const { community, county, council, by } = place;
    if (!county) throw new Error("built with a county");
    const before = await figuresOf(community.lead.id, county.relationshipId);
    await mustRun(
      community.lead,
      recordCommitment,
      { ...promise("Send the plan to both", "2026-10-30", "ours"), council: "all" },
      by,
    );
    for (const id of [council.relationshipId, county.relationshipId]) {
      const seen = await figuresOf(community.lead.id, id, toDay("2026-11-20"));
      expect(seen.rolled.overall).toBeCloseTo(seen.scratch.overall, 9);
      expect(seen.facts.some((fact) => fact.type === "commitment" && fact.due === "2026-10-30")).toBe(true);
    }
    expect(before.facts).toHaveLength(0);
  });
});
