import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const app = fileURLToPath(new URL("./app", import.meta.url));
const databaseTests = ["{app,prisma}/**/*.server.test.ts", "tests/**/*.db.test.ts"];
const builtTests = ["tests/**/*.built.test.ts"];

/**
 * Three kinds of test, told apart by their ending, so that only those that need something pay for it:
 * `*.test.ts` pure · `*.server.test.ts` and `*.db.test.ts` with PostgreSQL · `*.built.test.ts` with
 * PostgreSQL, after `npm run build`.
 */
export default defineConfig({
  resolve: { alias: { "~": app } },
  test: {
    // Not the zone of Britain, nor that of any server: a test that passes here names its zone.
    env: { TZ: "Pacific/Auckland", DATA_DIR: ".cache/test-data" },
    // Generous: a busy machine is no reason for a red test.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than there are cores: a test of the database waits for it half of its time.
    maxWorkers: availableParallelism() + 1,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["{app,prisma,tests}/**/*.test.{ts,tsx}"],
          exclude: [...databaseTests, ...builtTests, "app/generated/**"],
          setupFiles: ["tests/setup/quiet.ts", "tests/setup/network.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: databaseTests,
          globalSetup: ["tests/setup/database.ts"],
          setupFiles: ["tests/setup/quiet.ts", "tests/setup/network.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "built",
          include: builtTests,
          globalSetup: ["tests/setup/database.ts"],
          setupFiles: ["tests/setup/quiet.ts", "tests/setup/network.ts"],
          testTimeout: 300_000,
        },
      },
    ],
  },
});
