import { setConnection } from "../platform/database/connection.server.ts";
import { startEmbedded } from "../platform/database/embedded.ts";
import { checkExternal } from "../platform/database/external.ts";
import { migrate } from "../platform/database/migrator.ts";
import type { Environment } from "../platform/environment.server.ts";

/** A database ready to use, and how to let go of it; the owner's address where it is known. */
export type Database = {
  appUrl: string;
  ownerUrl: string | null;
  embedded: boolean;
  stop: () => Promise<void>;
};

/** Starts the embedded database, or checks the one DATABASE_URL names; migrates; tells the application of it. */
export async function prepareDatabase(
  environment: Environment,
  say: (message: string) => void,
): Promise<Database> {
  const database = await open(environment, say);
  setConnection(database.appUrl);
  return database;
}

async function open(environment: Environment, say: (message: string) => void): Promise<Database> {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR } = environment;
  if (DATABASE_URL) {
    await checkExternal(DATABASE_URL, DATABASE_OWNER_URL);
    if (DATABASE_OWNER_URL) tell(await migrate(DATABASE_OWNER_URL), say);
    const ownerUrl = DATABASE_OWNER_URL ?? null;
    return { appUrl: DATABASE_URL, ownerUrl, embedded: false, stop: async () => undefined };
  }
  const { ownerUrl, appUrl, stop } = await startEmbedded({ dataDir: DATA_DIR, log: say });
  try {
    tell(await migrate(ownerUrl), say);
  } catch (error) {
    await stop();
    throw error;
  }
  return { appUrl, ownerUrl, embedded: true, stop };
}

function tell({ applied }: { applied: string[] }, say: (message: string) => void): void {
  if (applied.length > 0)
    say(`Applied ${applied.length} ${applied.length === 1 ? "migration" : "migrations"}.`);
}
