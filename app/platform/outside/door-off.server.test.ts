import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { setConnection } from "../database/connection.server";
import { closeDatabase } from "../db.server";
import { bankHolidaysQuestion } from "./bank-holidays.server";
import { ask } from "./door.server";

// Before the settings are read, which happens once.
vi.hoisted(() => {
  process.env.OUTSIDE_SERVICES = "0";
});

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  setConnection(db.appUrl);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

it("asks nobody where the settings say so", async () => {
  // A request would fail the test: no handler answers.
  expect(await ask(bankHolidaysQuestion, stoppedClock())).toEqual({ state: "away", why: "off" });
});
