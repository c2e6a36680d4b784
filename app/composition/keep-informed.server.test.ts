import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetHolidays, holidaySource } from "~/platform/calendar/known-holidays.server";
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
  const learnt = () => vi.waitFor(() => expect(holidaySource()).not.toBeNull(), 30_000);
  const end = keepInformed(clock);
  await learnt();
  expect(holidaySource()?.askedOn).toBe("2026-10-01");
  forgetHolidays();
  clock.passDays(2);
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  await learnt();
  expect(holidaySource()?.askedOn).toBe("2026-10-03");
  end();
  expect(vi.getTimerCount()).toBe(0);
});
