import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasAdmin } from "~/features/identity/accounts.server";
import { checkSetupCode, forgetSetupCode, newSetupCode } from "~/features/identity/setup-code.server";
import { toDay } from "~/platform/calendar/day";
import { setConnection } from "~/platform/database/connection.server";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { setUp, setupInput } from "./setup.server";

let db: TestDatabase;
const by = { clock: stoppedClock() };
const TODAY = toDay("2026-10-01");

beforeAll(async () => {
  db = await createTestDatabase();
  setConnection(db.appUrl);
});
afterEach(forgetSetupCode);
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const form = (code: string) => ({
  ...{ code, name: "First Admin", email: "first@programme.example", password: "correct horse battery" },
  ...{ area: "Oakfield", council: "Barley Borough Council", tier: "district" as const },
  ...{ gssCode: "E07999999", region: "North West" },
});

describe("setting up an empty tracker", () => {
  it("does nothing without the code", async () => {
    newSetupCode();
    expect(await setUp(form("WRONG"), by)).toMatchObject({ fields: { code: [expect.any(String)] } });
    expect(await hasAdmin(TODAY)).toBe(false);
  });

  it("makes admin, area and council once, and the code is spent", async () => {
    const code = newSetupCode();
    expect(await setUp(form(code), by)).toBeNull();
    expect(await hasAdmin(TODAY)).toBe(true);
    expect(checkSetupCode(code)).toBe(false);
    const made = await inTransaction("auth", TODAY, (tx) => tx.user.findMany({ select: { id: true } }));
    expect(made).toHaveLength(1);
    const rows = await inTransaction(`user:${made[0]?.id ?? ""}`, TODAY, (tx) =>
      tx.relationship.findMany({
        select: { area: { select: { name: true } }, council: { select: { name: true, tier: true } } },
      }),
    );
    expect(rows).toEqual([
      { area: { name: "Oakfield" }, council: { name: "Barley Borough Council", tier: "district" } },
    ]);
  });

  it("is refused once there is an admin, with a right code too", async () => {
    const again = { ...form(newSetupCode()), email: "second@programme.example" };
    expect(await setUp(again, by)).toMatchObject({ fields: { "": [expect.stringContaining("already")] } });
  });

  it.each([
    ["code", { code: "" }],
    ["name", { name: " " }],
    ["email", { email: "first" }],
    ["password", { password: "elevenchars" }],
    ["area", { area: "" }],
    ["council", { council: "" }],
    ["tier", { tier: "village" }],
  ])("names the field that is wrong: %s", (field, wrong) => {
    const parsed = setupInput.safeParse({ ...form("CODE"), ...wrong });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });
});
