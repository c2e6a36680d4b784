import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A small repository in a folder of its own, for tests that plant a fault and look whether it is found. */
export function withPlanted<Result>(
  files: Readonly<Record<string, string>>,
  look: (root: string) => Result,
): Result {
  const root = mkdtempSync(join(tmpdir(), "common-ground-planted-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return look(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
