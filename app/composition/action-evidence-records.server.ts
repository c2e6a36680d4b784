import { toPromiseSeen } from "~/features/actions/promise-seen";
import type { MeetingSeen, PromiseSeen, RequestSeen } from "~/features/actions/records-seen";
import {
  findPersonNames,
  findRows,
  findTold,
  toCommitment,
} from "~/features/commitments/commitment-rows.server";
import type { AreaActor } from "~/features/identity/actor";
import { isAgainstResidents } from "~/features/meetings/decision";
import { isContact } from "~/features/meetings/meeting";
import type { RecordKind } from "~/features/records/record";
import { isContested } from "~/features/records/record";
import { aboutRelationship, visibleTo } from "~/features/records/record.queries.server";
import { addDays, type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";

/** How far back meetings and posts are read, in days: beyond what any rule looks at. */
export const LOOK_BACK = 2 * 366;

/** Which relationship's evidence is read, for whom, on which day. */
export type Asked = { tx: Tx; actor: AreaActor; relationshipId: string; today: Day };

/** A DATE column as a day; null stays null. */
export const dayOrNull = (date: Date | null): Day | null => date && dateToDay(date);

/** The records of one relationship, and of all councils, that this actor may see. */
export function recordsOf({ actor, relationshipId }: Asked, kind?: string): Prisma.RecordWhereInput {
  const about = aboutRelationship(actor, relationshipId);
  return { AND: [visibleTo(actor), about, kind === undefined ? {} : { kind }] };
}

const meetingSelect = {
  id: true,
  level: true,
  occurredOn: true,
  contestedOn: true,
  settledOn: true,
  meeting: {
    select: {
      status: true,
      how: true,
      tone: true,
      wentWell: true,
      wentBadly: true,
      projects: { select: { projectId: true } },
      attendances: { select: { personId: true, side: true, capacity: true, attendance: true } },
      decisions: { where: { key: true } },
    },
  },
} satisfies Prisma.RecordSelect;

/** Its meetings of two years. */
export async function meetingsSeen(asked: Asked): Promise<MeetingSeen[]> {
  const { tx, today } = asked;
  const from = dayToDate(addDays(today, -LOOK_BACK));
  const rows = await tx.record.findMany({
    where: { AND: [recordsOf(asked, "meeting"), { occurredOn: { gte: from } }] },
    select: meetingSelect,
  });
  return rows.flatMap(({ meeting, ...row }) => {
    if (meeting === null) return [];
    const { attendances } = meeting;
    const dispute = { contestedOn: dayOrNull(row.contestedOn), settledOn: dayOrNull(row.settledOn) };
    const disputed = isContested(dispute, today);
    const seen = {
      id: row.id,
      status: meeting.status,
      how: meeting.how,
      tone: meeting.tone,
      shared: row.level === "shared",
      on: dateToDay(row.occurredOn),
      contact: isContact(meeting.status, attendances) && !disputed,
      wentWell: Boolean(meeting.wentWell),
      wentBadly: Boolean(meeting.wentBadly),
      came: attendances.filter(({ attendance }) => attendance === "attended"),
      againstResidents: meeting.decisions.some(isAgainstResidents),
      projectIds: meeting.projects.map(({ projectId }) => projectId),
    };
    return [seen];
  });
}

/** Its promises, however old. */
export async function promisesSeen(asked: Asked): Promise<PromiseSeen[]> {
  const { tx, actor, today } = asked;
  const rows = await findRows(tx, recordsOf(asked));
  const names = await findPersonNames(
    tx,
    rows.map(({ commitment }) => commitment.byPersonId),
  );
  const told = await findTold(tx, actor, rows);
  return rows.map((row) => {
    const promise = toCommitment(row);
    const { id, title, level, relationshipId } = row.record;
    const personId = row.commitment.byPersonId;
    const personName = names.get(personId ?? "") ?? null;
    const named = { id, title, shared: level === "shared", personId, personName };
    return toPromiseSeen(named, promise, today, told(promise, relationshipId));
  });
}

/** Its requests, however old. */
export async function requestsSeen(asked: Asked): Promise<RequestSeen[]> {
  const rows = await asked.tx.record.findMany({
    where: recordsOf(asked, "request"),
    select: {
      id: true,
      title: true,
      level: true,
      request: {
        select: {
          toSide: true,
          askedOn: true,
          targetOn: true,
          answeredOn: true,
          withdrawnOn: true,
          judgement: true,
        },
      },
    },
  });
  return rows.flatMap(({ request, level, ...row }) =>
    request === null
      ? []
      : [
          {
            ...row,
            shared: level === "shared",
            toSide: request.toSide,
            askedOn: dateToDay(request.askedOn),
            targetOn: dateToDay(request.targetOn),
            answeredOn: dayOrNull(request.answeredOn),
            withdrawn: request.withdrawnOn !== null,
            judged: request.judgement !== null,
          },
        ],
  );
}

/** Of which kinds and levels there are records that the actor sees, each with the day of its first. */
async function heldBy(asked: Asked) {
  const found = await asked.tx.record.groupBy({
    by: ["kind", "level"],
    where: recordsOf(asked),
    _min: { occurredOn: true },
  });
  return found.map(({ kind, level, _min: { occurredOn } }) => ({
    kind,
    level,
    first: dayOrNull(occurredOn),
  }));
}

/** The days of the first records: of all that the actor sees, and of those that both sides see. */
function firstDaysOf(held: Awaited<ReturnType<typeof heldBy>>): Record<"all" | "shared", Day | null> {
  const firstOf = (some: typeof held) => some.flatMap(({ first }) => first ?? []).sort()[0] ?? null;
  return { all: firstOf(held), shared: firstOf(held.filter(({ level }) => level === "shared")) };
}

export type Registers = Awaited<ReturnType<typeof registersOf>>;

/** Which registers hold anything, and their first days; `of` asks nothing of a register that is empty. */
export async function registersOf(asked: Asked) {
  const held = await heldBy(asked);
  return {
    first: firstDaysOf(held),
    of: async <T>(kind: RecordKind, seen: (asked: Asked) => Promise<T[]>): Promise<T[]> =>
      held.some((one) => one.kind === kind) ? seen(asked) : [],
  };
}
