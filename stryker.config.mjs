/**
 * Mutants of the formulas (docs/mutation.md): each operator and branch of the pure scoring files is changed, one at a
 * time, and the published numbers must notice. Not part of `npm test`: `npm run mutate`.
 */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  plugins: ["@stryker-mutator/vitest-runner"],
  mutate: [
    "app/features/scoring/{bands,day,fact-days,method,mmf,pool,rule,score,signal-index,tally}.ts",
    "app/features/scoring/rules/[A-Z]*.ts",
  ],
  // Only what the tests read is copied into the sandbox.
  ignorePatterns: [
    "**",
    "!app/**/*.ts",
    "!package.json",
    "!tsconfig.json",
    "!vitest.mutation.config.ts",
    "!app/**/*.json",
    "app/generated",
  ],
  coverageAnalysis: "perTest",
  // A second run tries again only what has changed, or what survived.
  incremental: true,
  incrementalFile: ".cache/mutation/incremental.json",
  concurrency: 1,
  timeoutMS: 30_000,
  reporters: ["clear-text", "progress", "json", "html"],
  jsonReporter: { fileName: ".cache/mutation/report.json" },
  htmlReporter: { fileName: ".cache/mutation/report.html" },
  tempDirName: ".cache/mutation/sandbox",
  cleanTempDir: "always",
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
};
