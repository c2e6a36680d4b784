import { actionsFor, situationOf } from "~/features/commitments/commitment.transitions";
import { findRows, findTold, toCommitment } from "~/features/commitments/commitment-rows.server";
import { type AreaActor, councilsOf, otherSide, type Side } from "~/features/identity/actor";
import type { Purpose } from "~/features/links/link";
import { findParts } from "~/features/meetings/meeting-parts.server";
import { currentMinutes, waitingFor } from "~/features/meetings/minutes";
import type { RecordBase } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { findBase } from "~/features/records/record.queries.server";
import { waitingOn as waitingOnRequest } from "~/features/requests/request";
import { findRequest } from "~/features/requests/request.queries.server";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/** What of a record waits on the other side, as somebody without an account could answer it. */
export type OutsideAsk = { purpose: Purpose; side: Side; councilIds: string[] };

type Finder = (tx: Tx, actor: AreaActor, record: RecordBase, today: Day) => Promise<Purpose | null>;

const FINDERS: Partial<Record<RecordBase["kind"], Finder>> = {
  commitment: ofPromise,
  request: ofRequest,
  meeting: ofMinutes,
};

/** What waits on the side across the table from the actor, of one record; null: nothing does. */
export async function findOutsideAsk(
  tx: Tx,
  actor: AreaActor,
  record: RecordBase,
  today: Day,
): Promise<OutsideAsk | null> {
  if (record.level !== "shared" || record.binned || record.voidedOn !== null) return null;
  const purpose = (await FINDERS[record.kind]?.(tx, actor, record, today)) ?? null;
  if (purpose === null) return null;
  const about = actor.relationships.filter(({ id }) => [null, id].includes(record.relationshipId));
  // Whoever is in post at the council that has taken over answers for what was recorded with the one before.
  const councilIds = [...new Set(about.flatMap(({ councilId }) => councilsOf(actor, councilId)))];
  return { purpose, side: otherSide(actor.side), councilIds };
}

/** Whether the actor may hand over what waits on the other side, for the foot of a record's page. */
export async function waitsOutside(
  tx: Tx,
  actor: AreaActor,
  { id, kind, level }: Pick<RecordBase, "id" | "kind" | "level">,
  today: Day,
): Promise<boolean> {
  if (level !== "shared" || !(kind in FINDERS) || canWrite(actor) !== true) return false;
  const record = await findBase(tx, actor, id);
  return record !== null && (await findOutsideAsk(tx, actor, record, today)) !== null;
}

/** Their turn first: a yes, then an answer to a new day; else what was noted for them, or the day of a promise of theirs. */
async function ofPromise(tx: Tx, actor: AreaActor, record: RecordBase, today: Day): Promise<Purpose | null> {
  const [row] = await findRows(tx, { id: record.id });
  if (row === undefined) return null;
  const promise = toCommitment(row);
  const told = await findTold(tx, actor);
  const theirs = otherSide(actor.side);
  const known = told(promise, record.relationshipId);
  const can = actionsFor(situationOf(promise, theirs, false, today, known));
  if (can.includes("confirm")) return "confirm";
  if (can.includes("agree-day")) return "new_day";
  const asked = promise.bySide === theirs && can.includes("propose-day");
  return asked || can.includes("not-ours") ? "promise" : null;
}

async function ofRequest(tx: Tx, actor: AreaActor, record: RecordBase): Promise<Purpose | null> {
  const request = await findRequest(tx, record.id);
  const theirs = request?.toSide === otherSide(actor.side);
  return request && theirs && request.answeredOn === null && waitingOnRequest(request) ? "request" : null;
}

async function ofMinutes(tx: Tx, actor: AreaActor, record: RecordBase): Promise<Purpose | null> {
  const meeting = await findParts(tx, record.id);
  const current = meeting && currentMinutes(meeting.minutes);
  return current && waitingFor(current).includes(otherSide(actor.side)) ? "minutes" : null;
}
