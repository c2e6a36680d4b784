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
npm run import -- people <address book> --as <email> [--area <address>]
    [--organisation <address>] [--role <role>] [--apply]
npm run import -- meetings <calendar> --as <email> [--area <address>]
    [--council <address>] [--how <way>] [--apply]
npm run import -- revert <import’s id> --as <email> [--apply]

An area, and what stands in it, is named as in the tracker’s own addresses: /areas/<address>. Without --area it is the
only one the account stands in. An address book is CSV (with --area) or .vcf, a calendar .ics or CSV.

Without --apply nothing is written: what would be done is shown.`;

function parsed() {
  const config = {
    allowPositionals: true,
    options: {
      as: { type: "string" },
      council: { type: "string" },
      area: { type: "string" },
      organisation: { type: "string" },
      role: { type: "string" },
      how: { type: "string" },
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

const WHAT = ["councils", "areas", "people", "meetings", "revert"] as const;
type What = (typeof WHAT)[number];

/** Which of the options each import takes; what it does not take was meant for another. */
const TAKES: Readonly<Record<What | "contacts", readonly (keyof Asked)[]>> = {
  councils: [],
  areas: [],
  people: ["council", "on", "fullList"],
  contacts: ["area", "organisation", "role"],
  meetings: ["area", "council", "how"],
  revert: [],
};
const CHOICES = ["area", "council", "on", "fullList", "organisation", "role", "how"] as const;

function readAsked(): Asked & { what: What | "contacts"; from: string } {
  const { values, positionals } = parsed();
  const [first, from, ...more] = positionals;
  const named = WHAT.find((one) => one === first);
  if (!named || !from || more.length > 0 || !values.as) throw new Refused(USAGE);
  const { as, apply, "full-list": fullList, area, council, on, organisation, role, how } = values;
  const asked = { as, apply, fullList, area, council, on, organisation, role, how };
  // An address book is an area's; a council's own list is the council's.
  const isBook = named === "people" && (area !== undefined || /\.vcf$/i.test(from));
  const what = isBook ? "contacts" : named;
  const extra = CHOICES.filter((choice) => asked[choice] && !TAKES[what].includes(choice));
  if (extra.length > 0 || (what === "people" && !(council && on))) throw new Refused(USAGE);
  return { what, from, ...asked };
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
