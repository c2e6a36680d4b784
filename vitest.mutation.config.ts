import { defineConfig } from "vitest/config";

/**
 * The tests a mutant of the formulas must get past (`npm run mutate`): the published numbers and the tables of the pure
 * scoring files. The laws are left out: they are slower by a hundred times, and a formula that only a random record
 * catches wants a case of its own.
 */
export default defineConfig({
  test: {
    env: { TZ: "Pacific/Auckland" },
    testTimeout: 60_000,
    // A mutant is one run: starting a worker anew for each would take longer than the tests.
    isolate: false,
    include: ["app/features/scoring/{golden,bands,day,fact-days,rules,items,figures}.test.ts"],
  },
});
