import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { findRelationshipTerms } from "./relationship.queries.server";
import { setRelationshipTerms } from "./relationship-terms.commands.server";
import { agreedOn, type Rhythm, rhythmState, rhythmWaitsOn } from "./rhythm";
import { agreeRhythm, declineRhythm, proposeRhythm } from "./rhythm.commands.server";
import { toRhythmFact } from "./rhythm.facts";
import { findAgreedRhythm, findRhythmFact, findRhythms } from "./rhythm.queries.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const gaps = { idealGapDays: 30, longestGapDays: 45 };
const proposal = () => ({ area: place.area.slug, council: "barley-borough", ...gaps });
const propose = async (user: SignedIn) => (await mustRun(user, proposeRhythm, proposal(), by)).id;
const inOakfield = <T>(user: SignedIn, work: Parameters<typeof readAs<T>>[3]) =>
  readAs(user, place.area.slug, clock, work);

describe("a rhythm", () => {
  it.each([
    ["community", "councilSide", "council"],
    ["councilSide", "community", "community"],
  ] as const)("proposed by %s is declined or agreed by %s", async (own, other, waitsOn) => {
    const first = await propose(place[own].editor);
    expect(await statusOf(place[own].lead, proposeRhythm, proposal(), by)).toBe("invalid");
    const refusals = [
      [place[own].lead, "forbidden"],
      [place[other].editor, "forbidden"],
      [place[other].reader, "forbidden"],
      [place.outside.councilLead, "absent"],
      [place.county?.users.lead ?? place.admin, "absent"],
    ] as const;
    for (const [user, status] of refusals) {
      expect(await statusOf(user, agreeRhythm, { id: first }, by)).toBe(status);
      expect(await statusOf(user, declineRhythm, { id: first, reason: "No." }, by)).toBe(status);
    }
    expect(await statusOf(place[other].lead, declineRhythm, { id: first, reason: " " }, by)).toBe("invalid");
    await mustRun(place[other].lead, declineRhythm, { id: first, reason: "Too often in winter." }, by);
    expect(await statusOf(place[other].lead, agreeRhythm, { id: first }, by)).toBe("invalid");
    clock.passDays(1);
    const second = await propose(place[own].editor);
    const relationshipId = place.council.relationshipId;
    const views = await inOakfield(place[other].lead, (tx, actor) => findRhythms(tx, actor, relationshipId));
    expect(views[0]).toMatchObject({ id: second, state: "proposed", waitsOn, canAnswer: true });
    expect(views[1]).toMatchObject({ state: "declined", declinedReason: "Too often in winter." });
    expect(await inOakfield(place[own].lead, (tx) => findRhythmFact(tx, second))).toBeNull();
    clock.passDays(1);
    await mustRun(place[other].lead, agreeRhythm, { id: second }, by);
    expect(
      await inOakfield(place[own].reader, (tx, a) => findAgreedRhythm(tx, a, relationshipId)),
    ).toMatchObject({
      id: second,
      agreedOn: clock.now().toISOString().slice(0, 10),
    });
    expect(await inOakfield(place[own].reader, (tx) => findRhythmFact(tx, second))).toMatchObject({
      type: "rhythm",
      id: second,
      agreed: clock.now().toISOString().slice(0, 10),
      longest_gap: 45,
    });
  });

  it.each([
    ["idealGapDays", { idealGapDays: 0 }, "Enter 1 day or more"],
    ["idealGapDays", { idealGapDays: 1.5 }, "Enter whole days"],
    ["longestGapDays", { longestGapDays: 367 }, "Enter 366 days or fewer"],
    ["longestGapDays", { longestGapDays: 29 }, "The longest gap cannot be shorter than the usual one"],
    ["council", { council: "all" }, "Choose one council"],
    ["council", { council: undefined }, "Choose which council this is about"],
  ])("with a wrong %s is refused beside it", async (field, change, words) => {
    const outcome = await runAs(place.community.editor, proposeRhythm, { ...proposal(), ...change }, by);
    expect(outcome).toEqual({ status: "invalid", fields: { [field]: [words] } });
  });

  it("is not proposed by readers or from elsewhere", async () => {
    expect(await statusOf(place.community.reader, proposeRhythm, proposal(), by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, proposeRhythm, proposal(), by)).toBe("absent");
  });
});

describe("what a rhythm's days say", () => {
  const [one, two] = [toDay("2026-10-01"), toDay("2026-10-05")];
  const rhythm = (
    council: typeof one | null,
    community: typeof one | null,
    declined: typeof one | null = null,
  ) =>
    ({
      ...gaps,
      agreedByCouncilOn: council,
      agreedByCommunityOn: community,
      declinedOn: declined,
    }) satisfies Rhythm;
  it.each([
    [rhythm(one, null), "proposed", null, "community"],
    [rhythm(one, two), "agreed", two, null],
    [rhythm(two, one), "agreed", two, null],
    [rhythm(one, null, two), "declined", null, null],
  ])("%j", (given, state, agreed, waits) => {
    expect(rhythmState(given)).toBe(state);
    expect(agreedOn(given)).toBe(agreed);
    expect(rhythmWaitsOn(given, "council")).toBe(waits);
    const base = {
      id: "r",
      level: "shared",
      binned: false,
      voidedOn: null,
      contestedOn: null,
      settledOn: null,
    } as const;
    expect(toRhythmFact(base, given) === null).toBe(state !== "agreed");
    expect(toRhythmFact({ ...base, binned: true }, given)).toBeNull();
    expect(toRhythmFact({ ...base, voidedOn: one }, given)).toBeNull();
  });
});

describe("terms", () => {
  it("are set by leads of either side and seen by both; two at once are told", async () => {
    const base = { area: place.area.slug, council: "barley-borough" };
    const change = { ...base, revision: 1, requestWorkingDays: 10, communication: "By e-mail first." };
    expect(await statusOf(place.community.editor, setRelationshipTerms, change, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, setRelationshipTerms, change, by)).toBe("absent");
    expect(await statusOf(place.county?.users.lead ?? place.admin, setRelationshipTerms, change, by)).toBe(
      "absent",
    );
    expect(
      await statusOf(place.councilSide.lead, setRelationshipTerms, { ...change, requestWorkingDays: 0 }, by),
    ).toBe("invalid");
    await mustRun(place.councilSide.lead, setRelationshipTerms, change, by);
    const late = await runAs(
      place.community.lead,
      setRelationshipTerms,
      { ...change, requestWorkingDays: 15 },
      by,
    );
    expect(late).toMatchObject({ status: "conflict", current: { requestWorkingDays: 10 } });
    await mustRun(
      place.community.lead,
      setRelationshipTerms,
      { ...change, revision: 2, requestWorkingDays: 15 },
      by,
    );
    for (const user of [place.community.reader, place.councilSide.reader]) {
      const [terms] = await inOakfield(user, findRelationshipTerms);
      expect(terms).toMatchObject({
        council: "Barley Borough",
        requestWorkingDays: 15,
        communication: "By e-mail first.",
      });
    }
  });
});
