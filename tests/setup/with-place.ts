import { afterAll, beforeAll } from "vitest";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, type Place } from "../builders/place.ts";
import { createTestDatabase } from "./database.ts";

/** A database of the test file's own with a place in it, before its first test; `begin` adds what all its tests want. */
export function withPlace(
  options: Parameters<typeof buildPlace>[1],
  begin: (place: Place) => Promise<void> | void,
): void {
  let drop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const db = await createTestDatabase();
    drop = db.drop;
    await begin(await buildPlace(db, options));
  });
  afterAll(async () => {
    await closeDatabase();
    await drop?.();
  });
}
