import { join } from "node:path";

/** Where a kept file lies: by id and content. Two files are never one, and a name that was typed is no part of a path. */
export function keptPath(dataDir: string, { id, sha256 }: { id: string; sha256: string }): string {
  return join(dataDir, "files", id.slice(-2), `${id}-${sha256}`);
}
