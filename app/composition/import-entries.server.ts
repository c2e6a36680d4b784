import { type AreaActor, toActor } from "~/features/identity/actor";
import { importContacts } from "~/features/imports/contacts.commands.server";
import { findAreaOrganisations, planContactRows } from "~/features/imports/contacts.queries.server";
import { readContacts } from "~/features/imports/contacts-file";
import type { ContactsAsked } from "~/features/imports/contacts-plan";
import type { ImportStep } from "~/features/imports/import";
import { readMeetings } from "~/features/imports/meetings-file";
import { planMeetingRows } from "~/features/imports/meetings-import.queries.server";
import type { FileProblem, Reading } from "~/features/imports/problem";
import { MEETING_HOWS } from "~/features/meetings/meeting";
import { isRole } from "~/features/people/person";
import { type Clock, todayBy } from "~/platform/clock";
import type { CommandResult } from "~/platform/command.server";
import type { StandRow, Tx } from "~/platform/db.server";
import { runAs, type SignedIn } from "./execution.server";
import { importMeetings } from "./import-meetings.commands.server";
import { type Asked, mended, Refused, type Source } from "./import-source.server";

export type Read = <T>(work: (tx: Tx, stands: StandRow[]) => Promise<T>) => Promise<T>;
type Plan = { steps: readonly ImportStep[]; unchanged: number };

/** One kind of import from the command line: what it would do, and doing it. */
export type Job = {
  plan: (tx: Tx) => Promise<Reading<Plan>>;
  apply: () => Promise<CommandResult<{ importId: string }>>;
};

/** Who asks for an import of which file. */
export type Asking = { user: SignedIn; source: Source; asked: Asked; clock: Clock; read: Read };

/** An address book into an area's people. */
export async function contactsJob({ user, source, asked, clock, read }: Asking): Promise<Job> {
  const { bytes, ...kept } = source;
  const rows = mended(kept.fileName, readContacts(bytes));
  const actor = await actorOf(user, asked, read);
  const { organisation = "file", role = "file" } = asked;
  const known = (await read((tx) => findAreaOrganisations(tx, actor))).map(({ slug }) => slug);
  if (organisation !== "file" && !known.includes(organisation))
    throw new Refused(
      `There is no organisation ${organisation} in this area. There are: ${known.join(", ")}.`,
    );
  const chosen = role === "file" || isRole(role) ? role : null;
  if (chosen === null) throw new Refused(`There is no role ${role}, such as officer or member.`);
  const options: ContactsAsked = { organisation, role: chosen };
  const today = todayBy(clock);
  return {
    plan: async (tx) => whole(await planContactRows(tx, actor, rows.value, options, today), rows.notices),
    apply: () =>
      runAs(user, importContacts, { ...kept, ...options, area: actor.areaSlug, rows: rows.value }, { clock }),
  };
}

/** A calendar into an area's meetings. Of past ones only those are taken of which the file says who of both sides came. */
export async function meetingsJob({ user, source, asked, clock, read }: Asking): Promise<Job> {
  const { bytes, ...kept } = source;
  const today = todayBy(clock);
  const rows = mended(kept.fileName, readMeetings(bytes, today));
  const actor = await actorOf(user, asked, read);
  const how = MEETING_HOWS.find((one) => one === (asked.how ?? "in_person"));
  if (!how) throw new Refused(`Say how you meet as one of: ${MEETING_HOWS.join(", ")}.`);
  const planned = (tx: Tx) => planMeetingRows(tx, actor, rows.value, today);
  return {
    plan: async (tx) => {
      const plan = await planned(tx);
      const steps = plan.steps.filter((step) => step.kind !== "ask-past" || isKnown(step));
      const left = plan.steps.filter((step) => !steps.includes(step)).map(leftOut);
      return whole({ ...plan, steps }, [...rows.notices, ...left]);
    },
    apply: async () => {
      const past = (await read(planned)).steps.filter(({ kind }) => kind === "ask-past");
      const answers = past.map((step) => ({ became: isKnown(step) ? "met" : "leave" }));
      const input = { ...kept, area: actor.areaSlug, council: asked.council, how, rows: rows.value };
      return runAs(user, importMeetings, { ...input, asked: answers, askedCount: past.length }, { clock });
    },
  };
}

type Step = Awaited<ReturnType<typeof planMeetingRows>>["steps"][number];

/** Whether the file itself says that people of both sides came. */
function isKnown(step: Step): boolean {
  if (step.kind !== "ask-past" || !step.isTold) return false;
  return new Set(step.present.map(({ side }) => side)).size === 2;
}

function leftOut({ line, name }: Step): FileProblem {
  const message = `“${name}” has been, and who came is not known. Left out: import it on the page, which asks.`;
  return { line, column: null, message };
}

function whole(
  plan: Plan & { notices: readonly FileProblem[] },
  more: readonly FileProblem[],
): Reading<Plan> {
  return { ok: true, value: plan, notices: [...more, ...plan.notices] };
}

/** The account as it stands in the area that was named, or in the only one it stands in. */
async function actorOf(user: SignedIn, { area, as }: Asked, read: Read): Promise<AreaActor> {
  const { stands } = await read(async (_, rows) => toActor(user, rows));
  const [only, ...others] = area === undefined ? stands : stands.filter(({ areaSlug }) => areaSlug === area);
  if (!only)
    throw new Refused(area ? `There is no area ${area} that ${as} can see.` : `${as} stands in no area.`);
  if (others.length > 0)
    throw new Refused(`Say which area with --area: ${stands.map(({ areaSlug }) => areaSlug).join(", ")}.`);
  return { ...only, userId: user.id, name: user.name };
}
