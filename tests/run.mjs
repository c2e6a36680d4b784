/**
 * `npm test` and `npm run check`, from a clean clone: plain JavaScript that needs Node and npm alone. It installs
 * what is missing, then hands over to tests/run.ts. `npm run check -- types lint` runs those steps and what they need.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

/** Whether node_modules holds what the lock asks for: compared by content, as a checkout changes file times. */
function isInstalled() {
  const installedLock = "node_modules/.package-lock.json";
  if (!existsSync(installedLock)) return false;
  const installed = JSON.parse(readFileSync(installedLock, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages);
  return wanted.every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    if (!installed[path]) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return installed[path].version === entry.version;
  });
}

/** Runs a program with this one's output and no input; ends the whole run where it fails. */
function runOrEnd(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], ...options });
  if (error) process.stderr.write(`${error.message}\n`);
  if (status !== 0) process.exit(status ?? 1);
}

if (!isInstalled()) {
  const started = Date.now();
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) runOrEnd(process.execPath, [npm, "ci"]);
  else runOrEnd("npm", ["ci"], { shell: process.platform === "win32" });
  process.stdout.write(`ok    install ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
runOrEnd(process.execPath, ["--import", "tsx", "tests/run.ts", ...process.argv.slice(2)]);
