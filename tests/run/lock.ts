import { readFileSync } from "node:fs";

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> };

/**
 * Optional packages (one a platform) that the lock names but does not hold. npm leaves them out where the registry
 * lagged on the day the lock was made, and `npm ci` then fails on every other platform.
 */
export function absentOptionalPackages(lock: Lock): string[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter(
        (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
      )
      .map((name) => `${path === "" ? "package.json" : path} > ${name}`),
  );
}

/** Throws, with the names, where the lock would not install on every platform. */
export function checkLock(): void {
  const absent = absentOptionalPackages(JSON.parse(readFileSync("package-lock.json", "utf8")));
  if (absent.length > 0) {
    throw new Error(`package-lock.json lacks optional packages of some platforms:\n  ${absent.join("\n  ")}`);
  }
}
