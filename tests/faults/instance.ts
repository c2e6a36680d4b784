import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, readPostmaster } from "../../app/platform/database/processes.ts";

const PATIENCE_MS = 90_000;

/** The built application as `npm start` runs it, with a database of its own, in a process that may be killed. */
export class Instance {
  #child: ChildProcess | null = null;
  readonly origin: string;

  private constructor(
    readonly dataDir: string,
    private readonly port: number,
    private readonly folder: string,
    private readonly settings: Record<string, string>,
  ) {
    this.origin = `http://localhost:${port}`;
    process.once("exit", this.#leaveNothing);
  }

  /** However this process ends, nothing of the instance stays. */
  readonly #leaveNothing = () => {
    this.#child?.kill("SIGKILL");
    const pid = readPostmaster(join(this.dataDir, "postgres"))?.pid;
    if (pid !== undefined && isAlive(pid)) process.kill(pid, "SIGKILL");
  };

  /** `folder`: where the built application and its migrations lie. */
  static async at(dataDir: string, folder = ".", settings: Record<string, string> = {}): Promise<Instance> {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return new Instance(resolve(dataDir), await freePort(), folder, settings);
  }

  /** Starts a process. It need not have come to anything when this ends. */
  spawn(): void {
    const log = openSync(join(this.dataDir, "app.log"), "a");
    const start = `import("${resolve(this.folder, "build/server/start.js")}").then(({ start }) => start())`;
    this.#child = spawn(process.execPath, ["--max-semi-space-size=4", "-e", start], {
      cwd: this.folder,
      env: { ...bare(), ...SETTINGS, ...this.settings, DATA_DIR: this.dataDir, PORT: String(this.port) },
      stdio: ["ignore", log, log],
    });
  }

  /** Starts and waits until it can serve. */
  async start(): Promise<void> {
    this.spawn();
    await this.ready();
  }

  /** Waits until everything the instance needs is well. */
  async ready(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      if (this.#child?.exitCode != null)
        throw new Error(`The application ended by itself: see ${join(this.dataDir, "app.log")}`);
      const answer = await fetch(`${this.origin}/readyz`).catch(() => null);
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.ok) return;
      await sleep(25);
    }
    throw new Error(`The application was not well again in time: see ${join(this.dataDir, "app.log")}`);
  }

  /** kill -9 of the application's process. */
  async killApplication(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    await gone;
  }

  /** kill -9 of PostgreSQL's first process: the others end when they notice. */
  async killDatabase(): Promise<void> {
    const pid = readPostmaster(join(this.dataDir, "postgres"))?.pid;
    if (pid === undefined || !isAlive(pid)) return;
    process.kill(pid, "SIGKILL");
    while (isAlive(pid)) await sleep(5);
  }

  /** Ends both in good order. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await gone;
    process.off("exit", this.#leaveNothing);
  }
}

const SETTINGS = {
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  DEMO: "0",
  OUTSIDE_SERVICES: "0",
  BACKUP_HOURS: "0",
  LOG_LEVEL: "error",
  SESSION_SECRET: "a secret of the fault tests, of no use to anybody",
};

/** What a program needs of this environment, and nothing a developer has set for the application. */
function bare(): Record<string, string> {
  const kept = ["PATH", "HOME", "TMPDIR", "LANG", "TZ"];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, String(process.env[name])]])),
  );
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? done(address.port) : failed()));
    });
  });
}
