import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "../journeys/support/chromium.ts";

/** Installs a Chromium where there is none: Debian's own for root on Debian, elsewhere the one Playwright brings. */
export function installChromium(): void {
  if (findChromium()) return;
  const isDebianRoot = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (isDebianRoot) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "chromium"]);
  } else {
    run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  }
  if (!findChromium())
    throw new Error("No Chromium was found after installing one. Set CHROMIUM_PATH to yours.");
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
}
