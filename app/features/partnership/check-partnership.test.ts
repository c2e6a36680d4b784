import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import {
  aDecision,
  aMember,
  anInterest,
  aPolicy,
  members,
  soundFacts,
} from "../../../tests/builders/partnership-facts";
import type { CheckId } from "./check";
import { checkPartnership } from "./check-partnership";
import type { Decision, Member, PartnershipFacts } from "./line";
import { bigLocal } from "./programmes/big-local";

const TODAY = "2026-10-01";

function stateOf(id: CheckId, more: Partial<PartnershipFacts>, today = TODAY) {
  const found = checkPartnership(soundFacts(more), bigLocal, toDay(today)).find((check) => check.id === id);
  return found ?? expect.fail(`no check ${id}`);
}

const nine = (change: Partial<Member>, count = 1) =>
  members(9).map((one, at) => (at > 0 && at <= count ? { ...one, ...change } : one));
const isOut = { livesHere: false };
const isOpen = { livesHere: null };
const worker = (more: Partial<Member> = {}) =>
  aMember("Worker", { role: "worker-tasks", voting: false, paid: true, ...more });

describe("a partnership in order", () => {
  it("passes every check", () => {
    const states = checkPartnership(soundFacts(), bigLocal, toDay(TODAY)).map(({ id, state }) => [id, state]);
    expect(states.filter(([, state]) => state !== "passes")).toEqual([]);
    expect(states).toHaveLength(11);
  });

  it("says who can mend each", () => {
    for (const { mend } of checkPartnership(soundFacts(), bigLocal, toDay(TODAY))) expect(mend).not.toBe("");
  });
});

describe("membership", () => {
  it.each<[string, CheckId, Member[], string]>([
    ["nobody", "members", [], "unknown"],
    ["seven", "members", members(7), "fails"],
    ["eight", "members", members(8), "passes"],
    ["seven and a worker", "members", [...members(7), worker()], "fails"],
    [
      "seven and one who leaves today",
      "members",
      [...members(7), aMember("Left", { endsOn: toDay(TODAY) })],
      "fails",
    ],
    [
      "seven and one who leaves tomorrow",
      "members",
      [...members(7), aMember("Leaving", { endsOn: toDay("2026-10-02") })],
      "passes",
    ],
    [
      "seven and one who joins tomorrow",
      "members",
      [...members(7), aMember("New", { startsOn: toDay("2026-10-02") })],
      "fails",
    ],
    ["51 of 100 residents", "residents", [...members(51), ...members(49, isOut)], "passes"],
    ["50 of 100 residents", "residents", [...members(50), ...members(50, isOut)], "fails"],
    ["5 of 9 residents", "residents", nine(isOut, 4), "passes"],
    ["4 of 9 residents", "residents", nine(isOut, 5), "fails"],
    ["5 of 9, the others not known", "residents", nine(isOpen, 4), "passes"],
    ["4 of 9, one not known", "residents", [...nine(isOut, 4).slice(0, 8), aMember("?", isOpen)], "unknown"],
    ["3 of 9, one not known", "residents", [...nine(isOut, 5).slice(0, 8), aMember("?", isOpen)], "fails"],
    ["a paid worker without a vote", "paid-votes", [...members(8), worker()], "passes"],
    ["a paid worker with a vote", "paid-votes", [...members(8), worker({ voting: true })], "fails"],
    ["a paid member with a vote", "paid-votes", nine({ paid: true }), "fails"],
    ["two of a family", "families", nine({ kin: "some", family: "Marsh" }, 2), "passes"],
    ["three of a family", "families", nine({ kin: "some", family: "Marsh" }, 3), "fails"],
    [
      "two of a family and one not asked",
      "families",
      [...nine({ kin: "some", family: "Marsh" }, 2), aMember("?", { kin: "not_asked" })],
      "unknown",
    ],
    ["two not asked", "families", nine({ kin: "not_asked" }, 2), "passes"],
    ["three not asked", "families", nine({ kin: "not_asked" }, 3), "unknown"],
    [
      "members who signed last year, while the review is open",
      "forms",
      members(9, { formSignedOn: toDay("2025-01-01") }),
      "passes",
    ],
    ["one who signed two years ago", "forms", nine({ formSignedOn: toDay("2024-12-31") }), "fails"],
    ["one who never signed", "forms", nine({ formSignedOn: null }), "fails"],
  ])("%s: %s", (_, id, all, state) => {
    expect(stateOf(id, { members: all }).state).toBe(state);
  });

  it("counts three ways of writing one family as one", () => {
    const names = ["Marsh", "the MARSH", " marsh. "];
    const all = members(9).map((one, at) => ({
      ...one,
      ...(names[at] ? { kin: "some" as const, family: names[at] } : {}),
    }));
    expect(stateOf("families", { members: all }).state).toBe("fails");
  });
});

