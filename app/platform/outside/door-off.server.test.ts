import { expect, it, vi } from "vitest";
import { stoppedClock } from "../../../tests/setup/clock";
import { ownDatabase } from "../../../tests/setup/own-database";
import { bankHolidaysQuestion } from "./bank-holidays.server";
import { ask } from "./door.server";

// Before the settings are read, which happens once.
vi.hoisted(() => {
  process.env.OUTSIDE_SERVICES = "0";
});

ownDatabase();

it("asks nobody where the settings say so", async () => {
  // A request would fail the test: no handler answers.
  expect(await ask(bankHolidaysQuestion, stoppedClock())).toEqual({ state: "away", why: "off" });
});
