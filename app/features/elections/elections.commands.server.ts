import { z } from "zod";
import { addDays, type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import {
  type CommandContext,
  Conflict,
  defineCommand,
  type EventData,
  Problem,
} from "~/platform/command.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { optionalLongText, optionalShortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { ELECTION_KINDS, type ElectionKind, LONGEST_PERIOD_DAYS } from "./election";
import { canKeepElections } from "./election.policy";

const command = defineCommand<Actor>();
type Context = CommandContext<Actor>;

const kinds = Object.keys(ELECTION_KINDS) as [ElectionKind, ...ElectionKind[]];
const FIRST_POLL = "1990-01-01";
const LAST_POLL = "2100-12-31";

const details = {
  kind: z.enum(kinds, { error: "Choose what is voted for" }),
  pollOn: dayField("Enter the day of the poll"),
  noticeOn: optionalDayField(),
  source: optionalShortText(),
  note: optionalLongText(),
};
type Details = z.output<z.ZodObject<typeof details>>;
type Council = { id: string; shortName: string; endsOn: Date | null };

const councilSelect = { id: true, shortName: true, endsOn: true };

/** The details with their days as days; a Problem beside the field where they cannot be. */
async function checked({ tx, today }: Context, council: Council, typed: Details, ownId?: string) {
  const pollOn = resolveDay(typed.pollOn, today);
  const noticeOn = typed.noticeOn && resolveDay(typed.noticeOn, today);
  if (pollOn < FIRST_POLL || pollOn > LAST_POLL)
    throw new Problem({ pollOn: "Enter a day between 1990 and 2100" });
  if (council.endsOn !== null && dateToDay(council.endsOn) <= pollOn)
    throw new Problem({ pollOn: `${council.shortName} has ended by that day` });
  refuseNotice(noticeOn, pollOn);
  const same = { organisationId: council.id, pollOn: dayToDate(pollOn), kind: typed.kind, removedAt: null };
  const others = await tx.election.count({ where: { ...same, ...(ownId ? { NOT: { id: ownId } } : {}) } });
  if (others > 0) throw new Problem({ pollOn: "This election is on the list already" });
  const { kind, source, note } = typed;
  return { kind, pollOn, noticeOn, source, note };
}

function refuseNotice(noticeOn: Day | null, pollOn: Day): void {
  if (noticeOn === null) return;
  if (noticeOn > pollOn) throw new Problem({ noticeOn: "The period begins before the poll" });
  if (noticeOn < addDays(pollOn, -LONGEST_PERIOD_DAYS))
    throw new Problem({ noticeOn: "Enter a day in the four months before the poll" });
}

type Checked = Awaited<ReturnType<typeof checked>>;

const columnsOf = ({ pollOn, noticeOn, ...rest }: Checked) => ({
  ...rest,
  pollOn: dayToDate(pollOn),
  noticeOn: noticeOn && dayToDate(noticeOn),
});

/** A council whose elections this actor has to do with; null: to them it is not there. */
async function subjectCouncil({ tx, actor }: Context, councilId: string): Promise<Council | null> {
  if (!actor.admin && !worksWith(actor, councilId)) return null;
  return tx.organisation.findFirst({
    where: { id: councilId, kinds: { has: "council" } },
    select: councilSelect,
  });
}

function worksWith({ stands }: Actor, councilId: string): boolean {
  return stands.some(({ relationships }) => relationships.some((one) => one.councilId === councilId));
}

/** An election on the list; null where there is none to this actor. */
async function subjectElection({ tx }: Context, id: string) {
  const row = await tx.election.findFirst({
    where: { id, removedAt: null },
    include: { organisation: { select: councilSelect } },
  });
  if (!row) return null;
  const { organisation: council, ...election } = row;
  const [pollOn, noticeOn] = [dateToDay(row.pollOn), row.noticeOn && dateToDay(row.noticeOn)];
  return { council, election: { ...election, pollOn, noticeOn } };
}

/** Puts an election of a council on the list. */
export const addElection = command({
  id: "elections.add",
  input: z.strictObject({ councilId: z.uuid({ error: "Choose the council" }), ...details }),
  subject: (context, { councilId }) => subjectCouncil(context, councilId),
  allow: (actor, council) => canKeepElections(actor, council.id),
  async run(context, council, { councilId, ...typed }) {
    const made = await checked(context, council, typed);
    const id = context.newId();
    const place = { id, organisationId: councilId, recordedAt: context.now };
    await context.tx.election.create({ data: { ...columnsOf(made), ...place }, select: { id: true } });
    const event = eventOfNoArea(id, { council: council.shortName, after: made, ...shown(made) });
    return { result: { id }, event };
  },
  says: (data) => `added ${named(data)}`,
});

/** Corrects what is known of an election. */
export const correctElection = command({
  id: "elections.correct",
  input: z.strictObject({ id: idSchema, revision: z.int32(), ...details }),
  subject: (context, { id }) => subjectElection(context, id),
  allow: (actor, { council }) => canKeepElections(actor, council.id),
  async run(context, { council, election }, { id, revision, ...typed }) {
    const made = await checked(context, council, typed, id);
    const { kind, pollOn, noticeOn, source, note } = election;
    const before = { kind, pollOn, noticeOn, source, note };
    const { count } = await context.tx.election.updateMany({
      where: { id, revision, removedAt: null },
      data: { ...columnsOf(made), revision: { increment: 1 } },
    });
    if (count === 0) throw new Conflict(before);
    const data = { council: council.shortName, before, after: made, ...shown(made) };
    return { result: { id }, event: eventOfNoArea(id, data) };
  },
  says: (data) => `corrected ${named(data)}`,
});

/** Takes an election off the list: it was none of this council's, or was called off. */
export const removeElection = command({
  id: "elections.remove",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectElection(context, id),
  allow: (actor, { council }) => canKeepElections(actor, council.id),
  async run({ tx, now }, { council, election }, { id }) {
    const { kind, pollOn, noticeOn, source, note } = election;
    const before = { kind, pollOn, noticeOn, source, note };
    await tx.election.update({
      where: { id },
      data: { removedAt: now, revision: { increment: 1 } },
      select: { id: true },
    });
    const data = { council: council.shortName, before, ...shown(election) };
    return { result: { id }, event: eventOfNoArea(id, data) };
  },
  says: (data) => `took ${named(data)} off the list`,
});

function shown({ kind, pollOn }: Pick<Checked, "kind" | "pollOn">) {
  return { kind: "election", election: kind, pollOn };
}

function named({ council, election, pollOn }: EventData): string {
  const kind = kinds.find((one) => one === election);
  return `${String(council)}: ${kind ? ELECTION_KINDS[kind] : "an election"} on ${saidDay(pollOn)}`;
}
