import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { startEmbedded } from "../platform/database/embedded.ts";
import { explain, StartFailure } from "../platform/database/failure.ts";
import { getEnvironment } from "../platform/environment.server.ts";
import { generateIfNeeded } from "./build.ts";
import { resetDemonstration } from "./reset-demonstration.ts";

const say = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

/** `npm run demo:reset`: the demonstration as if it had been loaded today, with its days around today. */
async function main(): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = getEnvironment();
  if (DATABASE_URL)
    throw new StartFailure(
      "DATABASE_URL is set: only the demonstration in the embedded database is loaded anew. Unset it and try again.",
    );
  await generateIfNeeded(say);
  const server = await startEmbedded({ dataDir: DATA_DIR, log: say });
  try {
    say("Loading the demonstration anew …");
    const files = await filesIn(join(DATA_DIR, "files"));
    await resetDemonstration(server, load);
    for (const file of files) await rm(file, { force: true });
    say("Done. npm start opens it.");
  } finally {
    await server.stop();
  }
}

/** The files kept so far: those of the old demonstration, which go with it. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function load(ownerUrl: string): Promise<void> {
  const { seedIfEmpty } = await import("../../prisma/seed.ts");
  const { closeDatabase } = await import("../platform/db.server.ts");
  try {
    await seedIfEmpty({ ownerUrl, log: say });
  } finally {
    await closeDatabase();
  }
}

main().catch((error: unknown) => {
  const known = explain(error, { path: process.cwd(), what: "This folder" });
  process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = 1;
});
