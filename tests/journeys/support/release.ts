import { Client } from "pg";
import { startEmbedded } from "../../../app/platform/database/embedded.ts";

/**
 * Lets a round's days be over, as when two weeks have passed, and has the tracker's own queue look at it. The place is this
 * run's alone (playwright.config.ts).
 */
export async function endDaysOf(round: string): Promise<void> {
  const { dataDir }: { dataDir: string } = JSON.parse(process.env.JOURNEYS_PLACE ?? "{}");
  const server = await startEmbedded({ dataDir });
  try {
    const today = "(now() at time zone 'Europe/London')::date";
    await asPrincipal(
      server.ownerUrl,
      "maintenance",
      `update check_in set closes_on = ${today} where id = $1`,
      [round],
    );
    const look = "select app.enqueue('close-check-ins', '{}'::jsonb, null, null)";
    await asPrincipal(server.appUrl, "job:close-check-ins", look, []);
  } finally {
    await server.stop();
  }
}

async function asPrincipal(
  connectionString: string,
  principal: string,
  statement: string,
  values: readonly string[],
): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query("select set_config('app.principal', $1, false)", [principal]);
    await client.query(statement, [...values]);
  } finally {
    await client.end();
  }
}
