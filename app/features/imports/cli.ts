import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { z } from "zod";
import { isDay } from "~/platform/calendar/day";
import { systemClock, todayBy } from "~/platform/clock";
import { type Command, execute } from "~/platform/command.server";
import { setConnection } from "~/platform/database/connection.server";
import { startEmbedded } from "~/platform/database/embedded";
import { explain } from "~/platform/database/failure";
import { authClient, closeDatabase, inTransaction, type Tx } from "~/platform/db.server";
import { getEnvironment } from "~/platform/environment.server";
import { type Actor, toActor } from "../identity/actor";
import { readAreas } from "./areas-file.server";
import { readCouncils } from "./councils-file.server";
import { sizeProblem } from "./file-text";
import type { ImportStep } from "./import";
import { importAreas, importCouncils, importPeople } from "./imports.commands.server";
import { findCouncil, findKnownCouncils } from "./imports.queries.server";
import { readPeople } from "./people-file.server";
import { planAreaRows, planCouncilRows, planPeopleRows } from "./plan-file.server";
import type { Reading } from "./problem";
import { planReport, problemsText, reportText } from "./report";

const USAGE = `npm run import -- councils <file> --as <email> [--apply]
npm run import -- areas <file> --as <email> [--apply]
npm run import -- people <file> --as <email> --council <code> --on <day> [--full-list] [--apply]

Without --apply nothing is written: what would be done is shown.`;

type User = { id: string; name: string; email: string; demo: boolean };
type Source = { fileName: string; sha256: string; bytes: Uint8Array };
type Plan = { steps: readonly ImportStep[]; unchanged: number };
/** One kind of import: what it would do, and doing it. */
type Job = { plan: (tx: Tx) => Promise<Reading<Plan>>; apply: () => ReturnType<typeof runCommand> };

class Refused extends Error {}

type Asked = ReturnType<typeof options>;

function options() {
  const { values, positionals } = parsed();
  const [what, file, ...more] = positionals;
  if (!what || !file || more.length > 0 || !values.as) throw new Refused(USAGE);
  return { what, file, as: values.as, values };
}

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

/** The file, unless it is too large: then it is refused before a byte is read. */
function readSource(file: string): Source {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new Refused(`There is no file ${file}.`);
  const problem = sizeProblem(size);
  if (problem) throw new Refused(problemsText(basename(file), [problem]));
  const bytes = readFileSync(file);
  return { fileName: basename(file), sha256: createHash("sha256").update(bytes).digest("hex"), bytes };
}

/** Nothing follows these writes: no import makes a record that scores, and a feature cannot import the composition. */
function runCommand<S extends z.ZodType, T, R>(
  user: User,
  command: Command<Actor, S, T, R>,
  input: z.input<S>,
) {
  return execute(command, input, {
    principal: `user:${user.id}`,
    actorId: user.id,
    actor: (stands) => toActor(user, stands),
    clock: systemClock,
    after: async () => undefined,
    denied: async () => undefined,
  });
}

function mended<T>(fileName: string, reading: Reading<T>) {
  if (!reading.ok) throw new Refused(problemsText(fileName, reading.problems));
  return reading;
}

async function jobFor(user: User, source: Source, { what, values }: Asked): Promise<Job> {
  const { bytes, fileName, sha256 } = source;
  const kept = { fileName, sha256 };
  const today = todayBy(systemClock);
  const asUser = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(`user:${user.id}`, today, work);
  switch (what) {
    case "councils": {
      const held = await asUser(findKnownCouncils);
      const starts = new Map(
        held.flatMap((council) => (council.code ? [[council.code, council.startsOn]] : [])),
      );
      const rows = mended(fileName, readCouncils(bytes, starts)).value;
      return {
        plan: (tx) => planCouncilRows(tx, rows),
        apply: () => runCommand(user, importCouncils, { ...kept, rows }),
      };
    }
    case "areas": {
      const rows = mended(fileName, readAreas(bytes)).value;
      return {
        plan: (tx) => planAreaRows(tx, rows),
        apply: () => runCommand(user, importAreas, { ...kept, rows }),
      };
    }
    case "people": {
      const { council, on, "full-list": fullList } = values;
      if (!council || !on || !isDay(on)) throw new Refused(USAGE);
      const rows = mended(fileName, readPeople(bytes)).value;
      const held = await asUser((tx) => findCouncil(tx, council));
      if (!held) throw new Refused(`No council with the code ${council} is held. Import the councils first.`);
      return {
        plan: (tx) => planPeopleRows(tx, rows, { councilId: held.id, on, fullList, today }),
        apply: () => runCommand(user, importPeople, { ...kept, rows, council, on, fullList }),
      };
    }
    default:
      throw new Refused(USAGE);
  }
}

/** Shows the plan; carries it out where that was asked for. */
async function importFile(asked: Asked, source: Source): Promise<string> {
  const user = await authClient().user.findFirst({ where: { email: asked.as, deactivatedAt: null } });
  if (!user) throw new Refused(`Nobody has the account ${asked.as}.`);
  const job = await jobFor(user, source, asked);
  const reading = mended(
    source.fileName,
    await inTransaction(`user:${user.id}`, todayBy(systemClock), job.plan),
  );
  const report = planReport(source.fileName, reading.value, reading.notices);
  if (!asked.values.apply) return reportText(report, false);
  const outcome = await job.apply();
  if (outcome.status === "done") return reportText(report, true);
  if (outcome.status === "forbidden") throw new Refused(outcome.why);
  const words = outcome.status === "invalid" ? Object.values(outcome.fields).flat() : [];
  throw new Refused([`${source.fileName}: nothing was written.`, ...words].join("\n"));
}

/** The application role's database: the one DATABASE_URL names, or the embedded one, running already or not. */
async function withDatabase(work: () => Promise<string>): Promise<string> {
  const { DATABASE_URL, DATA_DIR } = getEnvironment();
  const embedded = DATABASE_URL ? null : await startEmbedded({ dataDir: DATA_DIR });
  setConnection(DATABASE_URL ?? embedded?.appUrl ?? "");
  try {
    return await work();
  } finally {
    await closeDatabase();
    await embedded?.stop();
  }
}

try {
  const asked = options();
  const source = readSource(asked.file);
  process.stdout.write(`${await withDatabase(() => importFile(asked, source))}\n`);
} catch (error) {
  const known = explain(error, { path: process.cwd(), what: "This folder" });
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${error instanceof Refused ? error.message : (known?.message ?? stack)}\n`);
  process.exitCode = 1;
}
