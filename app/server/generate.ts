import { explain } from "../platform/database/failure.ts";
import { generateIfNeeded } from "./build.ts";

/** What a command that reads the records needs before its own files can be read: the database client, up to date. */
generateIfNeeded((message) => process.stderr.write(`${message}\n`)).catch((error: unknown) => {
  const known = explain(error, { path: process.cwd(), what: "This folder" });
  process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = 1;
});