describe("power and workers", () => {
  const chair = (more: Partial<Member> = {}) => aMember("Chair", { role: "chair", ...more });
  const treasurer = (more: Partial<Member> = {}) => aMember("Treasurer", { role: "treasurer", ...more });
  const asked = { kin: "not_asked" as const };

  it.each<[string, CheckId, Member[], string]>([
    ["not related", "power", [chair(), treasurer()], "passes"],
    ["one says so", "power", [chair({ kin: "some", relatedTo: ["Treasurer"] }), treasurer()], "fails"],
    ["the other says so", "power", [chair(), treasurer({ kin: "some", relatedTo: ["Chair"] })], "fails"],
    [
      "of one household",
      "power",
      [chair({ kin: "some", family: "Hill" }), treasurer({ kin: "some", family: "Hill" })],
      "fails",
    ],
    ["neither was asked", "power", [chair(asked), treasurer(asked)], "unknown"],
    ["one was asked", "power", [chair(asked), treasurer()], "passes"],
    ["nobody is in power", "power", [aMember("Ana")], "unknown"],
    [
      "a member is related to the chair",
      "power",
      [chair(), aMember("Ana", { kin: "some", relatedTo: ["Chair"] })],
      "passes",
    ],
    ["no worker", "workers", [chair()], "passes"],
    ["a worker not related", "workers", [chair(), worker()], "passes"],
    [
      "a worker related to the chair",
      "workers",
      [chair(), worker({ kin: "some", relatedTo: ["Chair"] })],
      "fails",
    ],
    [
      "two workers related",
      "workers",
      [
        chair(),
        worker({ kin: "some", family: "Hill" }),
        { ...worker({ kin: "some", family: "Hill" }), id: "Second" },
      ],
      "fails",
    ],
    ["a worker and the chair not asked", "workers", [chair(asked), worker(asked)], "unknown"],
  ])("%s: %s", (_, id, all, state) => {
    expect(stateOf(id, { members: all }).state).toBe(state);
  });

  it("asks for care where a worker is related to a member", () => {
    const all = [chair(), aMember("Ana"), worker({ kin: "some", relatedTo: ["Ana"] })];
    const { state, care } = stateOf("workers", { members: all });
    expect(state).toBe("passes");
    expect(care).toHaveLength(1);
  });
});

