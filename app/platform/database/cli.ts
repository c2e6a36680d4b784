import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readEnvironment } from "../environment.server.ts";
import { findDrift } from "./drift.ts";
import { startEmbedded } from "./embedded.ts";
import { explain, StartFailure } from "./failure.ts";

/** Tells whether schema.prisma and the migrations agree; prints the SQL that is missing. */
async function drift(): Promise<void> {
  const sql = await missingSql();
  if (sql === "") return say("schema.prisma and the migrations agree.");
  throw new StartFailure(
    `schema.prisma and the migrations differ. "npm run db:migration <name>" writes:\n\n${sql}`,
  );
}

/** Writes the next migration; look it over, and add what Prisma does not model (policies, triggers). */
async function newMigration(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
    throw new StartFailure("Give the migration a name in small letters: npm run db:migration add_due_day");
  const sql = await missingSql();
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join("prisma", "migrations", `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), `${sql || "-- Nothing of what Prisma models."}\n`);
  say(`Wrote ${folder}/migration.sql`);
}

/** Always on the embedded server: it needs a database to spare. */
async function missingSql(): Promise<string> {
  const server = await startEmbedded({ dataDir: readEnvironment().DATA_DIR });
  try {
    return await findDrift(server);
  } finally {
    await server.stop();
  }
}

function say(message: string): void {
  process.stdout.write(`${message}\n`);
}

const [command, name] = process.argv.slice(2);
try {
  if (command === "drift") await drift();
  else if (command === "new") await newMigration(name);
  else throw new StartFailure("Use: npm run db:drift, or npm run db:migration <name>");
} catch (error) {
  const known = explain(error, { path: process.cwd(), what: "This folder" });
  process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = 1;
}
