import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { builtReport, journeyReport, unitReport } from "./counts.ts";

const LINES_EACH = 14;
const FAILURES_MOST = 12;

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const spec = z.object({
  title: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
});
type Suite = { specs?: z.infer<typeof spec>[] | undefined; suites?: Suite[] | undefined };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec).optional(), suites: z.array(suite).optional() }),
);

/**
 * What failed and how, in a few lines each, over all reports of a run: said last, where a build server that keeps only
 * the end of what was printed still has it. Empty where nothing failed.
 */
export function failuresInWords(): string {
  const all = [
    ...vitestFailures(unitReport),
    ...vitestFailures(builtReport),
    ...playwrightFailures(journeyReport),
  ];
  const more = all.length - FAILURES_MOST;
  return [...all.slice(0, FAILURES_MOST), ...(more > 0 ? [`And ${more} more.\n`] : [])].join("\n");
}

/** The failures of a report of vitest: its tests, and files that could not be run at all. */
export function vitestFailures(file: string): string[] {
  return read(file, vitestReport).flatMap(({ testResults }) =>
    testResults.flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      if (assertionResults.length === 0 && message) return [failure(name, [message])];
      return failed.map(({ fullName, failureMessages }) => failure(fullName, failureMessages ?? []));
    }),
  );
}

/** The failures of a report of Playwright. */
export function playwrightFailures(file: string): string[] {
  return read(file, suite).flatMap(failuresOf);
}

function failuresOf({ specs = [], suites = [] }: Suite): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .flatMap(({ title, tests }) =>
      tests.map(({ projectName, results }) =>
        failure(
          `[${projectName}] ${title}`,
          results.flatMap(({ errors }) => errors.flatMap(({ message }) => message ?? [])),
        ),
      ),
    );
  return [...own, ...suites.flatMap(failuresOf)];
}

function failure(name: string, messages: readonly string[]): string {
  const lines = stripVTControlCharacters(messages.join("\n"))
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, LINES_EACH);
  return `FAILED ${name}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** The report, or nothing where this run wrote none. */
function read<Report>(file: string, schema: z.ZodType<Report>): Report[] {
  return existsSync(file) ? [schema.parse(JSON.parse(readFileSync(file, "utf8")))] : [];
}
