import { existsSync, readFileSync } from "node:fs";

/** How many tests ended how, over all reports of a run. */
export type Counts = { passed: number; failed: number; skipped: number };

/** Where vitest writes its report; one file a run of it. */
export const unitReport = ".cache/run/vitest.json";
/** The same for the tests that need the built server. */
export const builtReport = ".cache/run/vitest-built.json";
/** Where Playwright writes its report. */
export const journeyReport = ".cache/run/journeys.json";
/** Where the server of the journeys writes its log (playwright.config.ts). */
export const journeyServerLog = ".cache/journeys-server.log";

/** Adds up the reports that this run has written; a report that was not written counts nothing. */
export function countTests(): Counts {
  const parts = [vitestCounts(unitReport), vitestCounts(builtReport), playwrightCounts(journeyReport)];
  return parts.reduce((sum, part) => ({
    passed: sum.passed + part.passed,
    failed: sum.failed + part.failed,
    skipped: sum.skipped + part.skipped,
  }));
}

function vitestCounts(file: string): Counts {
  const report = read(file);
  return {
    passed: amount(report, "numPassedTests"),
    failed: amount(report, "numFailedTests"),
    skipped: amount(report, "numPendingTests") + amount(report, "numTodoTests"),
  };
}

function playwrightCounts(file: string): Counts {
  const stats = read(file).stats ?? {};
  return {
    // One that passed at its second try passed, and is named at the end (failures.ts).
    passed: amount(stats, "expected") + amount(stats, "flaky"),
    failed: amount(stats, "unexpected"),
    skipped: amount(stats, "skipped"),
  };
}

function read(file: string): Record<string, object> {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function amount(report: object, key: string): number {
  const value: unknown = Reflect.get(report, key);
  return typeof value === "number" ? value : 0;
}
