import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase, testServer } from "../../tests/setup/database";
import { toDay } from "./calendar/day";
import { setConnection } from "./database/connection.server";
import { SESSION_LIMITS } from "./database/connections.server";
import { closeDatabase, inReading, inTransaction, type Tx } from "./db.server";
import { newId } from "./ids";
import { ReadScope } from "./read-scope.server";
import { isUnavailable, orUnavailable } from "./unavailable.server";

const TODAY = toDay("2026-10-01");
const SOMEBODY = `user:${newId()}` as const;
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  setConnection(db.appUrl);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const fromDriver = (originalCode: string) => ({
  code: "P2010",
  meta: { driverAdapterError: { cause: { originalCode } } },
});

describe("what says that the database is away or busy", () => {
  it.each([
    ["no connection free in time", { code: "P2028" }],
    ["two writes in each other's way", { code: "P2034" }],
    ["nobody listens", { cause: { code: "ECONNREFUSED" } }],
    ["a full disk under a file", { code: "ENOSPC" }],
    ["a connection lost under a statement", new Error("Connection terminated unexpectedly")],
    ["a connection that did not come about", new Error("Connection terminated due to connection timeout")],
    ["no connection given back", new Error("timeout exceeded when trying to connect")],
  ])("%s", (_, error) => {
    expect(isUnavailable(error)).toBe(true);
  });

  // A code of each kind of the classes 08, 53, 57, 58 and XX, and the few of others.
  it.each(
    "08000 08001 08003 08004 08006 08007 08P01 53000 53100 53200 53300 53400 57000 57014 57P01 57P02 57P03 57P04 57P05 58000 58030 58P01 58P02 XX000 XX001 XX002 55P03 40001 40P01 25P03".split(
      " ",
    ),
  )("SQLSTATE %s", (code) => {
    expect(isUnavailable(fromDriver(code))).toBe(true);
  });

  it.each("22021 22P02 23503 23505 23514 25006 42501 42703 42P01 P0001 28P01 3D000".split(" "))(
    "not SQLSTATE %s",
    (code) => {
      expect(isUnavailable(fromDriver(code))).toBe(false);
    },
  );

  it.each([
    ["a row that is there already", { code: "P2002" }],
    ["a mistake of ours", new TypeError("undefined is not a function")],
    ["words somebody typed", { message: "They said: Connection terminated" }],
    ["nothing at all", null],
  ])("not %s", (_, error) => {
    expect(isUnavailable(error)).toBe(false);
  });
});

describe("what is answered", () => {
  it("is 503, with what was sent; anything else is thrown as it is", async () => {
    const sent = async () => [["title", "About the park"]] as const;
    await expect(orUnavailable(Promise.reject({ code: "P2028" }), sent)).rejects.toMatchObject({
      data: { sent: [["title", "About the park"]] },
      init: { status: 503 },
    });
    await expect(orUnavailable(Promise.reject(new TypeError("ours")), sent)).rejects.toThrow(TypeError);
    expect(await orUnavailable(Promise.resolve(1))).toBe(1);
  });
});

/** How a transaction as somebody ends that does this. */
async function ended(work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  return inTransaction(SOMEBODY, TODAY, work).then(
    () => "done",
    (error: unknown) => (isUnavailable(error) ? "unavailable" : error),
  );
}

