import { describe, expect, test } from "vitest";
import type { Side } from "../../identity/actor";
import type { Fact } from "../../scoring/facts";
import type { Evidence } from "../evidence";
import type { PostSeen } from "../records-seen";
import { ago, evidence, handedOver, meeting, post, promise, request, TODAY } from "../sample-evidence";
import { entry } from "../sample-registers";
import { actionRules } from ".";

const came = (...posts: PostSeen[]) =>
  posts.map(({ personId }) => ({ personId, side: "council" as const, capacity: "officer" }));
const levels = (["elected", "senior", "officer", "front_line"] as const).map((level) =>
  post(level, { level }),
);
const [elected] = levels as [PostSeen];
const open = { state: "open", endedOn: null, bySide: "community", dueOn: ago(-5) } as const;
const lopsided = [0, 1, 2].map((at) => meeting(7 + at, { wentWell: false }));
const left = (days: number, more: Partial<PostSeen> = {}) => post("gone", { endsOn: ago(days), ...more });
const twice = [meeting(100), meeting(120)].map((one) => ({ ...one, came: came(post("gone")) }));
const introduced = [entry("introduction", 3, { by: null }, { recordedBy: "council" })];

type Case = readonly [
  id: string,
  what: string,
  side: Side,
  fires: Partial<Evidence>,
  silent: Partial<Evidence>,
];

