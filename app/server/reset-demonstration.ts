import { Client } from "pg";
import { setConnection } from "../platform/database/connection.server.ts";
import { StartFailure } from "../platform/database/failure.ts";
import { migrate } from "../platform/database/migrator.ts";
import { ensureDatabase } from "../platform/database/roles.ts";
import { requireUnused } from "../platform/database/unused.ts";

const RUNNING = "The tracker is running. Stop it first, then load the demonstration anew.";

/** The servers' addresses; the application's and the owner's name the database that is made new. */
type Server = { adminUrl: string; ownerUrl: string; appUrl: string };
/** Loads the demonstration into the database that has this owner. */
type Seed = (ownerUrl: string) => Promise<void>;

/**
 * Loads the demonstration anew: into a database beside the old one, which is dropped only once the new one is whole.
 * Refused where anything lives in it that is no part of a demonstration, or while somebody uses it.
 */
export async function resetDemonstration(server: Server, seed: Seed): Promise<void> {
  const name = new URL(server.ownerUrl).pathname.slice(1);
  const fresh = `${name}_new`;
  await requireDemonstration(server.ownerUrl);
  await withClient(server.adminUrl, async (admin) => {
    await requireUnused(admin, name, RUNNING);
    const [old, made] = [name, fresh].map((one) => admin.escapeIdentifier(one));
    await admin.query(`drop database if exists ${made} with (force)`);
    await ensureDatabase(server.adminUrl, fresh);
    try {
      const ownerUrl = withDatabase(server.ownerUrl, fresh);
      await migrate(ownerUrl);
      setConnection(withDatabase(server.appUrl, fresh));
      await seed(ownerUrl);
    } catch (error) {
      await admin.query(`drop database if exists ${made} with (force)`);
      throw error;
    } finally {
      setConnection(server.appUrl);
    }
    await requireUnused(admin, name, RUNNING);
    await admin.query(`drop database ${old}`);
    await admin.query(`alter database ${made} rename to ${old}`);
  });
}

/** Every account and every area there is must be a demonstration's. An empty database has nothing to lose. */
async function requireDemonstration(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows: tables } = await client.query(`select to_regclass('public.area') as there`);
    if (tables[0]?.there === null) return;
    await client.query("begin read only");
    await client.query("select set_config('app.principal', 'maintenance', true)");
    const { rows } = await client.query<{ people: number; areas: number }>(
      `select (select count(*) from "user" where not demo)::int as people,
              (select count(*) from area where not demo)::int as areas`,
    );
    await client.query("rollback");
    const { people = 0, areas = 0 } = rows[0] ?? {};
    if (people > 0 || areas > 0)
      throw new StartFailure(
        `This is more than a demonstration (${people} accounts and ${areas} areas of its own), so nothing was deleted.`,
      );
  });
}

async function withClient(connectionString: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
