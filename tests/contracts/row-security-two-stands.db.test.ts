import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { type Access, buildAccess, groundOf } from "../builders/fixtures-access";
import { readClauses, takeOut } from "../builders/policy-clauses";
import { type Ask, type Asker, askRows, OPERATIONS, type Operation } from "../builders/row-answers";
import { type Planted, plantRows } from "../builders/row-ground";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../setup/database";
import { MISSED_TWICE } from "./row-security-survive.table";

let db: TestDatabase;
let client: Client;
let planted: Planted[];
let ask: Ask;
let impossible: ReadonlySet<string>;

beforeAll(async () => {
  db = await createTestDatabase();
  const access = await buildAccess(db);
  await closeDatabase();
  client = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await client.connect();
  ({ planted } = await plantRows(client, access));
  impossible = await findImpossible();
  ask = await askRows(client, planted, await standTwice(access));
}, 240_000);
afterAll(async () => {
  await client.end();
  await db.drop();
});

type Twice = {
  name: "community lead" | "community editor" | "community reader";
  role: string;
  letters: string;
};

/** Who stands twice, their role elsewhere, and by which letters they are written: here, there, and as both. */
const TWICE: readonly Twice[] = [
  { name: "community lead", role: "lead", letters: "HTB" },
  { name: "community editor", role: "editor", letters: "htb" },
  { name: "community reader", role: "editor", letters: "xyz" },
];

/** Rows that lead to two areas at once: who reaches both ends, each by a stand of its own, reaches them. */
const OF_TWO_AREAS = [
  "handover_item of-one-elsewhere",
  "link record_id=elsewhere",
  "meeting_project of-one-elsewhere",
  "merging area_id=elsewhere",
  "told_apart area_id=elsewhere",
];

/**
 * A lead and an editor of Oakfield's partnership are the same elsewhere too, and a reader writes there: asked as they are
 * here, as they are there, and as both.
 */
async function standTwice(access: Access) {
  const { community, elsewhere } = groundOf(access.place, access.users);
  const without = (id: string, organisation: string) =>
    `delete from membership where user_id = '${id}' and organisation_id = '${organisation}'`;
  const twice = async ({ name, role, letters: [here = "", there = "", both = ""] }: Twice) => {
    const { id } = access.users[name];
    await client.query(
      `insert into membership select one.* from membership m, jsonb_populate_record(m, $2) one
       where m.user_id = $1 and m.organisation_id = $3 and m.ends_on is null limit 1`,
      [id, { id: newId(), organisation_id: elsewhere.organisationId, role }, community.organisationId],
    );
    const who = `user:${id}`;
    return [
      { letter: here, who, before: without(id, elsewhere.organisationId) },
      { letter: there, who, before: without(id, community.organisationId) },
      { letter: both, who },
    ];
  };
  const askers: Asker[] = [];
  for (const one of TWICE) askers.push(...(await twice(one)));
  return askers;
}

/** Rows of one area about a relationship of another: everything is written about a relationship of its own area. */
async function findImpossible(): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string; area: string }>(
    "select id, area_id as area from relationship",
  );
  const areaOf = new Map(rows.map(({ id, area }) => [id, area]));
  const mixed = planted.filter(({ row }) => {
    const area = areaOf.get(String(row.relationship_id));
    return area !== undefined && row.area_id !== undefined && row.area_id !== area;
  });
  const labels = mixed.map(({ table, label }) => `${table} ${label.replaceAll(/,? /g, "-")}`);
  return new Set([...labels, ...OF_TWO_AREAS]);
}

/** The rows of a table that are reached as both and as neither, or the other way round. */
async function multiplied(
  table: string,
  operation: Operation,
): Promise<{ asked: number; strange: string[] }> {
  const lines = (await ask(table, operation)).split(" ").filter((line) => line !== "");
  const strange = lines.filter((line) => {
    const [, label, letters = ""] = /^(.*):([a-zA-Z]+)$/.exec(line) ?? [];
    if (impossible.has(`${table} ${label}`)) return false;
    return TWICE.some(
      ({ letters: [here = "", there = "", both = ""] }) =>
        (letters.includes(here) || letters.includes(there)) !== letters.includes(both),
    );
  });
  return { asked: lines.length, strange: strange.map((line) => `${operation} ${table} ${line}`) };
}

describe("who stands in two places", () => {
  it.each(OPERATIONS)(
    "reaches by %s what either of their stands reaches, and nothing by both",
    async (operation) => {
      const found: string[] = [];
      let asked = 0;
      for (const table of new Set(planted.map((one) => one.table))) {
        await client.query("begin");
        const { strange, asked: more } = await multiplied(table, operation);
        await client.query("rollback");
        found.push(...strange);
        asked += more;
      }
      expect(found).toEqual([]);
      expect(asked).toBeGreaterThan(operation === "DELETE" ? 20 : 200);
    },
    120_000,
  );
});

describe("a clause that only who stands in two places can miss", () => {
  it("is missed by one of them when it is gone", async () => {
    const clauses = (await readClauses(client)).filter(({ words }) =>
      MISSED_TWICE.some((known) => words.includes(known)),
    );
    const survived: string[] = [];
    for (const clause of clauses) {
      const { table, cmd } = clause.policy;
      const operation = OPERATIONS.find((one) => one === cmd) ?? "SELECT";
      await client.query("begin");
      const whole = await ask(table, operation);
      await takeOut(client, clause);
      if ((await ask(table, operation)) === whole) survived.push(clause.words);
      await client.query("rollback");
    }
    expect(survived).toEqual([]);
    expect(clauses.length).toBeGreaterThanOrEqual(MISSED_TWICE.length);
  }, 120_000);
});
