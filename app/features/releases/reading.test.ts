import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inventedUnits } from "../../../tests/builders/release-units.ts";
import { cutsFor } from "./cuts.ts";
import { OVERALL } from "./measures.ts";
import { READING } from "./reading.ts";
import { STATUSES } from "./suppression.ts";
import { tablesOf } from "./tables.ts";
import { takeTable } from "./take-away.ts";
import { csvOf } from "./take-away-text.ts";
import { FIGURES } from "./taken-figures.ts";

const folder = mkdtempSync(join(tmpdir(), "release-"));
afterAll(() => rmSync(folder, { recursive: true }));

const head = {
  ...{ id: "2026-Q3", asOf: "2026-09-30", knownAt: "2026-10-14" },
  ...{ method: "2026-11", parameterHash: "ab12" },
};
const units = inventedUnits(25, 8);
const lines = tablesOf(units, OVERALL.id, cutsFor(units)).map((line) => ({ ...line, measured: OVERALL }));
writeFileSync(join(folder, "2026-Q3.csv"), csvOf(takeTable(FIGURES, head, lines)));

/** What each of them has to print: the mean of all areas, and how many lines have each status. */
const whole = lines.find(({ cut }) => cut.length === 0) ?? expect.unreachable();
const counted = [...STATUSES]
  .sort()
  .map((status) => [status, lines.filter((line) => line.status === status).length] as const)
  .filter(([, count]) => count > 0);
const printed = [
  `shown ${whole.areas} ${whole.mean} ${whole.lo} ${whole.hi}`,
  ...counted.map(([status, count]) => `${status} ${count}`),
];

const PROGRAMS: Record<string, { command: string; asks: readonly string[] }> = {
  r: { command: "Rscript", asks: ["--version"] },
  pandas: { command: "python3", asks: ["-c", "import pandas"] },
  python: { command: "python3", asks: ["--version"] },
};

describe("a release", () => {
  expect(counted.length).toBeGreaterThan(1);

  for (const { id, language, code } of READING) {
    const { command, asks } = PROGRAMS[id] ?? expect.unreachable();
    const isThere = spawnSync(command, asks, { stdio: "ignore" }).status === 0;
    const name = `is read in ${language} by the lines that are printed`;
    it.skipIf(!isThere)(isThere ? name : `${name} (skipped: ${language} is not on this machine)`, () => {
      const script = join(folder, `read-${id}`);
      writeFileSync(script, code);
      const said = execFileSync(command, [script], { cwd: folder, encoding: "utf8" });
      const words = said
        .trim()
        .split("\n")
        .map((line) => line.trim().replace(/\s+/g, " "));
      expect(words).toEqual(printed);
    });
  }

  it("is read by the same lines in the document", () => {
    const document = readFileSync("docs/research-data.md", "utf8");
    const blocks = [...document.matchAll(/```(?:r|python)\n([\s\S]*?)```/g)].map(([, code]) => code);
    expect(blocks).toEqual(READING.map(({ code }) => code));
  });
});
