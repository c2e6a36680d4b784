import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Place } from "./load.ts";

const PATIENCE_MS = 120_000;
const LOGS = ".cache/bench/logs";

/** A program under measurement, in a process of its own. */
export type Program = {
  origin: string;
  /** Memory of its process and what that started, in MB; null where `ps` is missing. */
  memory: () => number | null;
  stop: () => Promise<void>;
};

type Start = { args: string[]; env: Record<string, string>; log: string; cwd?: string; ready?: string };

/** Starts the application in production mode on a place, building it first where that is needed. */
export function startApp(place: Place, options: { nodeArgs?: string[] } = {}): Promise<Program> {
  return startProgram({
    args: [...(options.nodeArgs ?? []), ...startArgs()],
    env: { ...PRODUCTION, DATABASE_URL: place.appUrl, DATA_DIR: ".cache/bench/app" },
    log: "app",
  });
}

/** What `npm start` gives Node: its flags belong to what is measured. */
export function startArgs(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").slice(1);
}

/** Starts the floor on the same place, with the pages it is to make. */
export function startFloor(place: Place, pages: string): Promise<Program> {
  return startProgram({
    args: ["--import", "tsx", "tests/bench/floor.ts"],
    env: { NODE_ENV: "production", FLOOR_DATABASE: place.superUrl, FLOOR_PAGES: pages },
    log: "floor",
  });
}

/** What every measured start of the application is told. */
export const PRODUCTION = {
  NODE_ENV: "production",
  DEMO: "",
  OUTSIDE_SERVICES: "0",
  APP_ORIGIN: "",
  DATABASE_URL: "",
  DATABASE_OWNER_URL: "",
  SESSION_SECRET: "a secret of the benchmark, known to everybody",
};

/** Starts a program on a free port and waits until it answers. */
export async function startProgram({
  args,
  env,
  log,
  cwd = ".",
  ready = "/healthz",
}: Start): Promise<Program> {
  mkdirSync(LOGS, { recursive: true });
  const port = String(await freePort());
  const output = openSync(`${LOGS}/${log}.log`, "w");
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env, PORT: port, HOST: "127.0.0.1" },
    stdio: ["ignore", output, output],
  });
  const origin = `http://localhost:${port}`;
  const program = { origin, memory: () => memoryOf(child.pid ?? 0), stop: () => stop(child) };
  try {
    await waitFor(`${origin}${ready}`, child, `${LOGS}/${log}.log`);
  } catch (error) {
    await program.stop();
    throw error;
  }
  return program;
}

async function waitFor(address: string, child: ChildProcess, log: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`It ended by itself: see ${log}`);
    try {
      const response = await fetch(address, { redirect: "manual" });
      await response.arrayBuffer();
      if (response.status < 400) return;
    } catch {
      // Not yet listening.
    }
    await sleep(10);
  }
  throw new Error(`${address} did not answer within two minutes: see ${log}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

/** The resident memory of a process and its descendants, PostgreSQL apart. */
function memoryOf(root: number): number | null {
  const { stdout, status } = spawnSync("ps", ["-Ao", "pid=,ppid=,rss=,comm="], { encoding: "utf8" });
  if (status !== 0) return null;
  const rows = stdout.split("\n").map((line) => line.trim().split(/\s+/));
  const family = new Set([String(root)]);
  let kilobytes = 0;
  for (const [pid = "", parent = "", rss = "0", name = ""] of rows) {
    if ((pid !== String(root) && !family.has(parent)) || name.startsWith("postgres")) continue;
    family.add(pid);
    kilobytes += Number(rss);
  }
  return kilobytes / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject()));
    });
  });
}
