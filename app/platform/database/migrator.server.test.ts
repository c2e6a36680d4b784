import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database.ts";
import { findPending, migrate } from "./migrator.ts";

let database: TestDatabase;
let dir: string;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  dir = mkdtempSync(join(tmpdir(), "cg-migrations-"));
});

afterEach(async () => {
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

function write(name: string, sql: string): void {
  mkdirSync(join(dir, name), { recursive: true });
  writeFileSync(join(dir, name, "migration.sql"), sql);
}

async function query(sql: string, url = database.ownerUrl): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const TRICKY = `
-- one; two; three: every semicolon in a comment is a trap
create table note (id int primary key, words text not null default 'a; b');
create function shout() returns trigger language plpgsql as $$
begin
  new.words := upper(new.words); -- inside; a body
  return new;
end;
$$;
create trigger shout before insert on note for each row execute function shout();
do $do$ begin insert into note (id) values (1); end; $do$;
`;

describe("migrate", () => {
  it("applies in order, once, and writes Prisma's rows", async () => {
    write("20260101000000_first", "create table one (id int);");
    write("20260102000000_second", "alter table one add column name text;");
    expect(await migrate(database.ownerUrl, dir)).toEqual({
      applied: ["20260101000000_first", "20260102000000_second"],
    });
    expect(await migrate(database.ownerUrl, dir)).toEqual({ applied: [] });
    const rows =
      await query(`select migration_name, checksum, length(id) as id, finished_at >= started_at as finished,
      rolled_back_at, logs, applied_steps_count from _prisma_migrations order by 1`);
    const checksum = createHash("sha256").update("create table one (id int);").digest("hex");
    expect(rows[0]).toEqual({
      migration_name: "20260101000000_first",
      checksum,
      id: 36,
      finished: true,
      rolled_back_at: null,
      logs: null,
      applied_steps_count: 1,
    });
    expect(rows).toHaveLength(2);
  });

  it("takes semicolons in comments, literals and function bodies", async () => {
    write("20260101000000_tricky", TRICKY);
    await migrate(database.ownerUrl, dir);
    expect(await query("select words from note")).toEqual([{ words: "A; B" }]);
  });

  it("leaves nothing behind when one fails, and goes on once it is mended", async () => {
    write("20260101000000_good", "create table good (id int);");
    write("20260102000000_bad", "create table half (id int); select 1/0;");
    await expect(migrate(database.ownerUrl, dir)).rejects.toThrow(
      /20260102000000_bad failed and left nothing/,
    );
    expect(await query("select to_regclass('half') as half, to_regclass('good')::text as good")).toEqual([
      { half: null, good: "good" },
    ]);
    write("20260102000000_bad", "create table half (id int);");
    expect((await migrate(database.ownerUrl, dir)).applied).toEqual(["20260102000000_bad"]);
  });

  it("refuses a migration edited after it was applied, and one it does not know", async () => {
    write("20260101000000_first", "create table one (id int);");
    await migrate(database.ownerUrl, dir);
    write("20260101000000_first", "create table one (id bigint);");
    await expect(migrate(database.ownerUrl, dir)).rejects.toThrow(/was edited after it was applied/);
    rmSync(join(dir, "20260101000000_first"), { recursive: true });
    await expect(migrate(database.ownerUrl, dir)).rejects.toThrow(/which this version does not know/);
  });

  it("runs outside a transaction where the file asks for it", async () => {
    write("20260101000000_table", "create table one (id int);");
    write("20260102000000_index", "-- no-transaction\ncreate index concurrently one_id on one (id);");
    expect((await migrate(database.ownerUrl, dir)).applied).toHaveLength(2);
  });

  it("applies once when four processes migrate at the same moment", async () => {
    for (const n of [1, 2, 3])
      write(`2026010${n}000000_m`, `create table t${n} (id int); select pg_sleep(0.1);`);
    const script = join(import.meta.dirname, "fixtures", "migrate.ts");
    const runs = [1, 2, 3, 4].map(
      () =>
        new Promise<string>((resolve, reject) => {
          const child = spawn(process.execPath, ["--import", "tsx", script, database.ownerUrl, dir]);
          let said = "";
          child.stdout.on("data", (chunk) => {
            said += chunk;
          });
          child.on("exit", (code) =>
            code === 0 ? resolve(said.trim()) : reject(new Error(`ended with ${code}`)),
          );
        }),
    );
    expect((await Promise.all(runs)).sort()).toEqual(["0", "0", "0", "3"]);
    expect(await query("select count(*)::int as n from _prisma_migrations")).toEqual([{ n: 3 }]);
  });

  it("lets the application ask what is pending", async () => {
    write("20260101000000_first", "create table one (id int);");
    expect(await findPending(database.appUrl, dir)).toEqual(["20260101000000_first"]);
    await migrate(database.ownerUrl, dir);
    cpSync(join(dir, "20260101000000_first"), join(dir, "20260102000000_next"), { recursive: true });
    expect(await findPending(database.appUrl, dir)).toEqual(["20260102000000_next"]);
  });
});
