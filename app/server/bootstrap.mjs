/**
 * `npm start` and `npm run dev`, from a clean clone: plain JavaScript that needs Node and npm alone. It installs
 * what is missing, has built what is out of date, and goes on in this same process with main.ts (built) or dev.ts.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
process.chdir(root);

/** Ends with one line that says what to do. */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Whether node_modules holds what the lock asks for: compared by content, as a checkout changes file times. */
function isInstalled() {
  const installedLock = "node_modules/.package-lock.json";
  if (!existsSync(installedLock)) return false;
  const installed = JSON.parse(readFileSync(installedLock, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages);
  return wanted.every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    if (!installed[path]) return Boolean(entry.optional || entry.dev || entry.devOptional || entry.peer);
    return installed[path].version === entry.version;
  });
}

/** `npm ci`, by the npm that started us where there is one. */
function install() {
  process.stdout.write("Installing the libraries (npm ci) …\n");
  const npm = process.env.npm_execpath;
  const ci = ["ci", "--loglevel=error"];
  const [command, args] = npm?.endsWith(".js") ? [process.execPath, [npm, ...ci]] : ["npm", ci];
  const shell = process.platform === "win32" && command === "npm";
  // What builds the pages counts among the development packages, so they are wanted in production too.
  const env = { ...process.env, NODE_ENV: "development" };
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], shell, env });
  if (error || status !== 0) fail(`The libraries could not be installed: run "npm ci" and see what it says.`);
}

/**
 * Generates and builds what is out of date, in a process of its own: what reads TypeScript takes 60 MB, and would keep
 * them for as long as the server runs.
 */
function prepare() {
  const child = spawn(process.execPath, ["--import", "tsx", "app/server/prepare.ts"], { stdio: "inherit" });
  let isEnding = false;
  const end = () => {
    isEnding = true;
    child.kill();
  };
  const starter = process.ppid;
  // As in serve.ts: a shell may end without passing the signal on.
  const watch = setInterval(() => process.env.npm_lifecycle_event && process.ppid !== starter && end(), 500);
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, end);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearInterval(watch);
      for (const signal of ["SIGTERM", "SIGINT"]) process.off(signal, end);
      if (isEnding || code !== 0) process.exit(isEnding ? 0 : (code ?? 1));
      resolve();
    });
  });
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old: 20.19 or later is needed.`);
if (!isInstalled()) install();
if (process.argv.includes("--dev")) {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./dev.ts");
} else {
  process.env.NODE_ENV ??= "production";
  await prepare();
  // By itself the heap may grow to several times what is in use before it is cleared: 450 MB under load, 240 so, at the
  // same time for a page.
  setFlagsFromString("--heap-growing-percent=30");
  const { start } = await import(pathToFileURL(join(root, "build/server/start.js")).href);
  start();
}
