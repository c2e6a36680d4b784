import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { factSchema } from "../scoring/facts";
import { type Entry, kindOf } from "./evidence";
import { toFact } from "./evidence.facts";
import { readValues } from "./evidence-schema";
import { KINDS } from "./kinds/index";
import { told } from "./telling";

const TODAY = toDay("2026-10-01");
const BASE = {
  id: "0190a0de-0000-7000-8000-000000000001",
  level: "shared",
  binned: false,
  voidedOn: null,
  contestedOn: null,
  settledOn: null,
} as const;

function entryOf(id: string, change: Record<string, unknown> = {}, answer: Partial<Entry> = {}): Entry {
  const kind = kindOf(id);
  const values = readValues(kind, told(kind, { ...kind.example.fields, ...change }, TODAY));
  const none = { proposedOn: null, answeredOn: null, answeredBy: null, outcome: null, answerWords: null };
  const occurredOn = toDay(String(values[kind.on]));
  return { kind, values, recordedBy: "community", occurredOn, answerBy: null, ...none, ...answer };
}

const used = { answeredOn: TODAY, outcome: "used" } as const;

describe("an entry as a fact", () => {
  it.each([
    ["strength-named", {}, {}, { of: "community", on: "2026-09-11", answered: null, outcome: null }],
    ["strength-named", {}, used, { of: "community", on: "2026-09-11", answered: TODAY, outcome: "used" }],
    [
      "insight-offered",
      { of: "council" },
      used,
      { of: "council", on: "2026-08-17", answered: TODAY, outcome: "used" },
    ],
    [
      "procedure-barrier",
      {},
      { answeredOn: TODAY, outcome: "legal requirement" },
      { of: "council", on: "2026-07-23", resolved: TODAY, outcome: "legal requirement" },
    ],
    [
      "disagreement",
      {},
      { answeredOn: TODAY, outcome: "reasoned no" },
      { by: "community", opened: "2026-07-13", closed: TODAY, outcome: "reasoned no" },
    ],
    [
      "disagreement",
      {},
      { proposedOn: TODAY, outcome: "settled" },
      { by: "community", opened: "2026-07-13", closed: null, outcome: null },
    ],
    ["good-news-shared", {}, {}, { by: "council", decided: "2026-09-06", conveyed: "2026-09-08" }],
    ["bad-news-given", { conveyed: null }, {}, { by: "council", decided: "2026-08-12", conveyed: null }],
    ["staff-change-notified", {}, {}, { by: "council", effective: "2026-09-26", notified: "2026-09-01" }],
    ["publicity", {}, {}, { by: "council", on: "2026-09-03", credits: "both" }],
    [
      "engagement-event",
      {},
      {},
      { date: "2026-08-06", host: "community", other: "attended", told_back: "2026-09-01" },
    ],
    [
      "engagement-event",
      { host: "joint", toldBack: null },
      {},
      { date: "2026-08-06", host: "joint", other: null, told_back: null },
    ],
    ["residents-lead", {}, { answeredOn: TODAY, outcome: "agreed" }, { on: "2026-08-02", agreed: TODAY }],
    ["residents-lead", {}, { answeredOn: TODAY, outcome: "not agreed" }, { on: "2026-08-02", agreed: null }],
    ["councillor-steps-back", { key: false }, {}, { on: "2026-08-14", key_decision: false }],
    ["nothing-to-report", {}, {}, { date: "2026-09-24" }],
  ] as const)("%s %j", (id, change, answer, expected) => {
    const fact = toFact(BASE, entryOf(id, change, answer as Partial<Entry>));
    expect(fact).toEqual({ type: id, id: BASE.id, contested: null, settled: null, ...expected });
    expect(() => factSchema.parse(fact)).not.toThrow();
  });

  it("carries what the other side disputes", () => {
    const disputed = { ...BASE, contestedOn: toDay("2026-09-28"), settledOn: TODAY };
    expect(toFact(disputed, entryOf("publicity"))).toMatchObject({ contested: "2026-09-28", settled: TODAY });
  });

  it.each([
    { ...BASE, level: "side" as const },
    { ...BASE, binned: true },
    { ...BASE, voidedOn: TODAY },
  ])("is none where it does not count (%#)", (base) => {
    expect(toFact(base, entryOf("publicity"))).toBeNull();
  });

  it("is none where it is not on joint work, or of a kind that says nothing", () => {
    expect(toFact(BASE, entryOf("publicity", { joint: false }))).toBeNull();
    const silent = KINDS.filter((kind) => toFact(BASE, entryOf(kind.id)) === null).map(({ id }) => id);
    expect(silent).toEqual(KINDS.filter(({ toFact: said }) => said === undefined).map(({ id }) => id));
    expect(silent).toHaveLength(14);
  });
});
