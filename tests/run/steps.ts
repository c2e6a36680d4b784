import { builtReport, journeyReport, unitReport } from "./counts.ts";
import { installChromium } from "./install-chromium.ts";
import { checkLock } from "./lock.ts";
import type { Step } from "./runner.ts";

const generated = ["generate", "typegen"];
const quick = ["lock", "format", "imports", "unused", "types", "drift"];

const vitest = (projects: readonly string[], report: string): readonly string[] => [
  "node_modules/vitest/vitest.mjs",
  "run",
  ...projects.map((name) => `--project=${name}`),
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
];

const tests: Step = {
  name: "tests",
  needs: generated,
  after: [...quick, "build"],
  alone: true,
  args: vitest(["pure", "database"], unitReport),
};

/** What needs neither browser nor build: `npm run check`. In this order, where nothing else decides it. */
export const checkSteps: readonly Step[] = [
  { name: "lock", run: checkLock },
  {
    name: "generate",
    args: ["node_modules/prisma/build/index.js", "generate"],
    // Generating never uses the engine, but the command insists on a file: any will do, and nothing is downloaded.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  },
  { name: "typegen", args: ["node_modules/@react-router/dev/bin.js", "typegen"] },
  { name: "format", args: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."] },
  {
    name: "imports",
    needs: generated,
    args: ["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "app", "tests", "prisma"],
  },
  { name: "unused", needs: generated, args: ["node_modules/knip/bin/knip.js"] },
  {
    name: "types",
    needs: generated,
    args: [
      "node_modules/typescript/bin/tsc",
      "--incremental",
      "--tsBuildInfoFile",
      ".cache/types.tsbuildinfo",
    ],
  },
  {
    name: "drift",
    needs: generated,
    args: ["--import", "tsx", "app/platform/database/cli.ts", "drift"],
    env: { DATA_DIR: ".cache/run/data" },
  },
  tests,
];

/** Everything: `npm test`. */
export const testSteps: readonly Step[] = [
  ...checkSteps.filter((step) => step !== tests),
  { name: "build", needs: generated, args: ["node_modules/@react-router/dev/bin.js", "build"] },
  tests,
  {
    name: "built",
    needs: ["build"],
    after: ["tests"],
    alone: true,
    args: [...vitest(["built"], builtReport), "--passWithNoTests"],
  },
  { name: "browser", after: ["built"], run: installChromium },
  {
    name: "journeys",
    needs: ["build", "browser"],
    after: ["built"],
    alone: true,
    args: ["node_modules/@playwright/test/cli.js", "test"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport },
  },
];

/** The steps of these names and all they need; every step where none is named. Throws for a name there is not. */
export function chosen(steps: readonly Step[], names: readonly string[]): readonly Step[] {
  if (names.length === 0) return steps;
  const needed = new Set<string>();
  const add = (name: string) => {
    const step = steps.find((candidate) => candidate.name === name);
    if (!step) throw new Error(`No step "${name}": ${steps.map((each) => each.name).join(", ")}`);
    needed.add(name);
    for (const need of step.needs ?? []) add(need);
  };
  for (const name of names) add(name);
  return steps.filter((step) => needed.has(step.name));
}
