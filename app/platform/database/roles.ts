import { Client } from "pg";
import type { Secrets } from "./secret-file.ts";

export const OWNER_ROLE = "common_ground_owner";
export const APP_ROLE = "common_ground_app";
export const SCORER_ROLE = "common_ground_scorer";
export const DATABASE = "common_ground";

const SETUP_LOCK = 7_270_736_902;

type Passwords = Pick<Secrets, "ownerPassword" | "appPassword">;

/** Makes the three roles of an embedded cluster, as its superuser; does nothing to those that are there. */
export async function ensureRoles(adminUrl: string, passwords: Passwords): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname = any($1)",
      [[OWNER_ROLE, APP_ROLE, SCORER_ROLE]],
    );
    const present = new Set(rows.map((row) => row.rolname));
    const login = (password: string) => `login password ${client.escapeLiteral(password)}`;
    if (!present.has(OWNER_ROLE))
      await client.query(`create role ${OWNER_ROLE} ${login(passwords.ownerPassword)}`);
    if (!present.has(APP_ROLE)) await client.query(`create role ${APP_ROLE} ${login(passwords.appPassword)}`);
    if (!present.has(SCORER_ROLE)) await client.query(`create role ${SCORER_ROLE} nologin`);
    // So that a migration can hand the scoring function over (ALTER FUNCTION … OWNER TO).
    await client.query(`grant ${SCORER_ROLE} to ${OWNER_ROLE}`);
  });
}

/** Makes a database owned by the owner role, UTF-8 and in code point order whatever the machine speaks. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    await client.query(
      `create database ${client.escapeIdentifier(name)} owner ${OWNER_ROLE} template template0 encoding 'UTF8'
       locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'`,
    );
    await client.query(`revoke all on database ${client.escapeIdentifier(name)} from public`);
    await client.query(`grant connect on database ${client.escapeIdentifier(name)} to ${APP_ROLE}`);
  });
}

/** Several starts at once do this one after the other. */
async function asAdmin(adminUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [SETUP_LOCK]);
    await work(client);
  } finally {
    await client.end();
  }
}
