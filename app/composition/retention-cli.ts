import { parseArgs } from "node:util";
import { keptWords } from "~/features/retention/schedule";
import { systemClock } from "~/platform/clock";
import { explain } from "~/platform/database/failure";
import { closeDatabase } from "~/platform/db.server";
import { getEnvironment } from "~/platform/environment.server";
import { prepareDatabase } from "../server/database";
import { applyRetention, countDue } from "./retention.server";

// `npm run retention`: what is no longer needed, counted or let go. It uses the database that `npm start` uses, running or
// not; a running server does the same by itself every day.

const USAGE = `npm run retention -- --dry-run    counts what would go today, and changes nothing
npm run retention -- --apply      lets it go`;

function wantsToApply(): boolean | null {
  try {
    const options = { "dry-run": { type: "boolean" }, apply: { type: "boolean" } } as const;
    const { values } = parseArgs({ options });
    return Boolean(values.apply) === Boolean(values["dry-run"]) ? null : Boolean(values.apply);
  } catch {
    return null;
  }
}

async function answer(apply: boolean): Promise<string> {
  const database = await prepareDatabase(getEnvironment(), (words) => process.stderr.write(`${words}\n`));
  try {
    const due = await (apply ? applyRetention(systemClock) : countDue(systemClock));
    const lines = due.map(
      ({ rule, rows }) => `${String(rows).padStart(8)}  ${rule.what}. ${keptWords(rule)}.`,
    );
    return [apply ? "Gone today:" : "Due today (nothing was changed):", ...lines].join("\n");
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

const apply = wantsToApply();
if (apply === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else {
  try {
    process.stdout.write(`${await answer(apply)}\n`);
  } catch (error) {
    const known = explain(error, { path: process.cwd(), what: "This folder" });
    process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
    process.exitCode = 1;
  }
}
