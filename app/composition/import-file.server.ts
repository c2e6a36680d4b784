import { readAreas } from "~/features/imports/areas-file.server";
import { readCouncils } from "~/features/imports/councils-file.server";
import { importAreas, importCouncils, importPeople } from "~/features/imports/imports.commands.server";
import { findCouncil, findKnownCouncils } from "~/features/imports/imports.queries.server";
import { readPeople } from "~/features/imports/people-file.server";
import { planAreaRows, planCouncilRows, planPeopleRows } from "~/features/imports/plan-file.server";
import { planReport, reportText, revertText } from "~/features/imports/report";
import { findRevert } from "~/features/imports/revert.queries.server";
import { revertImport } from "~/features/imports/revert-import.commands.server";
import { isDay } from "~/platform/calendar/day";
import { type Clock, todayBy } from "~/platform/clock";
import type { CommandResult } from "~/platform/command.server";
import { authClient, inTransaction } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import { runAs, type SignedIn } from "./execution.server";
import { type Asking, contactsJob, type Job, meetingsJob, type Read } from "./import-entries.server";
import { revertMeetings } from "./import-meetings.commands.server";
import { type Asked, mended, Refused, type Source } from "./import-source.server";

const JOBS: Readonly<
  Record<"councils" | "areas" | "people" | "contacts" | "meetings", (asking: Asking) => Promise<Job>>
> = {
  contacts: contactsJob,
  meetings: meetingsJob,
  async councils({ user, source: { bytes, ...kept }, clock, read }) {
    const held = await read(findKnownCouncils);
    const starts = new Map(held.flatMap(({ code, startsOn }) => (code ? [[code, startsOn]] : [])));
    const rows = mended(kept.fileName, readCouncils(bytes, starts)).value;
    return {
      plan: (tx) => planCouncilRows(tx, rows),
      apply: () => runAs(user, importCouncils, { ...kept, rows }, { clock }),
    };
  },
  async areas({ user, source: { bytes, ...kept }, clock }) {
    const rows = mended(kept.fileName, readAreas(bytes)).value;
    return {
      plan: (tx) => planAreaRows(tx, rows),
      apply: () => runAs(user, importAreas, { ...kept, rows }, { clock }),
    };
  },
  async people({ user, source: { bytes, ...kept }, asked, clock, read }) {
    const { council, on, fullList } = asked;
    if (!council || !on || !isDay(on)) throw new Refused("Give the day of the list as 2026-05-08.");
    const rows = mended(kept.fileName, readPeople(bytes)).value;
    const held = await read((tx) => findCouncil(tx, council));
    if (!held) throw new Refused(`No council with the code ${council} is held. Import the councils first.`);
    const today = todayBy(clock);
    return {
      plan: (tx) => planPeopleRows(tx, rows, { councilId: held.id, on, fullList, today }),
      apply: () => runAs(user, importPeople, { ...kept, rows, council, on, fullList }, { clock }),
    };
  },
};

/** Shows what a file would change; changes it where that was asked for. */
export async function importFile(
  what: keyof typeof JOBS,
  source: Source,
  asked: Asked,
  clock: Clock,
): Promise<string> {
  const user = await findUser(asked.as);
  const read = reader(user, clock);
  const job = await JOBS[what]({ user, source, asked, clock, read });
  const plan = mended(source.fileName, await read(job.plan));
  const report = planReport(source.fileName, plan.value, plan.notices);
  if (!asked.apply) return reportText(report, false);
  const { importId } = done(source.fileName, await job.apply());
  return `${reportText(report, true)}\nTo take it back: npm run import -- revert ${importId} --as ${asked.as}`;
}

/** Shows what taking an import back would undo, or what blocks it; undoes it where that was asked for. */
export async function takeImportBack(id: string, asked: Asked, clock: Clock): Promise<string> {
  const user = await findUser(asked.as);
  const absent = `There is no import ${id} that ${asked.as} can see.`;
  if (!idSchema.safeParse(id).success) throw new Refused(absent);
  const found = await reader(user, clock)((tx) => findRevert(tx, id));
  if (!found) throw new Refused(absent);
  const { record, undo, problems } = found;
  if (problems.length > 0)
    throw new Refused([`${record.fileName}: cannot be taken back.`, ...problems].join("\n"));
  const isMeetings = record.what === "meetings";
  if (asked.apply && isMeetings) done(record.fileName, await runAs(user, revertMeetings, { id }, { clock }));
  else if (asked.apply) done(record.fileName, await runAs(user, revertImport, { id }, { clock }));
  if (isMeetings) return meetingsBackText(record.fileName, asked.apply);
  return revertText(record.fileName, undo, asked.apply);
}

function meetingsBackText(fileName: string, applied: boolean): string {
  if (applied) return `${fileName}: its meetings are in the bin, and what it moved is back.`;
  return `${fileName}: its meetings would go to the bin, and what it moved back.\n\nNothing was written. Add --apply to take it back.`;
}

function done<R>(fileName: string, outcome: CommandResult<R>): R {
  if (outcome.status === "done") return outcome.result;
  if (outcome.status === "forbidden") throw new Refused(outcome.why);
  const words = outcome.status === "invalid" ? Object.values(outcome.fields).flat() : [];
  throw new Refused([`${fileName}: nothing was written.`, ...words].join("\n"));
}

async function findUser(as: string): Promise<SignedIn> {
  const email = { equals: as, mode: "insensitive" } as const;
  const user = await authClient().user.findFirst({ where: { email, deactivatedAt: null } });
  if (!user) throw new Refused(`Nobody has the account ${as}.`);
  return user;
}

function reader(user: SignedIn, clock: Clock): Read {
  return (work) => inTransaction(`user:${user.id}`, todayBy(clock), work);
}
