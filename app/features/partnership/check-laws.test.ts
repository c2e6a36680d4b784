import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { aDecision, aMember, anInterest, soundFacts } from "../../../tests/builders/partnership-facts";
import type { CheckId, CheckState } from "./check";
import { checkPartnership } from "./check-partnership";
import { type Kin, VOTES, type Vote } from "./line";
import { MEMBER_ROLES } from "./member-role";
import { bigLocal } from "./programmes/big-local";

const TODAY = toDay("2026-10-01");

const member = fc
  .record({
    role: fc.constantFrom(...MEMBER_ROLES),
    livesHere: fc.constantFrom(true, false, null),
    voting: fc.boolean(),
    paid: fc.boolean(),
    kin: fc.constantFrom<Kin>("not_asked", "none", "some"),
    family: fc.constantFrom("Marsh", "Hill", "Fern"),
    related: fc.array(fc.nat(11), { maxLength: 2 }),
    signed: fc.boolean(),
  })
  .map(({ family, related, signed, ...one }) => ({
    ...one,
    family: one.kin === "some" ? family : null,
    relatedTo: one.kin === "some" ? related.map((at) => `m${at}`) : [],
    formSignedOn: signed ? toDay("2026-02-01") : null,
  }));
// One seat there always is: where nobody is a member nothing is known.
const facts = fc.array(member, { maxLength: 12 }).map((all) =>
  soundFacts({
    members: [aMember("chair", { role: "chair" }), ...all.map((one, at) => aMember(`m${at}`, one))],
  }),
);
type Facts = ReturnType<typeof soundFacts>;

function stateOf(id: CheckId, of: Facts): CheckState {
  return checkPartnership(of, bigLocal, TODAY).find((check) => check.id === id)?.state ?? "unknown";
}

const RANK: Record<CheckState, number> = { fails: 0, unknown: 1, passes: 2 };
const adds = (of: Facts, more: Parameters<typeof aMember>[1]) => ({
  ...of,
  members: [...of.members, aMember("new", more)],
});

describe("laws of the checks", () => {
  it("adding a resident member never breaks the share of residents, nor the number of members", () => {
    fc.assert(
      fc.property(facts, (of) => {
        for (const id of ["residents", "members"] as const)
          expect(RANK[stateOf(id, adds(of, {}))]).toBeGreaterThanOrEqual(RANK[stateOf(id, of)]);
      }),
    );
  });

  it("adding somebody who lives elsewhere never mends the share of residents", () => {
    fc.assert(
      fc.property(facts, (of) => {
        const after = stateOf("residents", adds(of, { livesHere: false }));
        expect(RANK[after]).toBeLessThanOrEqual(RANK[stateOf("residents", of)]);
      }),
    );
  });

  it("one more of a family never mends it, and one asked who has none never breaks it", () => {
    fc.assert(
      fc.property(facts, (of) => {
        const before = RANK[stateOf("families", of)];
        expect(RANK[stateOf("families", adds(of, { kin: "some", family: "Marsh" }))]).toBeLessThanOrEqual(
          before,
        );
        expect(RANK[stateOf("families", adds(of, {}))]).toBe(before);
      }),
    );
  });

  it("who is related is the same from either of the two", () => {
    fc.assert(
      fc.property(facts, (of) => {
        const turned = of.members.map((one) => ({
          ...one,
          relatedTo: of.members.filter(({ relatedTo }) => relatedTo.includes(one.id)).map(({ id }) => id),
        }));
        for (const id of ["power", "workers"] as const)
          expect(stateOf(id, { ...of, members: turned }) === "fails").toBe(stateOf(id, of) === "fails");
      }),
    );
  });

  it("stepping out never makes a decision worse", () => {
    const votes = fc.constantFrom(null, ...(Object.keys(VOTES) as Vote[]));
    fc.assert(
      fc.property(votes, (vote) => {
        const of = (said: Vote | null) =>
          soundFacts({
            decisions: [
              aDecision("A grant", {
                body: "Hall",
                votes: said ? [{ member: "Member 1", vote: said }] : [],
              }),
            ],
            interests: [anInterest("Member 1", "Hall")],
          });
        expect(RANK[stateOf("interests", of("stepped_out"))]).toBeGreaterThanOrEqual(
          RANK[stateOf("interests", of(vote))],
        );
      }),
    );
  });

  it("the order in which members are written down changes nothing", () => {
    fc.assert(
      fc.property(facts, (of) => {
        const states = (one: Facts) => checkPartnership(one, bigLocal, TODAY).map(({ state }) => state);
        expect(states({ ...of, members: of.members.toReversed() })).toEqual(states(of));
      }),
    );
  });
});
