import { mkdirSync, rmSync } from "node:fs";
import { type Counts, countTests } from "./run/counts.ts";
import { failuresInWords } from "./run/failures.ts";
import { runSteps } from "./run/runner.ts";
import { checkSteps, chosen, testSteps } from "./run/steps.ts";

/**
 * Runs the steps of `npm test` (or of `npm run check`, with --check), stops at the first that fails, and ends with
 * one plain line: "N passed, N failed". A step that fails outside a test counts as one failure.
 */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const steps = chosen(
    words.includes("--check") ? checkSteps : testSteps,
    words.filter((word) => !word.startsWith("-")),
  );
  rmSync(".cache/run", { recursive: true, force: true });
  mkdirSync(".cache/run", { recursive: true });
  const started = Date.now();
  const failed = await runSteps(steps);
  const counts = countTests();
  process.stdout.write(`\n${failuresInWords()}`);
  process.stdout.write(`\n${((Date.now() - started) / 1000).toFixed(1)} s in all\n`);
  if (failed) process.stdout.write(`Stopped at the step "${failed}".\n`);
  process.stdout.write(closingLine(counts, failed !== undefined));
  process.exitCode = failed === undefined ? 0 : 1;
}

function closingLine(counts: Counts, stopped: boolean): string {
  const failures = stopped ? Math.max(1, counts.failed) : counts.failed;
  const skipped = counts.skipped === 0 ? "" : `${counts.skipped} skipped\n`;
  return `${skipped}${counts.passed} passed, ${failures} failed\n`;
}

await main();
