import { Client } from "pg";
import { newSetupCode } from "../features/identity/setup-code.server.ts";
import type { Environment } from "../platform/environment.server.ts";
import type { Database } from "./database.ts";

const SEED_LOCK = 7_270_736_904;
const OLD_AFTER_DAYS = 30;

/** Who is in the database: nobody yet, or people, with how long ago a demonstration was loaded. */
type Inhabitants = { people: number; demoDays: number | null };

/** Loads the demonstration into an empty database, one start at a time; says how people sign in. */
export async function prepareDemonstration(
  environment: Environment,
  database: Database,
  say: (message: string) => void,
): Promise<string> {
  const wanted = environment.DEMO ?? database.embedded;
  const client = new Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    if (wanted && (await inhabitants(client)).people === 0) await load(client, database.ownerUrl, say);
    return (await hasAdmin(client)) ? howToSignIn(await inhabitants(client)) : howToSetUp();
  } finally {
    await client.end();
  }
}

async function load(client: Client, ownerUrl: string | null, say: (message: string) => void): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [SEED_LOCK]);
  if ((await inhabitants(client)).people > 0) return;
  say("Loading the demonstration …");
  const { seedIfEmpty } = await import("../../prisma/seed.ts");
  await seedIfEmpty({ ownerUrl, log: say });
  // Loading takes more connections than reading does: the pages open their own.
  const { closeDatabase } = await import("../platform/db.server.ts");
  await closeDatabase();
}

async function inhabitants(client: Client): Promise<Inhabitants> {
  await client.query("begin read only");
  try {
    // As the sign-in library, which alone sees every account (and enters so, see authClient in db.server.ts).
    await client.query("select set_config('app.principal', 'auth', true)");
    const { rows } = await client.query<Inhabitants>(
      `select count(*)::int as people, extract(day from now() - min(created_at) filter (where demo))::int as "demoDays"
       from "user"`,
    );
    return rows[0] ?? { people: 0, demoDays: null };
  } finally {
    await client.query("rollback");
  }
}

async function hasAdmin(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>("select app.has_admin() as has");
  return rows[0]?.has === true;
}

function howToSetUp(): string {
  return `Nobody is an admin yet. Open /setup there and enter this code, which works until the next start: ${newSetupCode()}`;
}

function howToSignIn({ people, demoDays }: Inhabitants): string {
  if (people === 0) return "Nobody has an account yet.";
  if (demoDays === null) return "Sign in with your own account.";
  const words = `The demonstration place: the first page has a button for each account, or sign in as
chair@millbrook.example with the password common-ground-demo.`;
  if (demoDays <= OLD_AFTER_DAYS) return words;
  return `${words}\nIt was loaded ${demoDays} days ago. To make it new, stop this and run: npm run demo:reset`;
}
