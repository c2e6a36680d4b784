import { createHash } from "node:crypto";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { StartFailure } from "../database/failure.ts";

/** Prisma's own table. */
export const MIGRATIONS = "_prisma_migrations";

/** Tables that no backup holds, each with its reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  [MIGRATIONS]: "written by the migrations, which a restore applies anew",
  session: "after a restore everybody signs in again: a session that was ended must not come back",
  verification: "codes and links that are good for minutes",
  rate_limit: "counts of the last minutes",
};

/** The schemas whose tables a backup holds. */
export const SCHEMAS = ["public", "research"] as const;

/** A table as a backup takes it: every column that is not worked out, in the order of its key. Those of public go without its name. */
export type Table = { name: string; columns: string[]; key: string[] };

const TABLES = `
select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as name,
  (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  (select array_agg(a.attname::text order by k.place) from pg_index i
    cross join lateral unnest(i.indkey::int2[]) with ordinality k(attnum, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where i.indrelid = c.oid and i.indisprimary) as key,
  c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'maintenance') as hidden
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in (${inSql(SCHEMAS)}) and c.relkind in ('r', 'p') order by 1`;

/** Names as a list of SQL's. They are ours, and letters alone. */
export function inSql(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(", ");
}

/** A table's name as it stands in a statement. */
export function inStatement(client: Client, name: string): string {
  const [schema, table] = name.includes(".") ? name.split(".", 2) : ["public", name];
  return `${client.escapeIdentifier(schema ?? "")}.${client.escapeIdentifier(table ?? "")}`;
}

/** Begins to read everything, as of one instant, as the only principal that sees every row. */
export async function beginSnapshot(client: Client): Promise<void> {
  await client.query("begin isolation level repeatable read read only");
  await enterMaintenance(client);
}

/** Sees every row until the transaction ends, and writes values the one way that reads back the same anywhere. */
export async function enterMaintenance(client: Client): Promise<void> {
  await client.query(
    `select set_config('app.principal', 'maintenance', true), set_config('datestyle', 'ISO', true),
      set_config('intervalstyle', 'iso_8601', true), set_config('timezone', 'UTC', true),
      set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true),
      set_config('statement_timeout', '0', true)`,
  );
}

/** The tables a backup holds, by name. Throws where one could be read in part only: half a backup is none. */
export async function findTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Omit<Table, "key"> & { key: string[] | null; hidden: boolean }>(TABLES);
  return rows
    .filter(({ name }) => !(name in LEFT_OUT))
    .map(({ name, columns, key, hidden }) => {
      if (hidden)
        throw new StartFailure(
          `The table ${name} hides rows from a backup: it needs the policy "maintenance".`,
        );
      if (key === null) throw new StartFailure(`The table ${name} has no key, so its rows have no order.`);
      return { name, columns, key };
    });
}

/** The rows of a table as COPY writes them, in the order of its key. */
export async function* readTable(client: Client, { name, columns, key }: Table): AsyncGenerator<Buffer> {
  const list = (names: string[]) => names.map((one) => client.escapeIdentifier(one)).join(", ");
  const sql = `copy (select ${list(columns)} from ${inStatement(client, name)} order by ${list(key)}) to stdout`;
  for await (const chunk of client.query(copyTo(sql))) yield chunk as Buffer;
}

/** What a table holds, as one number to compare: the digest of all its rows, and how many there are. */
export async function fingerprint(client: Client, table: Table): Promise<{ rows: number; sha256: string }> {
  const digest = new TableDigest();
  for await (const chunk of readTable(client, table)) digest.add(chunk);
  return digest.end();
}

const NEW_LINE = 0x0a;

/** Counts rows and digests them as they pass: COPY ends each row, and nothing else, with a line feed. */
export class TableDigest {
  readonly #hash = createHash("sha256");
  #rows = 0;

  add(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    for (const byte of chunk) if (byte === NEW_LINE) this.#rows++;
  }

  end(): { rows: number; sha256: string } {
    return { rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}
