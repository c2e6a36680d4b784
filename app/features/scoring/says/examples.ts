import { AS_OF } from "../arbitrary-facts.ts";
import { dayText } from "../day.ts";
import { type Fact, type FactType, otherSide, type Side } from "../facts.ts";

// Used by tests only: for each indicator a record that speaks ill and one that speaks well of a side.

const day = (ago: number) => dayText(AS_OF - ago);
type Made = (id: string, side: Side) => Fact;

const fact =
  (type: FactType, body: (side: Side) => object): Made =>
  (id, side) =>
    ({ type, id, ...body(side) }) as Fact;

const promise = (rest: object) => fact("commitment", (by) => ({ by, due: day(60), ...rest }));
const request = (rest: object) => fact("request", (to) => ({ to, asked: day(70), target: day(50), ...rest }));
const meeting = (rest: object) => fact("meeting", () => ({ date: day(60), status: "held", ...rest }));
const both = { attended: ["council", "community"] };
const event = (other: string) =>
  fact("engagement-event", (side) => ({ date: day(30), host: otherSide(side), other }));
const milestone = (rest: object) => fact("milestone", (owner) => ({ owner, due: day(45), ...rest }));
const strength = (rest: object) =>
  fact("strength-named", (side) => ({ of: otherSide(side), on: day(100), ...rest }));
const barrier = (rest: object) => fact("procedure-barrier", (of) => ({ of, on: day(100), ...rest }));
const disagreement = (rest: object) =>
  fact("disagreement", (side) => ({ by: otherSide(side), opened: day(120), ...rest }));

/** By indicator: what speaks ill, and what speaks well, of the side given. */
export const EXAMPLES: Readonly<Record<string, readonly [ill: Made, well: Made]>> = {
  R1: [
    fact("aim", (side) => ({ owner: otherSide(side), stated_by: otherSide(side), recorded: day(50) })),
    fact("aim", (side) => {
      const owner = otherSide(side);
      return { owner, stated_by: owner, recorded: day(50), acknowledged: day(40) };
    }),
  ],
  R2: [event("absent"), event("attended")],
  R3: [
    fact("appointment", (side) => ({ side, lead: true, vacant: day(40) })),
    fact("appointment", (side) => ({ side, lead: true, checked: day(40) })),
  ],
  R4: [
    fact("milestone", (side) => ({ owner: otherSide(side), due: day(50), done: day(50) })),
    fact("milestone", (side) => {
      return { owner: otherSide(side), due: day(50), done: day(50), acknowledged: day(45) };
    }),
  ],
  R5: [strength({}), strength({ answered: day(60), outcome: "used" })],
  T1: [promise({}), promise({ done: day(60), confirmed: day(59) })],
  T2: [
    fact("meeting", (side) => ({ date: day(60), status: "held", attended: [otherSide(side)] })),
    meeting(both),
  ],
  T3: [
    fact("handover", (side) => ({ side, effective: day(60) })),
    fact("handover", (side) => {
      return { side, effective: day(60), prepared: day(61), accepted: day(50), completed: day(40) };
    }),
  ],
  T4: [promise({}), promise({ done: day(60), confirmed: day(59) })],
  T5: [
    fact("mou", () => ({ signed: { council: day(50), community: null } })),
    fact("mou", () => ({ signed: { council: day(50), community: day(40) } })),
  ],
  D1: [meeting({ ...both, date: day(100) }), meeting(both)],
  D2: [request({}), request({ answered: day(55) })],
  D3: [meeting(both), meeting({ ...both, minutes_sent: day(55) })],
  D4: [
    request({ answered: day(55), judged: "not straight" }),
    request({ answered: day(55), judged: "straight" }),
  ],
  D5: [
    fact("bad-news-given", (by) => ({ by, decided: day(60) })),
    fact("bad-news-given", (by) => ({ by, decided: day(60), conveyed: day(50) })),
  ],
  F1: [
    fact("proposal", (to) => ({ to, proposed: day(60) })),
    fact("proposal", (to) => ({ to, proposed: day(60), answered: day(50) })),
  ],
  F2: [
    fact("mou", () => ({ review_due: day(60) })),
    fact("mou", () => ({ review_due: day(60), reviewed: day(61) })),
  ],
  F3: [
    fact("meeting", (by) => ({ date: day(60), status: "cancelled", cancelled_by: by })),
    fact("meeting", (by) => ({ date: day(60), status: "cancelled", cancelled_by: by, rebooked: day(50) })),
  ],
  F4: [promise({}), promise({ done: day(50), confirmed: day(49) })],
  F5: [barrier({}), barrier({ resolved: day(60), outcome: "simplified" })],
  F6: [disagreement({}), disagreement({ closed: day(60), outcome: "adapted" })],
  A1: [milestone({}), milestone({ done: day(46) })],
  A2: [
    meeting({ ...both, actions: 4, actions_owned: 0 }),
    meeting({ ...both, actions: 4, actions_owned: 4 }),
  ],
  A3: [event("absent"), event("attended")],
  A4: [
    fact("engagement-event", (host) => ({ date: day(90), host })),
    fact("engagement-event", (host) => ({ date: day(90), host, told_back: day(60) })),
  ],
  A5: [
    fact("publicity", (by) => ({ by, on: day(20), credits: "own" })),
    fact("publicity", (by) => ({ by, on: day(20), credits: "both" })),
  ],
  A6: [
    fact("project", () => ({ started: day(60) })),
    fact("project", () => ({ started: day(60), lead_named: day(50) })),
  ],
  A7: [
    fact("decision", () => ({ on: day(20), joint_work: true, against_residents: true })),
    fact("residents-lead", () => ({ on: day(20), agreed: day(20) })),
  ],
};
