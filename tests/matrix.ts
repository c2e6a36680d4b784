import { spawn } from "node:child_process";
import { environment } from "./run/environment.ts";
import { ensureBuilt } from "./setup/ensure-built.ts";

/** What the long run goes through: who may do what, whatever the way; and each layer alone. */
const FILES = [
  "tests/contracts/access-matrix.built.test.ts",
  "tests/contracts/canary-crawl.built.test.ts",
  "tests/contracts/row-security.db.test.ts",
  "tests/contracts/row-security-clauses.db.test.ts",
];

/**
 * `npm run test:matrix`: every form of request to every address by every principal for every fixture, on the built
 * server, with the database looked at before and after. Prints its figures, and exits 1 where anything is not as the
 * table says.
 */
async function main(): Promise<void> {
  const started = Date.now();
  await ensureBuilt();
  process.exitCode = await run([
    ...["node_modules/vitest/vitest.mjs", "run", "--project=built", "--project=database"],
    ...["--reporter=default", "--maxWorkers=2"],
    ...FILES,
  ]);
  process.stdout.write(`${Math.round((Date.now() - started) / 1000)} s in all\n`);
}

function run(args: readonly string[]): Promise<number> {
  const env = { ...environment(), MATRIX: "whole" };
  const child = spawn(process.execPath, args, { stdio: "inherit", env });
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done(code ?? 1));
  });
}

await main();
