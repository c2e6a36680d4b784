import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const BUILT_FROM = [
  "app",
  "prisma/seed.ts",
  "prisma/demonstration",
  "public",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "react-router.config.ts",
];
const GENERATED_FROM = ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"];
const BUILD_RECORD = "build/sources.sha256";
const CLIENT_RECORD = ".cache/prisma-client.sha256";

/** What the build is made from, by content: a checkout changes the times of files. */
export function hashOfSources(): string {
  return hashOf([...BUILT_FROM, "prisma/schema.prisma"]);
}

/** Whether the build in `build/` was made from what is here now. */
export function isBuilt(): boolean {
  return existsSync("build/server/start.js") && record(BUILD_RECORD) === hashOfSources();
}

/** Notes what a finished build was made from (the hash taken when it began). */
export function noteBuilt(hash: string): void {
  note(BUILD_RECORD, hash);
}

/** Whether the database client was generated from this schema. */
export function isGenerated(): boolean {
  return existsSync("app/generated/prisma/client.ts") && record(CLIENT_RECORD) === hashOf(GENERATED_FROM);
}

/** Notes that the client now fits the schema. */
export function noteGenerated(): void {
  note(CLIENT_RECORD, hashOf(GENERATED_FROM));
}

function hashOf(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesUnder))
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (/(^|\/)(generated|fixtures)$|\.test\.tsx?$/.test(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesUnder(join(path, name).replaceAll("\\", "/")));
  } catch {
    return [path];
  }
}

function record(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}

function note(path: string, hash: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${hash}\n`);
}
