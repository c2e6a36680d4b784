import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Client } from "pg";
import { migrate } from "./migrator.ts";
import { ensureDatabase } from "./roles.ts";
import { withSchemaEngine } from "./schema-engine.ts";

/** What tells a server apart: its superuser, and how to reach a database of it as the owner. */
type Server = { adminUrl: string; ownerUrl: string };

/**
 * The SQL that would take the migrations to schema.prisma; empty when the two agree. Compares tables, columns,
 * keys and indexes. It does not see what Prisma does not model: triggers, functions, policies, grants.
 */
export async function findDrift(
  { adminUrl, ownerUrl }: Server,
  { schema = "prisma/schema.prisma", migrations = "prisma/migrations" } = {},
): Promise<string> {
  const name = `drift_${randomBytes(6).toString("hex")}`;
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  try {
    await ensureDatabase(adminUrl, name);
    await migrate(url.toString(), migrations);
    return await difference(url.toString(), schema);
  } finally {
    await drop(adminUrl, name);
  }
}

async function drop(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}

async function difference(url: string, path: string): Promise<string> {
  const content = readFileSync(path, "utf8");
  const files = [{ path, content }];
  const { exitCode, stdout } = await withSchemaEngine(url, [[path, content]], (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: process.cwd() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return exitCode === 0 ? "" : (stdout ?? "").trim();
}
