import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { errorCode, explain, StartFailure } from "./failure.ts";
import type { Runner } from "./runner.ts";

const STALE_AFTER_MS = 10 * 60_000;

/** Makes the database cluster if there is none: aside, then renamed into place, so it is whole or absent. */
export async function initialise(options: {
  dataDir: string;
  cluster: string;
  password: string;
  binaries: Binaries;
  runner: Runner;
}): Promise<void> {
  const { dataDir, cluster, binaries, runner } = options;
  if (existsSync(join(cluster, "PG_VERSION"))) return checkMajor(cluster, binaries.major);
  sweep(dataDir);
  const aside = join(dataDir, `.init-${randomBytes(4).toString("hex")}`);
  const passwordFile = `${aside}.password`;
  try {
    mkdirSync(aside, { mode: 0o700 });
    writeFileSync(passwordFile, options.password, { mode: 0o600, flag: "wx" });
    for (const path of [aside, passwordFile]) runner.own(path);
    await initdb(binaries, runner, aside, passwordFile);
    moveIntoPlace(aside, cluster);
  } catch (error) {
    throw explain(error, { path: dataDir, what: "DATA_DIR" }) ?? error;
  } finally {
    for (const path of [aside, passwordFile]) rmSync(path, { recursive: true, force: true });
  }
}

function checkMajor(cluster: string, major: string): void {
  const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (found === major) return;
  throw new StartFailure(
    `${cluster} was written by PostgreSQL ${found}, this version brings ${major}: make a backup with the version that wrote it, and restore it into an empty DATA_DIR.`,
  );
}

/** Left by a start that was killed; young ones may belong to a start going on at this moment. */
function sweep(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith(".init-"))) {
    const path = join(dataDir, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > STALE_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** UTF-8 and code point order from PostgreSQL itself, so neither LANG nor the system's library matters. */
function initdb(binaries: Binaries, runner: Runner, aside: string, passwordFile: string): Promise<void> {
  const { command, args, options } = runner.call(binaries.bin("initdb"), [
    `--pgdata=${aside}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--set=timezone=UTC",
    "--set=log_timezone=UTC",
    "--no-instructions",
  ]);
  return new Promise((resolve, reject) => {
    let said = "";
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout?.resume();
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) return resolve();
      const known = explain(said, { path: dirname(aside), what: "DATA_DIR" });
      reject(known ?? new StartFailure(`PostgreSQL could not be prepared: ${lastLine(said)}`));
    });
  });
}

function lastLine(text: string): string {
  const lines = text.trim().split("\n");
  return (
    lines.findLast((line) => /error|fatal|could not/i.test(line)) ?? lines.at(-1) ?? "it did not say why"
  );
}

function moveIntoPlace(aside: string, cluster: string): void {
  try {
    renameSync(aside, cluster);
  } catch (error) {
    // Another start was first; its cluster is as good as ours.
    if (existsSync(join(cluster, "PG_VERSION"))) return;
    if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error) ?? "")) throw error;
    throw new StartFailure(
      `${cluster} is in the way and is no PostgreSQL data directory: move it away and start again.`,
    );
  }
}

/** Where the socket lives; undefined on Windows. A system limit of about 100 bytes sends long paths to /tmp. */
export function prepareSocketDir(dataDir: string, runner: Runner): string | undefined {
  if (process.platform === "win32") return undefined;
  const beside = join(dataDir, "socket");
  const hash = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const dir = Buffer.byteLength(beside) <= 80 ? beside : join(tmpdir(), `common-ground-${hash}`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const before = lstatSync(dir);
  const ours = before.uid === process.getuid?.() || before.uid === runner.uid;
  if (!before.isDirectory() || !ours)
    throw new StartFailure(`${dir} belongs to somebody else: remove it and start again.`);
  runner.own(dir);
  chmodSync(dir, 0o700);
  return dir;
}
