import { addDays, type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor, Side } from "../identity/actor";
import { findNames, findNaming } from "../projects/plan-names.queries.server";
import { baseSelect, findBase, toBase, visibleTo } from "../records/record.queries.server";
import type { FactOf } from "../scoring/facts";
import { CHECKS, type Handover, isVacant, nextStep, noticeDays, stateOf } from "./handover";
import { toFact } from "./handover.facts";
import { actionsOf } from "./handover.policy";
import { roleOf } from "./handover.transitions";
import { ROLE_WORDS } from "./handover-item";
import { handoverSelect, namesOf, peopleOf, toHandover } from "./handover-rows.server";
import { findMeetingsSince } from "./meetings-since.queries.server";

/** The page of one handover; null where this actor sees no such record. */
export async function getHandoverPage(tx: Tx, actor: AreaActor, id: string, today: Day) {
  const record = await findBase(tx, actor, id, { withGone: true });
  if (record?.kind !== "handover" || record.binned) return null;
  const row = await tx.handover.findUniqueOrThrow({ where: { recordId: id }, select: handoverSelect });
  const handover = toHandover(row, record);
  const names = namesOf(row, await findNames(tx, peopleOf([row])));
  const naming = await findNaming(tx, actor.relationships);
  const can = actionsOf(actor, record, handover);
  const about = { ...handover, relationshipId: record.relationshipId };
  const met = row.metAtId ? await findBase(tx, actor, row.metAtId) : null;
  return {
    id,
    title: record.title,
    revision: record.revision,
    relationshipId: record.relationshipId,
    postId: row.appointmentId,
    outgoing: { id: row.outgoingId, name: names.outgoing },
    incoming: row.incomingId && names.incoming ? { id: row.incomingId, name: names.incoming } : null,
    ownSide: actor.side,
    role: roleOf(handover, actor.side),
    sides: naming(record.relationshipId),
    metAt: met && { id: met.id, title: met.title },
    withdrawn: handover.withdrawnOn && { on: handover.withdrawnOn, note: row.withdrawnNote },
    ...standing(handover, today),
    meetings: can.includes("complete") ? await findMeetingsSince(tx, actor, about) : [],
    items: await findMovedItems(tx, actor, id),
    can,
  };
}

/** What a handover's days come to on a day. */
function standing(handover: Handover, today: Day) {
  const { ofSide, why, notifiedOn, effectiveOn, note, preparedOn, acceptedOn, completedOn } = handover;
  return {
    ...{ ofSide, why, notifiedOn, effectiveOn, note, preparedOn, acceptedOn, completedOn },
    lastDay: addDays(effectiveOn, -1),
    notice: noticeDays(handover),
    checks: CHECKS.map((check) => ({ check, on: handover.checks[check] })),
    state: stateOf(handover),
    next: nextStep(handover),
    vacant: isVacant(handover, today),
  };
}

/** What moved with a handover, as far as this actor sees it: the newest move first. */
async function findMovedItems(tx: Tx, actor: AreaActor, handoverId: string) {
  const rows = await tx.handoverItem.findMany({
    where: { handoverId, item: visibleTo(actor) },
    orderBy: [{ batch: "desc" }, { id: "asc" }],
    select: { id: true, itemId: true, batch: true, role: true, movedOn: true, undoneOn: true, toId: true },
  });
  const records = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { id: { in: rows.map(({ itemId }) => itemId) } }] },
    select: { id: true, kind: true, title: true },
  });
  const names = await findNames(
    tx,
    rows.map(({ toId }) => toId),
  );
  return rows.flatMap(({ itemId, role, movedOn, undoneOn, toId, ...row }) => {
    const record = records.find(({ id }) => id === itemId);
    if (!record) return [];
    return {
      ...row,
      item: record,
      role: ROLE_WORDS[role] ?? role,
      to: names.get(toId) ?? "somebody",
      movedOn: dateToDay(movedOn),
      undone: undoneOn !== null,
    };
  });
}

/** The handovers with which a record went from one person to another and was not moved back: the newest first. */
export async function findMovesOf(tx: Tx, actor: AreaActor, itemId: string) {
  const rows = await tx.handoverItem.findMany({
    where: { itemId, undoneOn: null, handover: { record: visibleTo(actor) } },
    orderBy: [{ movedAt: "desc" }, { id: "desc" }],
    select: { id: true, handoverId: true, fromId: true, toId: true, movedOn: true },
  });
  const names = await findNames(
    tx,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  const name = (id: string) => names.get(id) ?? "somebody";
  return rows.map(({ fromId, toId, movedOn, ...row }) => ({
    ...row,
    ...{ from: name(fromId), to: name(toId), on: dateToDay(movedOn) },
  }));
}

/** What a handover says to the score; null where it says nothing. */
export async function findHandoverFact(tx: Tx, recordId: string): Promise<FactOf<"handover"> | null> {
  const row = await tx.record.findUnique({
    where: { id: recordId },
    select: { ...baseSelect, handover: { select: handoverSelect } },
  });
  if (!row?.handover) return null;
  const base = toBase(row);
  return toFact(base, toHandover(row.handover, base));
}

/** The post whose facts follow a handover's: whether it still counts as ended without one. */
export async function findPostOf(tx: Tx, recordId: string): Promise<string[]> {
  const row = await tx.handover.findUnique({ where: { recordId }, select: { appointmentId: true } });
  return row ? [row.appointmentId] : [];
}

/** Whose post a handover is of, and for which relationship: for what is made from it. */
export async function findHandoverPlace(tx: Tx, actor: AreaActor, id: string) {
  const record = await findBase(tx, actor, id);
  if (record?.kind !== "handover") return null;
  const row = await tx.handover.findUniqueOrThrow({
    where: { recordId: id },
    select: { ofSide: true, outgoingId: true, incomingId: true, effectiveOn: true, note: true },
  });
  const side: Side = row.ofSide;
  const names = namesOf(row, await findNames(tx, peopleOf([row])));
  return {
    id,
    title: record.title,
    relationshipId: record.relationshipId,
    side,
    note: row.note,
    effectiveOn: dateToDay(row.effectiveOn),
    outgoingId: row.outgoingId,
    incomingId: row.incomingId,
    ...names,
  };
}
