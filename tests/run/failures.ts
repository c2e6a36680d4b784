import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { builtReport, journeyReport, journeyServerLog, unitReport } from "./counts.ts";

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
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
});
type Suite = { specs?: z.infer<typeof spec>[] | undefined; suites?: Suite[] | undefined };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec).optional(), suites: z.array(suite).optional() }),
);

/**
 * What failed and how, in a few lines each, over all reports of a run, and what the server of the journeys called an
 * error: said last, where a build server that keeps only the end of what was printed still has it. Empty where nothing
 * went wrong.
 */
export function failuresInWords(): string {
  const all = [
    ...vitestFailures(unitReport),
    ...vitestFailures(builtReport),
    ...playwrightFailures(journeyReport),
    ...(existsSync(journeyReport) ? serverErrors(journeyServerLog) : []),
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

/** The failures of a report of Playwright; a journey that passed at its second try among them, and said to be so. */
export function playwrightFailures(file: string): string[] {
  return read(file, suite).flatMap(failuresOf);
}

const BAD = new Map([
  ["unexpected", "FAILED"],
  ["flaky", "PASSED AT ITS SECOND TRY"],
]);

function failuresOf({ specs = [], suites = [] }: Suite): string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.flatMap(({ projectName, status, results }) => {
      const ending = BAD.get(status);
      const messages = results.flatMap(({ errors }) => errors.flatMap(({ message }) => message ?? []));
      return ending ? [failure(`[${projectName}] ${title}`, messages, ending)] : [];
    }),
  );
  return [...own, ...suites.flatMap(failuresOf)];
}

function failure(name: string, messages: readonly string[], ending = "FAILED"): string {
  const lines = stripVTControlCharacters(messages.join("\n"))
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, LINES_EACH);
  return `${ending} ${name}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** The last lines that a server's log calls an error. */
export function serverErrors(file: string): string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  const errors = lines.filter((line) => /^\{"level":"(error|fatal)"/.test(line)).slice(-LINES_EACH);
  return errors.length === 0 ? [] : [failure("requests", errors, "ERRORS OF")];
}

/** The report, or nothing where this run wrote none. */
function read<Report>(file: string, schema: z.ZodType<Report>): Report[] {
  return existsSync(file) ? [schema.parse(JSON.parse(readFileSync(file, "utf8")))] : [];
}
