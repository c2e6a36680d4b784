import { describe, expect, test } from "vitest";
import type { Side } from "../../identity/actor";
import type { Evidence } from "../evidence";
import type { PostSeen } from "../records-seen";
import { ago, evidence, meeting, post, promise, TODAY } from "../sample-evidence";
import { actionRules } from ".";

const came = (...posts: PostSeen[]) =>
  posts.map(({ personId }) => ({ personId, side: "council" as const, capacity: "officer" }));
const levels = (["elected", "senior", "officer", "front_line"] as const).map((level) =>
  post(level, { level }),
);
const [elected, senior, officer] = levels as [PostSeen, PostSeen, PostSeen];
const lead = post("lead", { isLead: true });
const open = { state: "open", endedOn: null, bySide: "community", dueOn: ago(-5) } as const;
const held = (personId: string, count: number) =>
  Array.from({ length: count }, (_, at) =>
    promise(`${personId}${at}`, { ...open, personId, personName: personId }),
  );
const resident = { personId: "resident", side: "community", capacity: "resident" } as const;
const parish = { id: "parish", name: "Oakfield Parish Council" };
const clerk = post("clerk", { organisationId: "parish", side: "community", level: "community" });
const tense = (on: number) => meeting(on, { tone: "tense" });

type Case = readonly [
  id: string,
  what: string,
  side: Side,
  fires: Partial<Evidence>,
  silent: Partial<Evidence>,
];

const CASES: readonly Case[] = [
  [
    "P1.2",
    "two levels met, or three",
    "community",
    { posts: levels, meetings: [meeting(183, { came: came(elected, senior) })] },
    { posts: levels, meetings: [meeting(183, { came: came(elected, senior, officer) })] },
  ],
  [
    "P1.2",
    "met 184 days ago, or 183",
    "community",
    { posts: levels, meetings: [meeting(184, { came: came(...levels) })] },
    { posts: levels, meetings: [meeting(183, { came: came(...levels) })] },
  ],
  [
    "P1.2",
    "nobody named as an ally, or one",
    "community",
    { posts: levels, meetings: [meeting(183, { came: came(...levels) })], allies: ["somebody who left"] },
    { posts: levels, meetings: [meeting(183, { came: came(...levels) })], allies: [senior.personId] },
  ],
  [
    "P1.3",
    "3 of 7, or 2 of 5",
    "community",
    { promises: [...held("Ann", 3), ...held("Bo", 2), ...held("Cy", 2)] },
    { promises: [...held("Ann", 2), ...held("Bo", 2), ...held("Cy", 1)] },
  ],
  ["P1.3", "3 open promises, or 2", "community", { promises: held("Ann", 3) }, { promises: held("Ann", 2) }],
  [
    "P2.4",
    "the lead met 85 days ago, or 84",
    "community",
    { posts: [lead], meetings: [meeting(85, { came: came(lead) })] },
    { posts: [lead], meetings: [meeting(84, { came: came(lead) })] },
  ],
  [
    "P2.4",
    "twice an agreed 30 days, or less",
    "community",
    {
      posts: [lead],
      rhythm: { id: "r", idealGapDays: 30, longestGapDays: 90 },
      meetings: [meeting(61, { came: came(lead) })],
    },
    {
      posts: [lead],
      rhythm: { id: "r", idealGapDays: 30, longestGapDays: 90 },
      meetings: [meeting(60, { came: came(lead) })],
    },
  ],
  [
    "P2.4",
    "an officer met twice, or once",
    "community",
    { posts: [officer], meetings: [85, 99].map((on) => meeting(on, { came: came(officer) })) },
    { posts: [officer], meetings: [meeting(85, { came: came(officer) })] },
  ],
  [
    "P2.5",
    "the parish met 184 days ago, or 183",
    "community",
    { organisations: [parish], posts: [clerk], meetings: [meeting(184, { came: came(clerk) })] },
    { organisations: [parish], posts: [clerk], meetings: [meeting(183, { came: came(clerk) })] },
  ],
  ["P2.5", "a parish, or none", "community", { organisations: [parish] }, {}],
  [
    "P3.1",
    "a backbencher met, or the leader",
    "community",
    { posts: [elected], meetings: [meeting(3, { came: came(elected) })] },
    { posts: [{ ...elected, cabinet: true }], meetings: [meeting(183, { came: came(elected) })] },
  ],
  [
    "P3.1",
    "the leader met 184 days ago, or 183",
    "community",
    { posts: [{ ...elected, cabinet: true }], meetings: [meeting(184, { came: came(elected) })] },
    { posts: [{ ...elected, cabinet: true }], meetings: [meeting(183, { came: came(elected) })] },
  ],
  [
    "P3.2",
    "nothing after it, or a talk the day after",
    "community",
    { meetings: [tense(9)] },
    { meetings: [tense(9), meeting(8)] },
  ],
  [
    "P3.2",
    "183 days ago, or a day more",
    "community",
    { meetings: [tense(183)] },
    { meetings: [tense(184)] },
  ],
  [
    "P3.3",
    "a resident 184 days ago, or 183",
    "community",
    { meetings: [meeting(184, { came: [resident] })] },
    { meetings: [meeting(183, { came: [resident] })] },
  ],
  [
    "P3.3",
    "the chair, or a resident",
    "community",
    { meetings: [meeting(3, { came: [{ ...resident, capacity: "chair" }] })] },
    { meetings: [meeting(3, { came: [resident] })] },
  ],
  [
    "P5.2",
    "one kind of worker, or both",
    "community",
    { posts: [post("w", { role: "worker-engagement" })] },
    { posts: ["worker-engagement", "worker-strategy"].map((role) => post(role, { role })) },
  ],
  ["P5.2", "a worker, or none", "community", { posts: [post("w", { role: "worker-tasks" })] }, {}],
];

const ruleNamed = (id: string) => actionRules.find((rule) => rule.id === id);

describe("each rule at its boundary", () => {
  test.each(CASES)("%s: %s", (id, _, side, fires, silent) => {
    const rule = ruleNamed(id);
    expect(rule?.look(evidence(fires), TODAY, side)?.because).toMatch(/^\S.+\.$/);
    expect(rule?.look(evidence(silent), TODAY, side)).toBeNull();
  });
});

test("P1.2 of the only live contact comes first, and of two does not", () => {
  const of = (...met: PostSeen[]) =>
    ruleNamed("P1.2")?.look(
      evidence({ posts: levels, meetings: [meeting(3, { came: came(...met) })] }),
      TODAY,
      "community",
    );
  expect(of(elected)?.outranks).toBe("only-contact");
  expect(of(elected, senior)?.outranks).toBeUndefined();
});
