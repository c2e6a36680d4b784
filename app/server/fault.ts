import { explain } from "../platform/database/failure.ts";

/** Tells in one line why this could not start, where we know it. */
export function tellFault(error: unknown): void {
  const known = explain(error, { path: process.cwd(), what: "This folder" });
  process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
}

/** The same, and ends this process. */
export function endWith(error: unknown): never {
  tellFault(error);
  process.exit(1);
}