describe("a database that is slow, or full", () => {
  it("keeps nobody waiting for ever: every session has its limits", async () => {
    const limits = async (tx: Tx) => {
      const rows = await tx.$queryRaw<{ name: string; ms: number }[]>`
        SELECT name, setting::int AS ms FROM pg_settings WHERE name = ANY (${Object.keys(SESSION_LIMITS)})`;
      return Object.fromEntries(rows.map(({ name, ms }) => [name, ms]));
    };
    expect(await inTransaction(SOMEBODY, TODAY, limits)).toEqual(SESSION_LIMITS);
    expect(await inReading(SOMEBODY, TODAY, limits)).toEqual(SESSION_LIMITS);
    // Somebody who waits for a lock is told so, before the statement itself is stopped.
    expect(SESSION_LIMITS.lock_timeout).toBeLessThan(SESSION_LIMITS.statement_timeout);
  });

  it("compiles no statement: row security makes them look dearer than they are", async () => {
    const compiled = (tx: Tx) => tx.$queryRaw`SHOW jit`;
    expect(await inReading(SOMEBODY, TODAY, compiled)).toEqual([{ jit: "off" }]);
  });

  it("is unavailable while somebody else holds what is needed, and no longer once they let go", async () => {
    const other = new Client({ connectionString: db.ownerUrl });
    await other.connect();
    await other.query("BEGIN; LOCK TABLE project IN ACCESS EXCLUSIVE MODE");
    const wait = async (tx: Tx) => {
      await tx.$executeRaw`SET LOCAL lock_timeout = '50ms'`;
      await tx.project.count();
    };
    expect(await ended(wait)).toBe("unavailable");
    await other.query("ROLLBACK");
    await other.end();
    expect(await ended(wait)).toBe("done");
  });

  it.each([
    ["a statement takes too long", "SET LOCAL statement_timeout = '50ms'", "SELECT pg_sleep(5)::text"],
    ["the disk is full", "", "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '53100'; END $$"],
    ["the disk cannot be read", "", "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '58030'; END $$"],
    ["a table is damaged", "", "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = 'XX001'; END $$"],
    ["two wait for each other", "", "DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$"],
    ["it is told to stop", "", "SELECT pg_terminate_backend(pg_backend_pid())::text"],
  ])("is unavailable where %s, and there again after", async (_, before, statement) => {
    const run = async (tx: Tx) => {
      if (before) await tx.$executeRawUnsafe(before);
      await tx.$executeRawUnsafe(statement);
    };
    expect(await ended(run)).toBe("unavailable");
    expect(await ended((tx) => tx.$queryRaw`SELECT 1`)).toBe("done");
  });

  it("is unavailable where a list would fill the disk", async () => {
    const admin = new Client({ connectionString: testServer().adminUrl });
    await admin.connect();
    await admin.query(`ALTER DATABASE ${db.name} SET temp_file_limit = '64kB'`);
    await closeDatabase();
    const fill = async (tx: Tx) => {
      await tx.$executeRaw`SET LOCAL work_mem = '64kB'`;
      await tx.$queryRaw`SELECT count(*)::int FROM (SELECT g::text FROM generate_series(1, 200000) g ORDER BY 1) t`;
    };
    expect(await ended(fill)).toBe("unavailable");
    await admin.query(`ALTER DATABASE ${db.name} RESET temp_file_limit`);
    await admin.end();
    await closeDatabase();
    expect(await ended(fill)).toBe("done");
  });

  it("gives a transaction as long as it asked for, and no longer", async () => {
    const work = (tx: Tx) => tx.$queryRaw`SELECT pg_sleep(0.3)::text`;
    const within = (timeoutMs: number) =>
      inTransaction(SOMEBODY, TODAY, work, { timeoutMs }).then(
        () => "done",
        (error: unknown) => (isUnavailable(error) ? "unavailable" : error),
      );
    expect(await within(50)).toBe("unavailable");
    expect(await within(10_000)).toBe("done");
  });

  it("ends a transaction in which nothing happens any more", async () => {
    const stand = async (tx: Tx) => {
      await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 50`;
      await new Promise((resolve) => setTimeout(resolve, 400));
      await tx.$queryRaw`SELECT 1`;
    };
    expect(await ended(stand)).toBe("unavailable");
    expect(await ended((tx) => tx.$queryRaw`SELECT 1`)).toBe("done");
  });
});

describe("a database that is away", () => {
  it("fails no read of a request otherwise", async () => {
    setConnection("postgres://nobody@127.0.0.1:1/nowhere");
    const scope = () => new ReadScope(SOMEBODY, TODAY);
    await expect(scope().look()).rejects.toMatchObject({ init: { status: 503 } });
    const one = scope();
    await expect(one.run(async () => 1)).rejects.toMatchObject({ init: { status: 503 } });
    await one.close();
    setConnection(db.appUrl);
    expect(await ended((tx) => tx.$queryRaw`SELECT 1`)).toBe("done");
  });
});
