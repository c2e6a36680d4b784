import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { isAlive, readPostmaster } from "./processes.ts";
import type { Runner } from "./runner.ts";

const LOG_LIMIT_BYTES = 5_000_000;

/** Terse: the server's log must not repeat what people typed (the detail of an error quotes the row). */
const SETTINGS = {
  max_connections: "60",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  unix_socket_permissions: "0700",
};

/** What a started server is doing: still there, or ended with these last words. */
export type Launched = { ended: () => { said: string } | undefined };

/** Where a server keeps its things, and how it is run. */
export type Place = {
  dataDir: string;
  cluster: string;
  socketDir: string | undefined;
  binaries: Binaries;
  runner: Runner;
};

/** Starts the server apart from our terminal, or Ctrl-C would end it before we have finished our work. */
export async function launch(place: Place, settings: Record<string, string>): Promise<Launched> {
  const log = join(place.dataDir, "postgres.log");
  const large = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
  const fd = openSync(log, large ? "w" : "a", 0o600);
  const from = statSync(log).size;
  const { command, args, options } = place.runner.call(
    place.binaries.bin("postgres"),
    await flags(place, settings),
  );
  const child = spawn(command, args, { ...options, detached: true, stdio: ["ignore", fd, fd] });
  let failure: Error | undefined;
  child.on("error", (error) => {
    failure = error;
  });
  child.unref();
  closeSync(fd);
  const said = () => failure?.message ?? readFileSync(log).subarray(from).toString("utf8");
  const over = () => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  return { ended: () => (over() ? { said: said() } : undefined) };
}

async function flags({ cluster, socketDir }: Place, settings: Record<string, string>): Promise<string[]> {
  const listen = socketDir
    ? ["-h", "", "-k", socketDir, "-p", "5432"]
    : ["-h", "127.0.0.1", "-p", String(await freePort())];
  const set = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  return ["-D", cluster, ...listen, ...set];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 5432));
    });
  });
}

/** Asks the server to end now, in good order, and waits; the number is read afresh, it may have been restarted. */
export async function shutDown({ cluster, binaries }: Place, patienceMs = 8_000): Promise<boolean> {
  const pid = readPostmaster(cluster)?.pid;
  if (pid === undefined || !isAlive(pid)) return true;
  if (process.platform === "win32") spawnSync(binaries.bin("pg_ctl"), ["kill", "INT", String(pid)]);
  else process.kill(pid, "SIGINT");
  const until = Date.now() + patienceMs;
  while (isAlive(pid) && Date.now() < until) await sleep(15);
  return !isAlive(pid);
}
