import { spawn } from "node:child_process";
import { explain, StartFailure } from "../platform/database/failure.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { isBuilt, isGenerated, noteGenerated } from "./sources.ts";

type Say = (message: string) => void;

const LOCK = ".cache/build.lock";

/** Generates the database client if the schema changed since. */
export async function generateIfNeeded(say: Say, signal?: AbortSignal): Promise<void> {
  if (isGenerated()) return;
  await oneAtATime(LOCK, async () => {
    if (isGenerated()) return;
    say("Generating the database client …");
    // It never uses the engine, but insists on a file: any will do, and nothing is downloaded.
    const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
    await run(["node_modules/prisma/build/index.js", "generate"], env, signal);
    noteGenerated();
  });
}

/** Builds the pages if anything they are made from changed since. */
export async function buildIfNeeded(say: Say, signal?: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  await oneAtATime(LOCK, async () => {
    if (isBuilt()) return;
    say("Building the pages …");
    await run(["node_modules/@react-router/dev/bin.js", "build"], { NODE_ENV: "production" }, signal);
  });
}

/** Runs a program of ours quietly; what it said is told only where it fails. */
function run(args: string[], env: Record<string, string>, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal ? { signal } : {}),
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        said += chunk;
      });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) return resolve();
      const known = explain(said, { path: process.cwd(), what: "This folder" });
      reject(known ?? new StartFailure(`${said.trim()}\n"${args.join(" ")}" failed: see above.`));
    });
  });
}
