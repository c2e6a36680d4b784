import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { startEmbedded } from "../database/embedded.ts";
import { StartFailure } from "../database/failure.ts";
import { DATABASE, ensureDatabase } from "../database/roles.ts";
import { requireUnused } from "../database/unused.ts";
import type { Environment } from "../environment.server.ts";

/** An instance's database as its owner reaches it, and what can be made beside it. */
export type Instance = {
  ownerUrl: string;
  /** Makes an empty database beside it; null: this owner may not. */
  beside: (() => Promise<Beside>) | null;
  stop: () => Promise<void>;
};

/** A database beside an instance's: dropped, or put in its place. */
export type Beside = { ownerUrl: string; drop: () => Promise<void>; takeOver: () => Promise<void> };

/** Reaches the database this installation uses, starting the embedded one where it does not run. */
export async function openInstance({
  DATABASE_URL,
  DATABASE_OWNER_URL,
  DATA_DIR,
}: Environment): Promise<Instance> {
  if (DATABASE_URL) {
    if (!DATABASE_OWNER_URL)
      throw new StartFailure(
        "Set DATABASE_OWNER_URL: a backup is taken and restored as the owner of the tables.",
      );
    return { ownerUrl: DATABASE_OWNER_URL, beside: null, stop: async () => undefined };
  }
  const { ownerUrl, adminUrl, stop } = await startEmbedded({ dataDir: DATA_DIR });
  return { ownerUrl, beside: () => makeBeside(adminUrl, ownerUrl), stop };
}

async function makeBeside(adminUrl: string, ownerUrl: string): Promise<Beside> {
  const name = `${DATABASE}_${randomBytes(4).toString("hex")}`;
  await ensureDatabase(adminUrl, name);
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    drop: () => run(adminUrl, [`drop database if exists ${name} with (force)`]),
    async takeOver() {
      await requireStopped(adminUrl);
      await run(adminUrl, [`drop database ${DATABASE}`, `alter database ${name} rename to ${DATABASE}`]);
    },
  };
}

/** Nobody is connected to the database that goes. */
async function requireStopped(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await requireUnused(client, DATABASE, "The tracker is running. Stop it first, then restore.");
  } finally {
    await client.end();
  }
}

async function run(url: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
