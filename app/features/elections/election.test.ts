import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { bankHolidays } from "~/platform/calendar/bank-holidays";
import { addDays, toDay } from "~/platform/calendar/day";
import { workingDaysBetween } from "~/platform/calendar/working-days";
import { ELECTION_KINDS, type ElectionKind, isWithin, nearnessOf, preElectionPeriod } from "./election";

const kinds = Object.keys(ELECTION_KINDS) as [ElectionKind, ...ElectionKind[]];
const data = new URL("../../../../shared/data/elections/", import.meta.url);
const rowsOf = (file: URL) =>
  z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(file), { columns: true }));
const period = (kind: ElectionKind, pollOn: string, noticeOn: string | null = null) =>
  preElectionPeriod(
    { kind, pollOn: toDay(pollOn), noticeOn: noticeOn === null ? null : toDay(noticeOn) },
    bankHolidays,
  );

describe("the pre-election period", () => {
  it.each([
    ["a council, over Easter", "local", "2027-05-06", null, "2027-03-31", false],
    ["a by-election in autumn", "by_election", "2018-11-22", null, "2018-10-18", false],
    ["a borough’s own mayor, in London too", "mayor", "2018-05-03", null, "2018-03-27", false],
    ["Greater London", "london_authority", "2028-05-04", null, "2028-03-20", false],
    ["a published day, earlier than the latest", "local", "2026-05-07", "2026-03-16", "2026-03-16", true],
    ["a published day, later than the latest", "parliament", "2019-12-12", "2019-11-20", "2019-11-20", true],
    ["notice on the day of the poll", "local", "2026-05-07", "2026-05-07", "2026-05-07", true],
  ] as const)("%s", (_, kind, pollOn, noticeOn, from, published) => {
    expect(period(kind, pollOn, noticeOn)).toEqual({ from, to: pollOn, published });
  });

  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(toDay("1990-01-01"), n));
  const poll = fc.record({ kind: fc.constantFrom(...kinds), pollOn: day });

  it("ends with the poll, and begins a month or more before it unless another day is published", () => {
    fc.assert(
      fc.property(poll, fc.option(fc.nat(119)), (told, before) => {
        const noticeOn = before === null ? null : addDays(told.pollOn, -before);
        const found = preElectionPeriod({ ...told, noticeOn }, bankHolidays);
        expect(found.to).toBe(told.pollOn);
        expect(isWithin(found, told.pollOn)).toBe(true);
        expect(isWithin(found, addDays(told.pollOn, 1))).toBe(false);
        expect(isWithin(found, found.from)).toBe(true);
        expect(isWithin(found, addDays(found.from, -1))).toBe(false);
        if (noticeOn !== null) expect(found.from).toBe(noticeOn);
        else
          expect(workingDaysBetween(told.pollOn, found.from, bankHolidays)).toBe(
            told.kind === "london_authority" ? -30 : -25,
          );
      }),
    );
  });
});

describe("how near it is", () => {
  it.each([
    ["2026-03-29", "near"],
    ["2026-02-16", "near"],
    ["2026-02-15", "ahead"],
    ["2026-03-30", "running"],
    ["2026-05-07", "running"],
    ["2026-05-08", "over"],
  ] as const)("on %s: %s", (today, nearness) => {
    expect(nearnessOf(period("local", "2026-05-07"), toDay(today))).toBe(nearness);
  });
});

const deadlines = new URL("computed_may_deadlines.csv", data);
const published = new URL("pre_election_period_oracle.csv", data);
const KINDS_THERE: Record<string, ElectionKind> = {
  local: "local",
  "local by-election": "by_election",
  mayor: "mayor",
  general: "parliament",
};

describe("real elections (skipped where the folder of real data is not here)", () => {
  it.skipIf(!existsSync(deadlines))("each May since 2016", () => {
    const rows = rowsOf(deadlines);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const pollOn = row.poll_date ?? "";
      expect(period("local", pollOn).from, pollOn).toBe(row.local_notice_deadline_25wd);
      expect(period("london_authority", pollOn).from, pollOn).toBe(row.gla_deadline_30wd);
    }
  });

  it.skipIf(!existsSync(published))("as they were published, whatever the rule gives", () => {
    const rows = rowsOf(published);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const kind = KINDS_THERE[row.election_kind ?? ""] ?? "local";
      const [pollOn, noticeOn] = [row.poll_date ?? "", row.published_date ?? ""];
      expect(period(kind, pollOn, noticeOn)).toEqual({ from: noticeOn, to: pollOn, published: true });
      if (row.rule_gives) expect(period(kind, pollOn).from, row.what).toBe(row.published_date);
    }
  });
});
