import { existsSync, readFileSync } from "node:fs";
import { HttpResponse, http } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";
import { bankHolidays as fakeBody } from "../../../tests/fakes/bodies";
import { stoppedClock } from "../../../tests/setup/clock";
import { network } from "../../../tests/setup/network";
import { ownDatabase } from "../../../tests/setup/own-database";
import { bankHolidays, bankHolidaysIn } from "../calendar/bank-holidays";
import { toDay } from "../calendar/day";
import {
  forgetHolidays,
  holidaySource,
  holidaysOf,
  holidaysVersion,
  learnHolidays,
} from "../calendar/known-holidays.server";
import { addWorkingDays, preElectionStart } from "../calendar/working-days";
import { getLog } from "../log.server";
import { bankHolidaysQuestion, daysIn, refreshBankHolidays } from "./bank-holidays.server";

const real = new URL("../../../../shared/data/http/govuk_bank-holidays.json", import.meta.url);
const { schema } = bankHolidaysQuestion;
const accepts = (body: unknown) => schema.safeParse({ status: 200, body }).success;
const listOf = (days: readonly string[]) => ({
  "england-and-wales": {
    division: "england-and-wales",
    events: days.map((date) => ({ title: "Bank holiday", date, notes: "", bunting: true })),
  },
});
const year = (number: number) => [...bankHolidaysIn(number)];
const PROCLAIMED = "2027-06-11";

ownDatabase();
afterEach(() => forgetHolidays());

describe("GOV.UK’s list", () => {
  it("is accepted as the fakes give it, with what is new in it", () => {
    expect(accepts(fakeBody(2026))).toBe(true);
    expect(accepts({ ...listOf(year(2027)), jersey: { events: "many" } })).toBe(true);
  });

  it.skipIf(!existsSync(real))("is accepted as it was (skipped where the real bodies are not here)", () => {
    const told = schema.parse({ status: 200, body: JSON.parse(readFileSync(real, "utf8")) });
    const days = daysIn(told);
    const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))];
    expect(years.length).toBeGreaterThan(5);
    expect(days).toEqual(years.flatMap(year));
  });

  it.each<[string, unknown]>([
    ["nothing", {}],
    ["another division", { scotland: listOf(year(2027))["england-and-wales"] }],
    ["no days", listOf([])],
    ["half a year", listOf(year(2027).slice(0, 5))],
    ["a day that is none", listOf([...year(2027), "2027-02-30"])],
    ["a day of long ago", listOf([...year(2027), "0207-12-25"])],
    ["a day twice", listOf([...year(2027), ...year(2027)])],
    ["a holiday each day", listOf(everyDayOf(2027))],
    ["days without a name", { "england-and-wales": { events: year(2027).map((date) => ({ date })) } }],
    ["a list in words", { "england-and-wales": "closed" }],
  ])("is refused with %s", (_, body) => {
    expect(accepts(body)).toBe(false);
  });
});

function everyDayOf(number: number): string[] {
  return Array.from({ length: 365 }, (_, at) =>
    new Date(Date.UTC(number, 0, 1 + at)).toISOString().slice(0, 10),
  );
}

describe("what working days are counted by", () => {
  const friday = toDay(PROCLAIMED);

  it("is the published list for the years it holds in full, and the rule for others", () => {
    learnHolidays([...year(2027), friday, toDay("2028-06-09")], toDay("2026-10-01"));
    const holidays = holidaysOf({});
    expect(holidays.has(friday)).toBe(true);
    expect(year(2027).every((day) => holidays.has(day))).toBe(true);
    // Of 2028 one day alone is there: the rule holds for that year.
    expect(holidays.has(toDay("2028-06-09"))).toBe(false);
    expect(year(2028).every((day) => holidays.has(day))).toBe(true);
    expect(addWorkingDays(toDay("2027-06-10"), 1, holidays)).toBe("2027-06-14");
    expect(addWorkingDays(toDay("2027-06-10"), 1, bankHolidays)).toBe("2027-06-11");
    expect(preElectionStart(toDay("2027-07-01"), holidays)).toBe("2027-05-25");
    expect(holidaySource()).toEqual({ askedOn: "2026-10-01", untilYear: "2027" });
  });

  it("wins where it takes a day of the rule away", () => {
    const without = year(2027).filter((day) => day !== "2027-05-03");
    learnHolidays([...without, friday], toDay("2026-10-01"));
    expect(holidaysOf({}).has(toDay("2027-05-03"))).toBe(false);
  });

  it("stays the same within a transaction, whatever is learnt meanwhile", () => {
    const [before, after] = [{}, {}];
    expect(holidaysOf(before).has(friday)).toBe(false);
    learnHolidays([...year(2027), friday], toDay("2026-10-01"));
    expect(holidaysOf(before).has(friday)).toBe(false);
    expect(holidaysOf(after).has(friday)).toBe(true);
  });

  it("is another version when days change, and not when the same list is read again", () => {
    const start = holidaysVersion();
    learnHolidays(year(2027), toDay("2026-10-01"));
    expect(holidaysVersion()).toBe(start + 1);
    learnHolidays(year(2027).toReversed(), toDay("2026-10-02"));
    expect(holidaysVersion()).toBe(start + 1);
    expect(holidaySource()?.askedOn).toBe("2026-10-02");
    learnHolidays([...year(2027), friday], toDay("2026-10-03"));
    expect(holidaysVersion()).toBe(start + 2);
  });
});

describe("refreshing", () => {
  it("asks once a day, keeps the last list while GOV.UK is away, and begins with the rule", async () => {
    const clock = stoppedClock();
    const warned = vi.spyOn(getLog(), "warn").mockImplementation(() => undefined);
    let asked = 0;
    const answers = (answer: () => Response) =>
      network.use(
        http.get("https://www.gov.uk/bank-holidays.json", () => {
          asked += 1;
          return answer();
        }),
      );
    answers(() => HttpResponse.json({}, { status: 503 }));
    await refreshBankHolidays(clock);
    expect([holidaySource(), asked]).toEqual([null, 1]);
    answers(() => HttpResponse.json(listOf([...year(2027), PROCLAIMED])));
    await refreshBankHolidays(clock);
    await refreshBankHolidays(clock);
    expect(asked).toBe(2);
    expect(holidaysOf({}).has(toDay(PROCLAIMED))).toBe(true);
    answers(() => HttpResponse.json({ sorry: true }));
    clock.passDays(3);
    forgetHolidays();
    await refreshBankHolidays(clock);
    expect(asked).toBe(3);
    expect(holidaySource()).toEqual({ askedOn: "2026-10-01", untilYear: "2027" });
    expect(warned).toHaveBeenCalledTimes(2);
  });
});
