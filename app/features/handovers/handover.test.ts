import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { factSchema } from "../scoring/facts";
import { losesContact } from "./contact";
import {
  checkLastDay,
  checkNotifiedOn,
  checkStepOn,
  type Handover,
  isVacant,
  nextStep,
  noticeDays,
  stateOf,
} from "./handover";
import { missedFact, toFact } from "./handover.facts";

const day = toDay;
const TODAY = day("2026-10-01");
const HANDOVER: Handover = {
  ofSide: "council",
  recordedBySide: "council",
  why: "new_job",
  notifiedOn: day("2026-09-10"),
  effectiveOn: day("2026-10-01"),
  note: null,
  preparedOn: null,
  incomingId: null,
  acceptedOn: null,
  completedOn: null,
  withdrawnOn: null,
  checks: {
    brief_read: null,
    timeline_shared: null,
    commitments_moved: null,
    introductions_made: null,
    first_meeting: null,
  },
};
const prepared = { preparedOn: day("2026-09-20") };
const accepted = { ...prepared, acceptedOn: day("2026-10-02"), incomingId: "p" };
const complete = { ...accepted, completedOn: day("2026-10-20") };

describe("a handover", () => {
  it.each([
    ["notified", {}, { step: "prepare", by: "2026-10-01" }],
    ["prepared", prepared, { step: "accept", by: "2026-10-15" }],
    ["accepted", accepted, { step: "complete", by: "2026-10-31" }],
    ["complete", complete, null],
    ["withdrawn", { ...complete, withdrawnOn: TODAY }, null],
  ])("stands at %s, and says what comes next", (state, change, next) => {
    expect(stateOf({ ...HANDOVER, ...change })).toBe(state);
    expect(nextStep({ ...HANDOVER, ...change })).toEqual(next);
  });

  it.each([
    ["2026-09-17", 14],
    ["2026-10-01", 0],
    ["2026-10-04", -3],
  ])("told on %s gives %i days of notice", (notifiedOn, notice) => {
    expect(noticeDays({ ...HANDOVER, notifiedOn: day(notifiedOn) })).toBe(notice);
  });

  it.each([
    ["on the first day without anybody", {}, "2026-10-01", true],
    ["the day before", {}, "2026-09-30", false],
    ["somebody follows", { incomingId: "p" }, "2026-10-01", false],
    ["they stay", { withdrawnOn: TODAY }, "2026-10-01", false],
  ])("is empty: %s", (_, change, on, vacant) => {
    expect(isVacant({ ...HANDOVER, ...change }, day(on))).toBe(vacant);
  });

  it.each([
    ["told tomorrow", checkNotifiedOn(day("2026-10-02"), TODAY), false],
    ["told today", checkNotifiedOn(TODAY, TODAY), true],
    ["told in the year 0009", checkNotifiedOn(day("0009-10-01"), TODAY), false],
    ["gone before they came", checkLastDay(day("2019-12-31"), day("2020-01-01"), TODAY), false],
    ["gone on the day they came", checkLastDay(day("2020-01-01"), day("2020-01-01"), TODAY), true],
    ["gone in the year 9999", checkLastDay(day("9999-01-01"), null, TODAY), false],
    ["ready before it was told", checkStepOn(day("2026-09-09"), HANDOVER, TODAY), false],
    ["ready tomorrow", checkStepOn(day("2026-10-02"), HANDOVER, TODAY), false],
    ["ready on the day it was told", checkStepOn(day("2026-09-10"), HANDOVER, TODAY), true],
  ])("%s", (_, verdict, fine) => {
    expect(verdict === true).toBe(fine);
  });
});

describe("what a handover says to the score", () => {
  const base = {
    id: "h",
    level: "shared",
    binned: false,
    voidedOn: null,
    contestedOn: null,
    settledOn: null,
  } as const;

  it("is exactly its days", () => {
    const fact = toFact(base, { ...HANDOVER, ...complete });
    expect(fact).toEqual({
      type: "handover",
      id: "h",
      side: "council",
      notified: "2026-09-10",
      effective: "2026-10-01",
      prepared: "2026-09-20",
      accepted: "2026-10-02",
      completed: "2026-10-20",
      contested: null,
      settled: null,
    });
    expect(() => factSchema.parse(fact)).not.toThrow();
  });

  it.each([
    ["binned", { binned: true }, {}],
    ["voided", { voidedOn: TODAY }, {}],
    ["a side's own", { level: "side" as const }, {}],
    ["they stay", {}, { withdrawnOn: TODAY }],
  ])("is nothing where it is %s", (_, record, change) => {
    expect(toFact({ ...base, ...record }, { ...HANDOVER, ...change })).toBeNull();
  });

  it("of a contact who left without one: nothing done", () => {
    const fact = missedFact({ id: "a", side: "community", endsOn: TODAY });
    expect(fact).toEqual({ type: "handover", id: "a.handover", side: "community", effective: "2026-10-01" });
    expect(() => factSchema.parse(fact)).not.toThrow();
  });
});

describe("a contact", () => {
  const post = {
    isLead: false,
    level: "officer" as const,
    endsOn: TODAY,
    met: [] as ReturnType<typeof day>[],
  };
  const first = day("2024-01-01");
  const twice = [day("2025-10-01"), TODAY];
  it.each([
    ["met twice in the year before", { met: twice }, first, true],
    ["met once", { met: twice.slice(1) }, first, false],
    ["met a year and a day before", { met: [day("2025-09-30"), TODAY] }, first, false],
    ["met after", { met: [day("2026-10-02"), TODAY] }, first, false],
    ["a named lead nobody met", { isLead: true }, first, true],
    ["elected, met twice", { level: "elected" as const, met: twice }, first, false],
    ["an elected lead", { level: "elected" as const, isLead: true }, first, true],
    ["gone on the first day of all", { isLead: true }, TODAY, true],
    ["gone before anything was recorded", { isLead: true }, day("2026-10-02"), false],
    ["nothing was recorded ever", { isLead: true }, null, false],
  ])("%s", (_, change, firstRecordOn, lost) => {
    expect(losesContact({ ...post, ...change }, firstRecordOn)).toBe(lost);
  });
});
