import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/journeys/support/chromium.ts";

/** Kept in the environment, so that the workers, who read this file again, agree with the first reader. */
const place = process.env.JOURNEYS_PLACE ?? (await makePlace());
const { port, dataDir }: { port: number; dataDir: string } = JSON.parse(place);
const origin = `http://127.0.0.1:${port}`;
const executablePath = findChromium();

/** A free port and an empty data directory for one run, removed again when the run has ended. */
async function makePlace(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "common-ground-journeys-"));
  mkdirSync(".cache", { recursive: true });
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const made = JSON.stringify({ port: await freePort(), dataDir: join(folder, "data") });
  process.env.JOURNEYS_PLACE = made;
  return made;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(address)));
    });
  });
}

/**
 * Journeys run against the application as people get it: started by its own start code, in production mode, with the
 * demonstration place. A journey runs with JavaScript; tagged @no-script without it; tagged @both twice.
 */
export default defineConfig({
  testDir: "tests/journeys",
  testMatch: "**/*.journey.ts",
  outputDir: ".cache/journeys",
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  // On a build server's machine, shared with who knows what, a journey may be tried once more; the run's end names it.
  retries: process.env.CI ? 1 : 0,
  // How long a hung page is waited for; no measure of speed, as machines differ by far.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? ".cache/journeys.json" }],
  ],
  use: {
    baseURL: origin,
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "retain-on-failure",
    launchOptions: executablePath ? { executablePath, args: ["--disable-dev-shm-usage"] } : {},
  },
  projects: [
    { name: "script", grepInvert: /@no-script/ },
    { name: "no-script", grep: /@no-script|@both/, use: { javaScriptEnabled: false } },
  ],
  webServer: {
    // What it says is kept, to be read where a page answers 500.
    command: `"${process.execPath}" app/server/bootstrap.mjs > .cache/journeys-server.log`,
    url: `${origin}/readyz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stderr: "pipe",
    env: {
      APP_ORIGIN: origin,
      DATA_DIR: dataDir,
      DEMO: "1",
      HOST: "127.0.0.1",
      NODE_ENV: "production",
      OUTSIDE_SERVICES: "0",
      PORT: String(port),
    },
  },
});