const CASES: readonly Case[] = [
  [
    "C1.1",
    "a visit 184 days ago, or 183",
    "council",
    { meetings: [meeting(184, { how: "visit" })] },
    { meetings: [meeting(183, { how: "visit" })] },
  ],
  ["C1.1", "no visit in an area 184 days old, or 183", "council", { since: ago(184) }, { since: ago(183) }],
  [
    "C1.1",
    "a formal meeting, or a social one",
    "council",
    { meetings: [meeting(3)] },
    { meetings: [meeting(3, { how: "social" })] },
  ],
  [
    "C1.4",
    "a councillor who links nobody, or leads",
    "council",
    { posts: [elected] },
    { posts: [{ ...elected, isLead: true }], entries: introduced },
  ],
  [
    "C1.4",
    "an officer as liaison, or a councillor",
    "council",
    { posts: [post("liaison", { role: "liaison-officer" }), elected] },
    {
      posts: [elected, { ...elected, id: "second", role: "liaison-officer", level: "officer" }],
      entries: introduced,
    },
  ],
  [
    "C2.2",
    "2 of 3 kept, or 3 of 4",
    "council",
    { promises: [promise("a"), promise("b"), promise("c", { state: "not-kept" })] },
    { promises: [promise("a"), promise("b"), promise("d"), promise("c", { state: "not-kept" })] },
  ],
  [
    "C2.2",
    "3 open past their day, or 2",
    "council",
    { promises: ["a", "b", "c"].map((id) => promise(id, { state: "open", dueOn: ago(1) })) },
    { promises: ["a", "b"].map((id) => promise(id, { state: "open", dueOn: ago(1) })) },
  ],
  [
    "C2.2",
    "the third a day past, or due today",
    "council",
    { promises: ["a", "b", "c"].map((id) => promise(id, { state: "open", dueOn: ago(1) })) },
    { promises: [1, 1, 0].map((days, at) => promise(`p${at}`, { state: "open", dueOn: ago(days) })) },
  ],
  [
    "C2.2",
    "moved late a year ago, or a day more",
    "council",
    { promises: [promise("a", { movedLateOn: ago(365) })] },
    { promises: [promise("a", { movedLateOn: ago(366) })] },
  ],
  [
    "C2.2",
    "the community's own, not the council's",
    "community",
    { promises: ["a", "b", "c"].map((id) => promise(id, { ...open, dueOn: ago(1) })) },
    { promises: ["a", "b", "c"].map((id) => promise(id, { state: "open", dueOn: ago(1) })) },
  ],
  [
    "C2.4",
    "a lead who left, or whose place is filled",
    "council",
    { posts: [left(366, { isLead: true })] },
    { posts: [left(366, { isLead: true, leadFilledOn: TODAY })] },
  ],
  [
    "C2.4",
    "a lead who left, or whose handover is complete",
    "council",
    { posts: [left(1, { isLead: true })], handovers: [handedOver("gone", { complete: false })] },
    { posts: [left(1, { isLead: true })], handovers: [handedOver("gone")] },
  ],
  [
    "C2.4",
    "something handed over still for 61 days, or 60",
    "council",
    { handovers: [handedOver("gone", { items: [{ id: "i", stillSince: ago(61) }] })] },
    { handovers: [handedOver("gone", { items: [{ id: "i", stillSince: ago(60) }] })] },
  ],
  [
    "C2.4",
    "of this side, or of the other",
    "council",
    { handovers: [handedOver("gone", { items: [{ id: "i", stillSince: ago(61) }] })] },
    { handovers: [handedOver("gone", { side: "community", items: [{ id: "i", stillSince: ago(61) }] })] },
  ],
  [
    "C2.4",
    "a contact met twice, or once",
    "council",
    { posts: [left(1)], meetings: twice },
    { posts: [left(1)], meetings: twice.slice(1) },
  ],
  [
    "C2.4",
    "leaves in 30 days, or 31",
    "council",
    { posts: [left(-30, { isLead: true })] },
    { posts: [left(-31, { isLead: true })] },
  ],
  [
    "C2.4",
    "a contact gone a year, or a day more",
    "council",
    {
      posts: [left(365)],
      meetings: [meeting(366), meeting(400)].map((one) => ({ ...one, came: came(post("gone")) })),
    },
    {
      posts: [left(366)],
      meetings: [meeting(367), meeting(400)].map((one) => ({ ...one, came: came(post("gone")) })),
    },
  ],
  [
    "C2.4",
    "a new officer without a handover, or with one",
    "council",
    { posts: [left(1), post("new", { startsOn: ago(1) })], meetings: twice },
    { posts: [left(1)], meetings: twice, handovers: [handedOver("gone")] },
  ],
  [
    "C2.4",
    "an elected contact, or an officer: the poll",
    "council",
    { posts: [left(1)], meetings: twice },
    { posts: [left(1, { level: "elected" })], meetings: twice },
  ],
  [
    "C2.4",
    "ended with the first record, or before it",
    "council",
    { posts: [left(1000, { isLead: true })] },
    { posts: [left(1001, { isLead: true })] },
  ],
  [
    "C3.1",
    "43 days silent, or 42",
    "council",
    { lastContact: { id: "m", on: ago(43) } },
    { lastContact: { id: "m", on: ago(42) } },
  ],
  [
    "C3.1",
    "nothing booked, or the day 42 days on",
    "council",
    {
      lastContact: { id: "m", on: ago(43) },
      meetings: [meeting(-43, { status: "planned", contact: false })],
    },
    {
      lastContact: { id: "m", on: ago(43) },
      meetings: [meeting(-42, { status: "planned", contact: false })],
    },
  ],
  [
    "C3.1",
    "an agreed 90 days passed, or not",
    "council",
    { rhythm: { id: "r", idealGapDays: 30, longestGapDays: 90 }, lastContact: { id: "m", on: ago(91) } },
    { rhythm: { id: "r", idealGapDays: 30, longestGapDays: 90 }, lastContact: { id: "m", on: ago(90) } },
  ],
  [
    "C3.1",
    "three of only problems, or two",
    "council",
    { meetings: lopsided },
    { meetings: lopsided.slice(1) },
  ],
  [
    "C3.1",
    "only good news, or one with both",
    "council",
    { meetings: lopsided.map((one) => ({ ...one, wentWell: true, wentBadly: false })) },
    { meetings: [meeting(2), ...lopsided] },
  ],
  [
    "C3.3",
    "wanted yesterday, or today",
    "council",
    { requests: [request("a", 1)] },
    { requests: [request("a", 0)] },
  ],
  [
    "C3.3",
    "open, or answered",
    "council",
    { requests: [request("a", 9)] },
    { requests: [request("a", 9, { answeredOn: TODAY })] },
  ],
  [
    "C3.3",
    "asked of the community, or of the council",
    "community",
    { requests: [request("a", 9, { toSide: "community" })] },
    { requests: [request("a", 9)] },
  ],
  [
    "C5.4",
    "a year ago, or a day more",
    "council",
    { meetings: [meeting(365, { againstResidents: true })] },
    { meetings: [meeting(366, { againstResidents: true })] },
  ],
];

const ruleNamed = (id: string) => actionRules.find((rule) => rule.id === id);

describe("each rule at its boundary", () => {
  test.each(CASES)("%s: %s", (id, _, side, fires, silent) => {
    const rule = ruleNamed(id);
    expect(rule?.look(evidence(fires), TODAY, side)?.because).toMatch(/^\S.+\.$/);
    expect(rule?.look(evidence(silent), TODAY, side)).toBeNull();
  });
});

test("C2.2 says how many and how old, and is answered by keeping the oldest", () => {
  const promises = [122, 30, 4].map((days) => promise(`p${days}`, { state: "open", dueOn: ago(days) }));
  const fact: Fact = { type: "commitment", id: "p122", by: "council", due: ago(122) };
  const seen = ruleNamed("C2.2")?.look(
    evidence({ promises: [...promises, promise("kept")], facts: [fact] }),
    TODAY,
    "council",
  );
  expect(seen).toMatchObject({
    because: "3 of 4 promises of Barley whose day has come are open or were not kept (oldest 122 days).",
    recordIds: ["p122", "p30", "p4"],
    daysOverdue: 122,
    hypothetical: { ...fact, done: TODAY },
  });
});
