import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "~/platform/db.server";
import { buildAccess, closeAccount } from "../builders/fixtures-access";
import { type Clause, readClauses, takeOut } from "../builders/policy-clauses";
import { type Ask, askRows, OPERATIONS, type Operation } from "../builders/row-answers";
import { type Planted, plantRows } from "../builders/row-ground";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../setup/database";
import { LETTERS, rowTable } from "./row-security.table";
import { SURVIVE } from "./row-security-survive.table";

let db: TestDatabase;
let client: Client;
let planted: Planted[];
let ask: Ask;
let ofRecord: ReadonlySet<string>;

beforeAll(async () => {
  db = await createTestDatabase();
  const access = await buildAccess(db);
  await closeAccount(access);
  await closeDatabase();
  client = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await client.connect();
  const ground = await plantRows(client, access);
  planted = ground.planted;
  ofRecord = ground.ofRecord;
  const ids = access.users as Record<string, { id: string }>;
  const askers = Object.entries(LETTERS).map(([letter, name]) => {
    const user = ids[name];
    return { letter, who: user ? `user:${user.id}` : name === "nobody" ? "" : name };
  });
  ask = await askRows(client, planted, askers);
});
afterAll(async () => {
  await client.end();
  await db.drop();
});

const tables = () => [...new Set(planted.map(({ table }) => table))];

const wanted = (table: string, operation: Operation) => rowTable(operation, table, ofRecord.has(table));

async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    return await work();
  } finally {
    await client.query("rollback");
  }
}

describe("row security alone", () => {
  it.each(OPERATIONS)(
    "lets each reach by %s what the table says, in every table",
    async (operation) => {
      const problems: string[] = [];
      await inTransaction(async () => {
        for (const table of tables()) {
          const found = await ask(table, operation);
          const want = wanted(table, operation);
          if (found !== want) problems.push(`${operation} ${table} ${found}`);
        }
      });
      expect(problems, "who reaches what: tests/contracts/row-security.table.ts").toEqual([]);
      // Every row of every table, by every principal: that takes minutes.
    },
    300_000,
  );
});

describe("every clause of every policy", () => {
  it("is missed when it is gone", async () => {
    const survived: string[] = [];
    const clauses = await readClauses(client);
    for (const clause of clauses) if (!(await isMissed(clause))) survived.push(clause.words);
    process.stdout.write(`row security: ${clauses.length} clauses taken out, one at a time\n`);
    expect(clauses.length).toBeGreaterThan(100);
    expect(survived.filter((words) => !SURVIVE.some((known) => words.includes(known)))).toEqual([]);
    // More than a thousand clauses, each asked about by every principal: that takes minutes.
  }, 900_000);
});

/** Whether anybody reaches more or less than the table says, without the clause. */
function isMissed(clause: Clause): Promise<boolean> {
  const { table, cmd } = clause.policy;
  const concerned = OPERATIONS.filter((one) =>
    cmd !== "ALL" ? one === cmd : clause.part === "with_check" ? one === "INSERT" : one !== "INSERT",
  );
  return inTransaction(async () => {
    await takeOut(client, clause);
    for (const operation of concerned)
      if ((await ask(table, operation)) !== wanted(table, operation)) return true;
    return false;
  });
}
