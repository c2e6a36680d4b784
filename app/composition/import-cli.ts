import { parseArgs } from "node:util";
import { systemClock } from "~/platform/clock";
import { explain } from "~/platform/database/failure";
import { closeDatabase } from "~/platform/db.server";
import { getEnvironment } from "~/platform/environment.server";
import { prepareDatabase } from "../server/database";
import { importFile, takeImportBack } from "./import-file.server";
import { type Asked, Refused, readSource } from "./import-source.server";

// `npm run import`: files of councils, areas and councillors from the command line, and taking an import back. It uses
// the database that `npm start` uses, running or not. docs/importing.md says how.

const USAGE = `npm run import -- councils <file> --as <email> [--apply]
npm run import -- areas <file> --as <email> [--apply]
npm run import -- people <file> --as <email> --council <code> --on <day> [--full-list] [--apply]
npm run import -- revert <import’s id> --as <email> [--apply]

Without --apply nothing is written: what would be done is shown.`;

function parsed() {
  const config = {
    allowPositionals: true,
    options: {
      as: { type: "string" },
      council: { type: "string" },
      on: { type: "string" },
      "full-list": { type: "boolean", default: false },
      apply: { type: "boolean", default: false },
    },
  } as const;
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

const WHAT = ["councils", "areas", "people", "revert"] as const;

function readAsked(): Asked & { what: (typeof WHAT)[number]; from: string } {
  const { values, positionals } = parsed();
  const [first, from, ...more] = positionals;
  const what = WHAT.find((one) => one === first);
  if (!what || !from || more.length > 0 || !values.as) throw new Refused(USAGE);
  const { as, council, on, apply } = values;
  const forPeople = council !== undefined && on !== undefined;
  const forOthers = council === undefined && on === undefined && !values["full-list"];
  if (what === "people" ? !forPeople : !forOthers) throw new Refused(USAGE);
  return { what, from, as, council, on, fullList: values["full-list"], apply };
}

async function answer(): Promise<string> {
  const { what, from, ...asked } = readAsked();
  // A file that cannot be read is told of before a database is started for it.
  const source = what === "revert" ? null : readSource(from);
  const database = await prepareDatabase(getEnvironment(), (words) => process.stderr.write(`${words}\n`));
  try {
    if (what === "revert" || !source) return await takeImportBack(from, asked, systemClock);
    return await importFile(what, source, asked, systemClock);
  } finally {
    await closeDatabase();
    await database.stop();
  }
}

try {
  process.stdout.write(`${await answer()}\n`);
} catch (error) {
  const known = explain(error, { path: process.cwd(), what: "This folder" });
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${error instanceof Refused ? error.message : (known?.message ?? stack)}\n`);
  process.exitCode = 1;
}
