import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { playwrightFailures, serverErrors, vitestFailures } from "./failures.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "common-ground-failures-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(report: object): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

it("says what of vitest failed: a test with its message, a file that could not be run, and nothing that passed", () => {
  const report = written({
    numFailedTests: 1,
    testResults: [
      {
        name: "/place/a.test.ts",
        assertionResults: [
          { status: "passed", fullName: "adds", failureMessages: [] },
          {
            status: "failed",
            fullName: "takes away",
            failureMessages: ["\u001b[31mexpected 2\u001b[0m\n\n to be 3"],
          },
        ],
      },
      { name: "/place/b.test.ts", message: "Cannot find module", assertionResults: [] },
    ],
  });
  expect(vitestFailures(report)).toEqual([
    "FAILED takes away\n  expected 2\n   to be 3\n",
    "FAILED /place/b.test.ts\n  Cannot find module\n",
  ]);
});

it("says what of Playwright failed, however deep it stands", () => {
  const spec = (title: string, status: string, message: string) => ({
    title,
    tests: [
      { projectName: "script", status, results: [{ errors: message ? [{ message }] : [] }, { errors: [] }] },
    ],
  });
  const report = written({
    suites: [
      {
        specs: [spec("signs in", "expected", "")],
        suites: [{ specs: [spec("signs out", "unexpected", "Timed out"), spec("waits", "flaky", "Lost")] }],
      },
    ],
  });
  expect(playwrightFailures(report)).toEqual([
    "FAILED [script] signs out\n  Timed out\n",
    "PASSED AT ITS SECOND TRY [script] waits\n  Lost\n",
  ]);
});

it("says what a server called an error, and nothing of what went well", () => {
  const file = join(folder, "server.log");
  writeFileSync(file, '{"level":"info","path":"/a"}\n{"level":"error","path":"/b"}\n');
  expect(serverErrors(file)).toEqual(['ERRORS OF requests\n  {"level":"error","path":"/b"}\n']);
});

it("says nothing of a report that was not written", () => {
  expect(vitestFailures(join(folder, "none.json"))).toEqual([]);
});

it("keeps the first lines of a long message", () => {
  const failureMessages = [Array.from({ length: 400 }, (_, index) => `line ${index}`).join("\n")];
  const report = written({
    testResults: [{ name: "a", assertionResults: [{ status: "failed", fullName: "long", failureMessages }] }],
  });
  const [said = ""] = vitestFailures(report);
  expect(said).toContain("line 13\n");
  expect(said).not.toContain("line 14\n");
});
