import { Client } from "pg";
import { type DoneErasure, findDoneErasures } from "~/platform/backup/erasure-log";
import { type TestDatabase, testServer, withDatabase } from "../setup/database";

export const NAME = "Thessaly Quorndon";
export const EMAIL = "thessaly@quorndon.example";
export const OLD_EMAIL = "t.q.before@canary.example";
export const PHONE = "020 7946 0123";
/** All of it as somebody would write it, in their own way. */
export const WORDS = `Rang Cllr ${NAME.toUpperCase()} on +44 (0)20 7946-0123, wrote to ${EMAIL} and ${OLD_EMAIL}: thessaly  quorndon agrees.`;
export const FOUND = /thessaly\s*quorndon|quorndon\.example|t\.q\.before|7946[ -]?0123/i;

/** A connection past every policy. */
export const superuser = (name: string) => connect(withDatabase(testServer().adminUrl, name));

/** A connection. */
export async function connect(connectionString: string): Promise<Client> {
  const made = new Client({ connectionString });
  await made.connect();
  return made;
}

/** What was erased in a database. */
export async function doneIn({ ownerUrl }: TestDatabase): Promise<DoneErasure[]> {
  const owner = await connect(ownerUrl);
  const done = await findDoneErasures(owner);
  await owner.end();
  return done;
}

/** A column as the catalogue has it. */
type Column = { place: string; name: string; type: string };

/** The columns of a type. */
export async function columns(client: Client, type: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select c.oid::regclass::text as place, a.attname as name, format_type(a.atttypid, null) as type from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and format_type(a.atttypid, null) ~ $1 order by 1, 2`,
    [type],
  );
  return rows;
}

/** Every column of words, JSON or bytes in which anything of them is left. */
export async function left(of: Client): Promise<string[]> {
  const found: string[] = [];
  for (const { place, name, type } of await columns(of, "text|json|bytea|character varying")) {
    const words = type === "bytea" ? `encode(${name}, 'escape')` : `"${name}"::text`;
    const { rows } = await of.query<{ n: number }>(
      `select count(*)::int as n from ${place} where ${words} ~* $1`,
      [FOUND.source],
    );
    if ((rows[0]?.n ?? 0) > 0) found.push(`${place}.${name}`);
  }
  return found;
}
