import { describe, expect, it } from "vitest";
import { bankHolidays } from "~/platform/calendar/bank-holidays";
import { toDay } from "~/platform/calendar/day";
import {
  agreedWorkingDays,
  checkAskedOn,
  checkStepOn,
  checkTargetOn,
  daysPastTarget,
  defaultTarget,
  heldBy,
  type Request,
  stateOf,
  waitingOn,
  workingDaysWaited,
} from "./request";

const day = (text: string | null) => (text === null ? null : toDay(text));

function request(change: Record<string, string | null> = {}): Request {
  const days = Object.fromEntries(
    Object.entries({
      askedOn: "2026-03-30",
      targetOn: "2026-04-29",
      holdingOn: null,
      answeredOn: null,
      judgedOn: null,
      withdrawnOn: null,
      ...change,
    }).map(([name, text]) => [name, /On$/.test(name) ? day(text) : text]),
  );
  return { toSide: "council", answer: null, judgement: null, ...days } as Request;
}

describe("where a request stands", () => {
  it.each([
    [{}, "open", "council"],
    [{ toSide: "community" }, "open", "community"],
    [{ holdingOn: "2026-04-01" }, "open", "council"],
    [{ answeredOn: "2026-04-01" }, "answered", "community"],
    [{ answeredOn: "2026-04-01", toSide: "community" }, "answered", "council"],
    [{ answeredOn: "2026-04-01", judgement: "partly" }, "answered", null],
    [{ withdrawnOn: "2026-04-01" }, "withdrawn", null],
  ])("%j is %s and waits on %s", (change, state, side) => {
    expect(stateOf(request(change))).toBe(state);
    expect(waitingOn(request(change))).toBe(side);
  });
});

describe("the day an answer is wanted by", () => {
  it.each([
    ["over Easter", "2026-03-30", 20, "2026-04-29"],
    ["over Christmas and New Year", "2026-12-18", 20, "2027-01-20"],
    ["from a Saturday", "2026-10-03", 5, "2026-10-09"],
  ])("%s: %s and %i working days is %s", (_what, asked, days, target) => {
    expect(defaultTarget(toDay(asked), days, bankHolidays)).toBe(target);
  });

  it("is the longest agreed where several councils are asked, and 20 days where nothing is known", () => {
    expect(agreedWorkingDays([{ requestWorkingDays: 10 }, { requestWorkingDays: 15 }])).toBe(15);
    expect(agreedWorkingDays([])).toBe(20);
  });
});

describe("waiting", () => {
  const waited = (change: Record<string, string | null>, today: string) =>
    workingDaysWaited(request(change), toDay(today), bankHolidays);

  it.each([
    ["nothing on the day itself", {}, "2026-03-30", { council: 0, community: 0 }],
    ["not over the Easter weekend", {}, "2026-04-07", { council: 4, community: 0 }],
    [
      "the asked side until it answers",
      { answeredOn: "2026-04-02" },
      "2026-04-02",
      { council: 3, community: 0 },
    ],
    ["then the asker", { answeredOn: "2026-04-02" }, "2026-04-08", { council: 3, community: 2 }],
    [
      "until judged",
      { answeredOn: "2026-04-02", judgement: "straight", judgedOn: "2026-04-07" },
      "2027-01-01",
      { council: 3, community: 1 },
    ],
    ["nobody once withdrawn", { withdrawnOn: "2026-04-01" }, "2027-01-01", { council: 2, community: 0 }],
    ["the community where it was asked", { toSide: "community" }, "2026-04-01", { council: 0, community: 2 }],
  ])("counts %s", (_what, change, today, expected) => {
    expect(waited(change, today)).toEqual(expected);
  });

  it.each([
    ["not before its day", {}, "2026-04-29", 0],
    ["one working day after", {}, "2026-04-30", 1],
    ["without weekend and bank holiday", {}, "2026-05-05", 3],
    ["not once answered", { answeredOn: "2026-05-20" }, "2026-05-20", 0],
    ["not once withdrawn", { withdrawnOn: "2026-05-20" }, "2026-05-20", 0],
  ])("is past its day %s", (_what, change, today, days) => {
    expect(daysPastTarget(request(change), toDay(today), bankHolidays)).toBe(days);
  });

  it("is told apart by who had it", () => {
    const referrals = [
      { on: toDay("2026-04-02"), to: "Housing", note: null },
      { on: toDay("2026-04-08"), to: "Legal", note: null },
    ];
    const held = heldBy({ ...request(), to: "Ann Able", referrals }, toDay("2026-04-10"), bankHolidays);
    expect(held.map(({ who, workingDays }) => [who, workingDays])).toEqual([
      ["Ann Able", 3],
      ["Housing", 2],
      ["Legal", 2],
    ]);
  });
});

describe("days that can be", () => {
  const today = toDay("2026-10-01");
  it.each([
    ["2026-10-01", true],
    ["2026-10-02", "The day it was asked cannot be in the future"],
    ["0026-10-01", "Check the year"],
  ])("asked on %s: %s", (asked, verdict) => {
    expect(checkAskedOn(toDay(asked), today)).toBe(verdict);
  });
  it.each([
    ["2026-10-02", true],
    ["2026-10-01", "The answer has to be wanted after the day it was asked"],
    ["2206-10-01", "Check the year"],
  ])("wanted by %s: %s", (target, verdict) => {
    expect(checkTargetOn(toDay(target), today)).toBe(verdict);
  });
  it.each([
    ["2026-03-30", true],
    ["2026-10-01", true],
    ["2026-03-29", "This day cannot be before the day it was asked"],
    ["2026-10-02", "This day cannot be in the future"],
  ])("something on %s: %s", (on, verdict) => {
    expect(checkStepOn(toDay(on), request(), today)).toBe(verdict);
  });
});
