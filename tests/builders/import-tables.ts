import { Client } from "pg";

const TABLES = [
  "organisation",
  "organisation_succession",
  "area",
  "relationship",
  "person",
  "person_external_id",
  "appointment",
  "person_change",
] as const;

/** The whole content of every table an import writes to, row by row, as nobody's row security narrows it. */
export async function importTables(ownerUrl: string): Promise<Record<string, unknown[]>> {
  return asMaintenance(ownerUrl, async (client) => {
    const content: Record<string, unknown[]> = {};
    for (const table of TABLES) {
      const { rows } = await client.query(`select to_jsonb(t) as row from ${table} t order by id`);
      content[table] = rows.map(({ row }) => row);
    }
    return content;
  });
}

/** Works on a test database as its owner, in a transaction that sees and changes every row. */
export async function asMaintenance<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.principal', 'maintenance', true)");
    const result = await work(client);
    await client.query("commit");
    return result;
  } finally {
    await client.end();
  }
}
