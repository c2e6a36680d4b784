import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openAccount } from "~/features/identity/accounts.server";
import { getConnection, setConnection } from "~/platform/database/connection.server";
import { closeDatabase } from "~/platform/db.server";
import { createTestDatabase, type TestDatabase, testServer } from "../../tests/setup/database";
import { resetDemonstration } from "./reset-demonstration";

let db: TestDatabase;

beforeEach(async () => {
  db = await createTestDatabase();
});
afterEach(async () => {
  await db.drop();
});

/** Opens an account as a seed does, and lets go of the database again. */
async function open(name: string, demo: boolean): Promise<void> {
  await openAccount({ email: `${name}@test.example`, name, password: "common-ground-demo", demo });
  await closeDatabase();
}

const reset = (seed: () => Promise<void>) =>
  resetDemonstration({ ...db, adminUrl: testServer().adminUrl }, seed);

async function ask(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.principal', 'maintenance', false)");
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
const names = () => ask('select name from "user" order by name');
const databases = () => ask(`select from pg_database where datname = '${db.name}_new'`);

describe("a demonstration loaded anew", () => {
  it("takes the place of the old one", async () => {
    setConnection(db.appUrl);
    await open("Old", true);
    await reset(() => open("New", true));
    expect(await names()).toEqual([{ name: "New" }]);
    expect(await databases()).toEqual([]);
    expect(getConnection()).toBe(db.appUrl);
  });

  it("is loaded where nothing is", async () => {
    await reset(() => open("New", true));
    expect(await names()).toEqual([{ name: "New" }]);
  });

  it("leaves the old one when it cannot be loaded", async () => {
    setConnection(db.appUrl);
    await open("Old", true);
    const broken = async () => {
      await open("Half", true);
      throw new Error("no room");
    };
    await expect(reset(broken)).rejects.toThrow("no room");
    expect(await names()).toEqual([{ name: "Old" }]);
    expect(await databases()).toEqual([]);
  });

  it("is refused where anybody is real", async () => {
    setConnection(db.appUrl);
    await open("Old", true);
    await open("Real", false);
    await expect(reset(() => open("New", true))).rejects.toThrow(/more than a demonstration \(1 accounts/);
    expect(await names()).toEqual([{ name: "Old" }, { name: "Real" }]);
  });

  it("is refused while the tracker runs", async () => {
    const running = new Client({ connectionString: db.appUrl });
    await running.connect();
    await expect(reset(() => open("New", true))).rejects.toThrow(/Stop it first/);
    await running.end();
    expect(await names()).toEqual([]);
  });
});
