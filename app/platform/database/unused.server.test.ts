import { Client } from "pg";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase, testServer } from "../../../tests/setup/database";
import { requireUnused } from "./unused";

let db: TestDatabase;
let admin: Client;
let other: Client;

beforeEach(async () => {
  db = await createTestDatabase();
  admin = new Client({ connectionString: testServer().adminUrl });
  other = new Client({ connectionString: db.appUrl });
  await Promise.all([admin.connect(), other.connect()]);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all([admin.end(), other.end()]);
  await db.drop();
});

it("waits for who is just letting go", async () => {
  const asked = vi.spyOn(admin, "query");
  const waiting = requireUnused(admin, db.name, "In use.");
  await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(1));
  await other.end();
  await expect(waiting).resolves.toBeUndefined();
});

it("is refused while somebody stays", async () => {
  await expect(requireUnused(admin, db.name, "In use.")).rejects.toThrow("In use.");
});

it("does not mind who uses another database", async () => {
  await expect(requireUnused(admin, `${db.name}_other`, "In use.")).resolves.toBeUndefined();
});
