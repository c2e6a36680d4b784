import { afterAll, beforeAll } from "vitest";
import { setConnection } from "~/platform/database/connection.server";
import { closeDatabase } from "~/platform/db.server";
import { createTestDatabase, type TestDatabase } from "./database.ts";

/** A database of the test file's own with nothing in it, from before its first test; its name once it is there. */
export function ownDatabase(): () => string {
  let db: TestDatabase | undefined;
  beforeAll(async () => {
    db = await createTestDatabase();
    setConnection(db.appUrl);
  });
  afterAll(async () => {
    await closeDatabase();
    await db?.drop();
  });
  return () => db?.name ?? "";
}
