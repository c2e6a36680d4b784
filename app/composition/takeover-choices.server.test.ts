import { describe, expect, it } from "vitest";
import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { takeBackTakeover } from "~/features/areas/take-back-takeover.commands.server";
import { takeOver } from "~/features/areas/take-over.commands.server";
import { ENDS } from "~/features/areas/takeover";
import { findTakeover } from "~/features/areas/takeover.queries.server";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { actorIn, liveTies, toActor } from "~/features/identity/actor";
import { setSuccessor } from "~/features/organisations/organisations.commands.server";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { currentMethod } from "~/features/scoring/methods";
import { createScorer } from "~/features/scoring/scorer";
import type { Day } from "~/platform/calendar/day";
import { type Clock, clockAt, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { buildUser, mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise, buildPromise } from "../../tests/builders/promise";
import { readAs, statusOf } from "../../tests/builders/reading";
import {
  before,
  buildTakeover,
  buildUnitary,
  nameSuccessor,
  onTheDay,
  seeTakeover,
} from "../../tests/builders/takeover";
import { withPlace } from "../../tests/setup/with-place";
import { emit } from "./emitters";
import { runAs, type SignedIn } from "./execution.server";
import { findFacts, findFigures } from "./score-store.server";

const standOf = (user: SignedIn, slug: string, { clock }: { clock: Clock }) =>
  inTransaction(`user:${user.id}`, todayBy(clock), async (_, rows) => actorIn(toActor(user, rows), slug));

describe("one council becomes another", () => {
  let place: Place;
  let unitary: string;
  withPlace({}, async (built) => {
    place = built;
    unitary = (await buildUnitary(built)).id;
    await buildDonePromise(built.councilSide.editor, { area: "oakfield" }, built.by);
    await buildPromise(built.community.editor, { area: "oakfield", dueOn: "2026-11-01" }, built.by);
  });

  it("refuses who is no admin, a council without a successor, and choices left out", async () => {
    const { admin, community, council, by } = place;
    const nothing = { predecessorId: council.id, ties: [], members: [] };
    expect(await statusOf(community.lead, takeOver, nothing, by)).toBe("forbidden");
    expect(await runAs(admin, takeOver, nothing, by)).toMatchObject({
      fields: { "": ["Say first, on the council’s own page, which council takes over and when."] },
    });
    await nameSuccessor(place, council.id, unitary);
    const { ties } = await seeTakeover(admin, council.id, place.clock);
    const [tie] = ties;
    if (!tie) throw new Error("it has an area");
    // Counted for the day: what was said to be done has lapsed to its word by then.
    expect(tie.open).toEqual({ promises: 1 });
    const wrong = { ...nothing, ties: [{ id: tie.id, successorId: place.outside.council.id }] };
    expect(await runAs(admin, takeOver, wrong, by)).toMatchObject({
      fields: { "ties[0].successorId": ["Choose which council takes over here"] },
    });
    const noMembers = { ...nothing, ties: [{ id: tie.id, successorId: unitary }] };
    expect(await runAs(admin, takeOver, noMembers, by)).toMatchObject({ status: "invalid" });
  });

  it("carries its score over: on the day before, on the day, and of the day before as seen on the day", async () => {
    const { council, community } = place;
    await buildTakeover(place, { from: council.id, to: unitary });
    const onDayBefore = await readAs(community.lead, "oakfield", before.clock, (tx) =>
      findFigures(tx, council.relationshipId, "2027-03-31" as Day),
    );
    const since = await readAs(community.lead, "oakfield", onTheDay.clock, async (tx, actor) => {
      const facts = await findFacts(tx, liveTies(actor)[0]?.id ?? "");
      const scorer = createScorer(emit, currentMethod);
      return {
        eve: scorer.score(facts, scoringDay("2027-03-31" as Day)),
        now: await findFigures(tx, liveTies(actor)[0]?.id ?? "", "2027-04-01" as Day),
      };
    });
    expect(since.eve.overall).toBeCloseTo(onDayBefore.overall, 9);
    expect(since.eve.components.trust.value).toBeCloseTo(onDayBefore.components.trust.value, 9);
    expect(Math.abs(since.now.overall - onDayBefore.overall)).toBeLessThan(2);
  });

  it("is taken back whole: before its day, and after it while nothing was written", async () => {
    const { admin, council, councilSide, community, by } = place;
    const input = { predecessorId: council.id };
    expect(await statusOf(community.lead, takeBackTakeover, input, by)).toBe("absent");
    const otherDay = { predecessorId: council.id, successorId: unitary, takesOverOn: "2027-05-01" };
    expect(await runAs(admin, setSuccessor, otherDay, by)).toMatchObject({
      fields: { takesOverOn: ["Its takeover is prepared for another day: take that back first"] },
    });
    for (const when of [by, onTheDay]) {
      expect(await statusOf(admin, takeBackTakeover, input, when)).toBe("done");
      expect(await statusOf(admin, takeBackTakeover, input, when)).toBe("absent");
      expect(await standOf(councilSide.lead, "oakfield", onTheDay)).toMatchObject({
        organisationId: council.id,
        role: "lead",
      });
      const actor = await standOf(community.lead, "oakfield", onTheDay);
      expect(actor?.relationships.map(({ id }) => id)).toEqual([council.relationshipId]);
      await buildTakeover({ ...place, by: when, clock: when.clock }, { from: council.id, to: unitary });
    }
    const later = { clock: clockAt("2027-04-02T12:00:00Z") };
    const promise = { area: "oakfield", bySide: "ours" as const, title: "New", dueOn: "2027-07-01" };
    await mustRun(community.editor, recordCommitment, promise, later);
    expect(await runAs(admin, takeBackTakeover, input, later)).toMatchObject({ status: "invalid" });
  });
});

describe("one council becomes two", () => {
  let place: Place;
  let north: string;
  let south: string;
  let second: { id: string; slug: string; partnershipId: string };
  let officer: SignedIn;

  withPlace({}, async (built) => {
    place = built;
    const { admin, council, by } = built;
    second = await mustRun(admin, createArea, { name: "Hillside" }, by);
    await mustRun(
      admin,
      createRelationship,
      { areaId: second.id, councilId: council.id, startsOn: "2020-01-01" },
      by,
    );
    officer = await buildUser("Hillside officer");
    await mustRun(
      admin,
      giveMembership,
      {
        userId: officer.id,
        organisationId: council.id,
        role: "editor",
        areaId: second.id,
        startsOn: "2020-01-01",
      },
      by,
    );
    await buildPromise(officer, { area: second.slug, title: "Of Hillside" }, by);
    await buildPromise(built.councilSide.editor, { area: "oakfield", title: "Of Oakfield" }, by);
    north = (await buildUnitary(built, "North")).id;
    south = (await buildUnitary(built, "South")).id;
    await nameSuccessor(built, council.id, north);
    await nameSuccessor(built, council.id, south);
    const { ties, members } = await inTransaction(`user:${admin.id}`, todayBy(by.clock), (tx) =>
      findTakeover(tx, council.id, todayBy(by.clock)),
    );
    const to: Record<string, string> = { Oakfield: north, Hillside: south };
    await mustRun(
      admin,
      takeOver,
      {
        predecessorId: council.id,
        ties: ties.map(({ id, area }) => ({ id, successorId: to[area] ?? "" })),
        members: members.map(({ id, name }) => ({
          id,
          to: name === "Hillside officer" ? south : name === "Borough reader" ? ENDS : north,
        })),
      },
      by,
    );
  });

  it("with one named in each area; the accounts of one do not reach the other's area, nor what is private there", async () => {
    const { councilSide } = place;
    expect(await standOf(councilSide.lead, "oakfield", onTheDay)).toMatchObject({
      organisationId: north,
      role: "lead",
    });
    expect(await standOf(councilSide.lead, second.slug, onTheDay)).toBeNull();
    expect(await standOf(officer, second.slug, onTheDay)).toMatchObject({ organisationId: south });
    const titles = (user: SignedIn, slug: string) =>
      readAs(user, slug, onTheDay.clock, async (tx) =>
        (await tx.record.findMany({ select: { title: true } })).map(({ title }) => title),
      );
    expect(await titles(councilSide.lead, "oakfield")).toEqual(["Of Oakfield"]);
    expect(await titles(officer, second.slug)).toEqual(["Of Hillside"]);
  });
});
