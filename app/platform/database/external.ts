import { Client } from "pg";
import { errorCode, StartFailure } from "./failure.ts";
import { findPending } from "./migrator.ts";
import { inspectAppRole, setupSql } from "./roles.ts";

const MINIMUM = 150_000;

/** Checks a database of somebody else's before it is used; throws what is wrong and how to mend it. */
export async function checkExternal(appUrl: string, ownerUrl: string | undefined): Promise<void> {
  await reach(appUrl, "DATABASE_URL");
  if (ownerUrl) await reach(ownerUrl, "DATABASE_OWNER_URL");
  const faults = await inspectAppRole(appUrl, ownerUrl);
  if (faults.length > 0) {
    const list = faults.map((fault) => `  - ${fault}`).join("\n");
    throw new StartFailure(
      `DATABASE_URL must be an application role with no more rights than it needs:\n${list}\nThis makes a right one (as a superuser, with passwords of your own):\n\n${setupSql(new URL(appUrl).pathname.slice(1))}`,
    );
  }
  if (!ownerUrl) await refusePending(appUrl);
}

/** One line where the server cannot be reached, lets us not in, is too old, or not in UTF-8. */
async function reach(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
    );
    const { version, encoding } = rows[0] ?? { version: 0, encoding: "" };
    if (version < MINIMUM)
      throw new StartFailure(
        `${name} is PostgreSQL ${Math.floor(version / 10_000)}: version 15 or later is needed.`,
      );
    if (encoding !== "UTF8")
      throw new StartFailure(`${name} is a database in ${encoding}: create it again with encoding 'UTF8'.`);
  } catch (error) {
    throw unreachable(error, name);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function unreachable(error: unknown, name: string): Error {
  if (error instanceof StartFailure) return error;
  const words: Record<string, string> = {
    "28P01": "the name or password in it is wrong",
    "28000": "the server does not let this role in",
    "3D000": "there is no database of that name",
    "42501": "the role may not connect to that database",
    ECONNREFUSED: "nothing answers there",
    ENOENT: "nothing answers there",
    ENOTFOUND: "there is no machine of that name",
    ETIMEDOUT: "it does not answer",
  };
  const known = words[errorCode(error) ?? ""];
  const detail = known ?? (error instanceof Error ? error.message : String(error));
  return new StartFailure(`${name} cannot be used: ${detail}.`, { cause: error });
}

async function refusePending(appUrl: string): Promise<void> {
  const pending = await findPending(appUrl);
  if (pending.length === 0) return;
  throw new StartFailure(
    `The database lacks ${pending.length} of this version's migrations: set DATABASE_OWNER_URL to the owner's address, so that they can be applied.`,
  );
}
