import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { forgetHolidays, holidaySource } from "~/platform/calendar/known-holidays.server";
import { getConnection } from "~/platform/database/connection.server";
import { bankHolidays } from "../../tests/fakes/bodies";
import { outsideFakes } from "../../tests/fakes/outside";
import { stoppedClock } from "../../tests/setup/clock";
import { network } from "../../tests/setup/network";
import { ownDatabase } from "../../tests/setup/own-database";
import { keepInformed } from "./keep-informed.server";

const HOUR_MS = 60 * 60_000;
ownDatabase();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
  forgetHolidays();
});

it("looks at once, then every hour, and no more once it was ended", async () => {
  network.use(...outsideFakes);
  const clock = stoppedClock();
  const learnt = (on: string) => vi.waitFor(() => expect(holidaySource()?.askedOn).toBe(on), 30_000);
  const end = keepInformed(clock);
  await learnt("2026-10-01");
  forgetHolidays();
  clock.passDays(2);
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  await learnt("2026-10-03");
  end();
  expect(vi.getTimerCount()).toBe(0);
});

it("counts within a minute by what another process was told, from its start on", async () => {
  const asked = vi.fn();
  const added: string[] = [];
  network.use(
    http.get("https://www.gov.uk/bank-holidays.json", () => {
      asked();
      const { "england-and-wales": england, ...others } = bankHolidays(2026);
      const events = [...england.events, ...added.map((date) => ({ title: "A day of its own", date }))];
      return HttpResponse.json({ ...others, "england-and-wales": { ...england, events } });
    }),
  );
  const clock = stoppedClock();
  clock.passDays(10);
  const another = async () => {
    vi.resetModules();
    const own = await import("~/platform/calendar/known-holidays.server");
    const { setConnection } = await import("~/platform/database/connection.server");
    setConnection(getConnection());
    return { ...own, ...(await import("./keep-informed.server")), ...(await import("~/platform/db.server")) };
  };
  const [first, second] = [await another(), await another()];
  const isHoliday = (one: typeof first, day: string) => one.holidaysOf({}).has(toDay(day));
  const endFirst = first.keepInformed(clock);
  await vi.waitFor(() => expect(first.holidaySource()?.askedOn).toBe("2026-10-11"), 30_000);
  expect(asked).toHaveBeenCalledTimes(1);
  // The other begins by what is kept, and asks nobody.
  const endSecond = second.keepInformed(clock);
  await vi.waitFor(() => expect(second.holidaySource()).toEqual(first.holidaySource()), 30_000);
  expect(asked).toHaveBeenCalledTimes(1);
  endSecond();
  // A day proclaimed at short notice: one of them is told, the other counts by it at its next look.
  added.push("2026-11-02");
  clock.passDays(1);
  const endAgain = second.keepInformed(clock);
  await vi.waitFor(() => expect(isHoliday(second, "2026-11-02")).toBe(true), 30_000);
  expect(isHoliday(first, "2026-11-02")).toBe(false);
  const before = first.holidaysVersion();
  await vi.advanceTimersByTimeAsync(60_000);
  await vi.waitFor(() => expect(isHoliday(first, "2026-11-02")).toBe(true), 30_000);
  expect(first.holidaysVersion()).toBeGreaterThan(before);
  expect(asked).toHaveBeenCalledTimes(2);
  for (const end of [endFirst, endAgain]) end();
  for (const one of [first, second]) await one.closeDatabase();
});