describe("conduct", () => {
  const grant = (more: Partial<Decision> = {}) => aDecision("A grant", { body: "The Hall Trust", ...more });
  const inHall = [anInterest("Member 2", "hall trust")];

  it.each<[string, CheckId, Partial<PartnershipFacts>, string]>([
    ["no policy", "policies", { policies: [] }, "fails"],
    ["one of two", "policies", { policies: [aPolicy("conduct")] }, "fails"],
    [
      "one that ended today",
      "policies",
      { policies: [aPolicy("conduct"), aPolicy("conflicts", { endsOn: toDay(TODAY) })] },
      "fails",
    ],
    [
      "one that holds from tomorrow",
      "policies",
      { policies: [aPolicy("conduct"), aPolicy("conflicts", { adoptedOn: toDay("2026-10-02") })] },
      "fails",
    ],
    ["no interest in it", "interests", { decisions: [grant()] }, "passes"],
    [
      "stepped out",
      "interests",
      { decisions: [grant({ votes: [{ member: "Member 2", vote: "stepped_out" }] })], interests: inHall },
      "passes",
    ],
    [
      "voted",
      "interests",
      { decisions: [grant({ votes: [{ member: "Member 2", vote: "for" }] })], interests: inHall },
      "fails",
    ],
    [
      "abstained",
      "interests",
      { decisions: [grant({ votes: [{ member: "Member 2", vote: "abstained" }] })], interests: inHall },
      "fails",
    ],
    ["not written down", "interests", { decisions: [grant()], interests: inHall }, "unknown"],
    [
      "an interest that had ended",
      "interests",
      {
        decisions: [grant()],
        interests: [anInterest("Member 2", "Hall Trust", { endsOn: toDay("2026-09-01") })],
      },
      "passes",
    ],
    [
      "of long ago",
      "interests",
      { decisions: [grant({ decidedOn: toDay("2025-10-01") })], interests: inHall },
      "passes",
    ],
    [
      "of 364 days ago",
      "interests",
      { decisions: [grant({ decidedOn: toDay("2025-10-02") })], interests: inHall },
      "unknown",
    ],
    ["no decision", "decisions", { decisions: [] }, "unknown"],
    [
      "one to come",
      "decisions",
      { decisions: [aDecision("Next", { decidedOn: toDay("2026-10-02"), how: null })] },
      "unknown",
    ],
    ["not said how", "decisions", { decisions: [aDecision("Bare", { how: null })] }, "fails"],
    ["a vote without votes", "decisions", { decisions: [aDecision("Bare", { how: "vote" })] }, "fails"],
    [
      "a vote with one",
      "decisions",
      { decisions: [aDecision("Full", { how: "vote", votes: [{ member: "Member 1", vote: "for" }] })] },
      "passes",
    ],
  ])("%s: %s", (_, id, more, state) => {
    expect(stateOf(id, more).state).toBe(state);
  });

  it("leads to the records behind it", () => {
    const { records } = stateOf("interests", { decisions: [grant()], interests: inHall });
    expect(records.map(({ kind, id }) => [kind, id])).toEqual([
      ["decision", "A grant"],
      ["interest", "Member 2 hall trust"],
    ]);
  });
});

describe("the yearly review", () => {
  const of = (year: number, on: string | null) => [
    { id: "one", year, submittedOn: on === null ? null : toDay(on) },
  ];

  it.each([
    ["last year’s, the day before this year’s opens", "2026-08-31", of(2025, "2025-12-31"), "passes"],
    ["none, the day before it opens", "2026-08-31", [], "fails"],
    ["last year’s, on the day it opens", "2026-09-01", of(2025, "2025-12-31"), "passes"],
    ["this year’s as a draft", "2026-12-31", of(2026, null), "fails"],
    ["last year’s, on its last day", "2026-12-31", of(2025, "2025-11-01"), "passes"],
    ["last year’s, the day after it closed", "2027-01-01", of(2025, "2025-11-01"), "fails"],
    ["this year’s, the day after it closed", "2027-01-01", of(2026, "2026-12-31"), "passes"],
  ])("%s", (_, today, reviews, state) => {
    expect(stateOf("review", { reviews }, today).state).toBe(state);
  });

  it("was not due before anybody was a member", () => {
    const young = { members: members(9, { startsOn: toDay("2026-02-01") }), reviews: [] };
    expect(stateOf("review", young, "2026-08-31").state).toBe("unknown");
    expect(stateOf("review", young, "2027-01-01").state).toBe("fails");
  });
});
