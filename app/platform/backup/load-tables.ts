import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Client } from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { StartFailure } from "../database/failure.ts";
import type { ArchivedTable } from "./archive-form.ts";
import { readArchive } from "./read-archive.ts";
import {
  enterMaintenance,
  findTables,
  fingerprint,
  inSql,
  inStatement,
  LEFT_OUT,
  MIGRATIONS,
  SCHEMAS,
} from "./tables.ts";

/** A guard that is lifted while rows are loaded, and the statement that puts it back as it was. */
type Guard = { lift: string; restore: string };

const OURS = inSql(SCHEMAS);
const GUARDS = `
select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname) as lift,
  format('alter table %s enable %s trigger %I', t.tgrelid::regclass,
    case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, t.tgname) as restore
from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspname in (${OURS}) and not t.tgisinternal and t.tgenabled <> 'D'
union all
select format('alter table %s alter constraint %I deferrable initially deferred', f.conrelid::regclass, f.conname),
  format('alter table %s alter constraint %I %s', f.conrelid::regclass, f.conname,
    case when not f.condeferrable then 'not deferrable'
      when f.condeferred then 'deferrable initially deferred' else 'deferrable initially immediate' end)
from pg_constraint f join pg_namespace n on n.oid = f.connamespace where f.contype = 'f' and n.nspname in (${OURS})
union all
select format('alter table %s no force row level security', c.oid::regclass),
  format('alter table %s force row level security', c.oid::regclass)
from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in (${OURS}) and c.relforcerowsecurity
order by 1`;

const LEFT_EMPTY = Object.keys(LEFT_OUT).filter((name) => name !== MIGRATIONS);

/**
 * Loads an archive's tables into a database whose migrations are the archive's, in one transaction: all of it, checked
 * row by row against the manifest, or nothing. What the database guards by triggers held when the backup was taken;
 * references are checked again here.
 */
export async function loadTables(
  client: Client,
  path: string,
  tables: readonly ArchivedTable[],
): Promise<void> {
  await client.query("begin");
  await enterMaintenance(client);
  const { rows: guards } = await client.query<Guard>(GUARDS);
  await requireSameTables(client, tables);
  await client.query(guards.map(({ lift }) => lift).join(";\n"));
  // What is left out of a backup is left empty, too.
  const emptied = [...tables.map(({ name }) => name), ...LEFT_EMPTY];
  const names = emptied.map((name) => inStatement(client, name));
  await client.query(`truncate ${names.join(", ")}`);
  await copyAll(client, path, tables);
  await client.query("set constraints all immediate");
  await client.query(guards.map(({ restore }) => restore).join(";\n"));
  await requireSameRows(client, tables);
  await client.query("commit");
  await client.query("analyze");
}

async function requireSameTables(client: Client, tables: readonly ArchivedTable[]): Promise<void> {
  const here = (await findTables(client)).map(({ name, columns }) => `${name} ${[...columns].sort()}`);
  const there = tables.map(({ name, columns }) => `${name} ${[...columns].sort()}`);
  if (here.sort().join("\n") !== there.sort().join("\n"))
    throw new StartFailure(
      "The tables of this database are not those of the backup, though its migrations are.",
    );
}

async function copyAll(client: Client, path: string, tables: readonly ArchivedTable[]): Promise<void> {
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns]));
  let open: { table: string; stream: CopyStreamQuery } | null = null;
  const close = async () => {
    if (open === null) return;
    const ended = finished(open.stream);
    open.stream.end();
    await ended;
    open = null;
  };
  const openFor = (table: string): CopyStreamQuery => {
    const columns = columnsOf.get(table)?.map((one) => client.escapeIdentifier(one));
    const sql = `copy ${inStatement(client, table)} (${columns?.join(", ")}) from stdin`;
    const stream = client.query(copyFrom(sql));
    open = { table, stream };
    return stream;
  };
  await readArchive(path, {
    async part(table, content) {
      if (open?.table !== table) await close();
      await write(open?.stream ?? openFor(table), content);
    },
  });
  await close();
}

/** Writes as fast as the database takes it; what it refuses is thrown. */
async function write(stream: CopyStreamQuery, content: AsyncIterable<Buffer>): Promise<void> {
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  failed.catch(() => undefined);
  for await (const chunk of content) {
    if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), failed]);
  }
}

async function requireSameRows(client: Client, tables: readonly ArchivedTable[]): Promise<void> {
  const expected = new Map(tables.map((table) => [table.name, table]));
  for (const table of await findTables(client)) {
    const { rows, sha256 } = await fingerprint(client, {
      ...table,
      columns: expected.get(table.name)?.columns ?? [],
    });
    if (expected.get(table.name)?.rows !== rows || expected.get(table.name)?.sha256 !== sha256)
      throw new StartFailure(
        `What was loaded into ${table.name} is not what the backup holds: nothing was restored.`,
      );
  }
}
