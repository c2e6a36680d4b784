import type { HolidayCalendar } from "~/platform/calendar/bank-holidays";
import type { Day } from "~/platform/calendar/day";
import { holidaysOf } from "~/platform/calendar/known-holidays.server";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, holderOf, liveTies, type Side } from "../identity/actor";
import { isContested, type RecordBase } from "../records/record";
import { aboutRelationship, baseSelect, findBase, toBase, visibleTo } from "../records/record.queries.server";
import { sideNames } from "../records/side-names";
import type { FactOf } from "../scoring/facts";
import {
  agreedWorkingDays,
  daysPastTarget,
  defaultTarget,
  heldBy,
  type Referral,
  type Request,
  stateOf,
  waitingOn,
  workingDaysWaited,
} from "./request";
import { toFact } from "./request.facts";
import { actionsOf } from "./request.policy";
import { referralSelect, requestSelect, toReferral, toRequest } from "./request-rows.server";

/** One request's own part, as the record of an area this actor sees; null: there is none. */
export async function findRequest(tx: Tx, id: string): Promise<Request | null> {
  const row = await tx.request.findUnique({ where: { recordId: id }, select: requestSelect });
  return row && toRequest(row);
}

/** The page of one request; null where this actor sees no such record. */
export async function getRequestPage(tx: Tx, actor: AreaActor, id: string, today: Day) {
  const record = await findBase(tx, actor, id, { withGone: true });
  if (record?.kind !== "request" || record.binned) return null;
  const row = await tx.request.findUniqueOrThrow({
    where: { recordId: id },
    select: requestSelect,
  });
  const request = toRequest(row);
  const council = await findCouncil(tx, actor, record);
  const sides = sideNames(council);
  const referrals = await findReferrals(tx, id);
  const named = row.toPersonId === null ? null : (row.toPerson?.name ?? "a member");
  return {
    ...request,
    ...standing(request, today, holidaysOf(tx)),
    id,
    title: record.title,
    relationshipId: record.relationshipId,
    revision: record.revision,
    council,
    sides,
    detail: row.detail,
    holdingText: row.holdingText,
    answerText: row.answerText,
    toPerson: named,
    toPersonId: row.toPersonId,
    referrals,
    meeting: await findMeetingLink(tx, actor, row.meetingId),
    holders: heldBy({ ...request, to: named ?? sides[request.toSide], referrals }, today, holidaysOf(tx)),
    ownSide: actor.side,
    can: actionsOf(actor, record, request),
  };
}

/** What a request's days come to on a day. */
function standing(request: Request, today: Day, holidays: HolidayCalendar) {
  return {
    state: stateOf(request),
    waitingOn: waitingOn(request),
    waited: workingDaysWaited(request, today, holidays),
    pastTarget: daysPastTarget(request, today, holidays),
  };
}

/** Whom a request was passed on to, in order. A query of its own: a transaction's connection does one at a time. */
async function findReferrals(tx: Tx, requestId: string): Promise<Referral[]> {
  const rows = await tx.referral.findMany({
    where: { requestId },
    orderBy: [{ on: "asc" }, { id: "asc" }],
    select: referralSelect,
  });
  return rows.map(toReferral);
}

const UNFINISHED = {
  withdrawnOn: null,
  OR: [{ answeredOn: null }, { answeredOn: { not: null }, judgement: null }],
};

/** Requests that wait for an answer, or for a word on one: the first to be due first. For agendas and home pages. */
export async function findOpenRequests(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  { relationshipId }: { relationshipId?: string } = {},
): Promise<OpenRequest[]> {
  const rows = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: "request", request: UNFINISHED },
        relationshipId ? aboutRelationship(actor, relationshipId) : {},
      ],
    },
    orderBy: [{ request: { targetOn: "asc" } }, { id: "asc" }],
    select: { ...baseSelect, request: { select: requestSelect } },
    take: 200,
  });
  return rows.flatMap(({ request: row, ...base }) => {
    if (row === null) return [];
    const request = toRequest(row);
    return {
      id: base.id,
      title: base.title,
      relationshipId: base.relationshipId,
      toSide: request.toSide,
      waitingOn: waitingOn(request) ?? request.toSide,
      askedOn: request.askedOn,
      targetOn: request.targetOn,
      answered: request.answeredOn !== null,
      pastTarget: daysPastTarget(request, today, holidaysOf(tx)),
      contested: isContested(toBase(base), today),
    };
  });
}

/** A request that waits on somebody, for lists outside its own pages. */
export type OpenRequest = {
  id: string;
  title: string;
  relationshipId: string | null;
  toSide: Side;
  /** The side whose turn it is: to answer, or (answered) to say how straight the answer was. */
  waitingOn: Side;
  askedOn: Day;
  targetOn: Day;
  answered: boolean;
  /** Working days past the day its answer was wanted by. */
  pastTarget: number;
  contested: boolean;
};

/** What a request says to the score; null where it says nothing. */
export async function findRequestFact(tx: Tx, recordId: string): Promise<FactOf<"request"> | null> {
  const row = await tx.record.findUnique({
    where: { id: recordId },
    select: { ...baseSelect, request: { select: requestSelect } },
  });
  return row?.request ? toFact(toBase(row), toRequest(row.request)) : null;
}

/** The working days agreed for an answer, and the day that gives: the relationship's, or the longest of the area's. */
export async function findDefaultTarget(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string | null,
  askedOn: Day,
): Promise<{ workingDays: number; targetOn: Day }> {
  const ids = relationshipId === null ? liveTies(actor).map((r) => r.id) : [holderOf(actor, relationshipId)];
  const relationships = await tx.relationship.findMany({
    where: { id: { in: ids } },
    select: { requestWorkingDays: true },
  });
  const workingDays = agreedWorkingDays(relationships);
  return { workingDays, targetOn: defaultTarget(askedOn, workingDays, holidaysOf(tx)) };
}

/** The short name of the council a record is about; null: all of the area's. */
async function findCouncil(tx: Tx, actor: AreaActor, record: RecordBase): Promise<string | null> {
  const relationship = actor.relationships.find((r) => r.id === record.relationshipId);
  if (!relationship) return null;
  const council = await tx.organisation.findUnique({
    where: { id: relationship.councilId },
    select: { shortName: true },
  });
  return council?.shortName ?? null;
}

async function findMeetingLink(tx: Tx, actor: AreaActor, meetingId: string | null) {
  if (meetingId === null) return null;
  const meeting = await findBase(tx, actor, meetingId);
  return meeting && { id: meeting.id, title: meeting.title };
}
