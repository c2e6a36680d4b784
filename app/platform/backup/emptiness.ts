import { Client } from "pg";
import { StartFailure } from "../database/failure.ts";

/** Throws where somebody has an account, or anything is recorded; a database without tables is empty. */
export async function requireEmpty(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (await hasAnything(client))
      throw new StartFailure("There is something in this instance already: restore into an empty one.");
  } finally {
    await client.end();
  }
}

/** Throws where there are no tables yet: a backup of that would be none. */
export async function requireMade(client: Client): Promise<void> {
  if (await isMade(client)) return;
  throw new StartFailure("There is nothing to back up yet: npm start makes the database.");
}

async function isMade(client: Client): Promise<boolean> {
  const { rows } = await client.query("select to_regclass('public.area') is not null as made");
  return rows[0]?.made === true;
}

async function hasAnything(client: Client): Promise<boolean> {
  if (!(await isMade(client))) return false;
  await client.query("begin read only");
  await client.query("select set_config('app.principal', 'maintenance', true)");
  const { rows } = await client.query(
    `select exists (select from "user") or exists (select from organisation) or exists (select from area) as found`,
  );
  await client.query("rollback");
  return rows[0]?.found === true;
}
