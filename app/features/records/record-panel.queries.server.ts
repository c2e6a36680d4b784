import type { Tx } from "~/platform/db.server";
import { type AreaActor, otherSide, ownOrganisations } from "../identity/actor";
import { canAttach } from "./attachment";
import { findAttachments } from "./attachments.queries.server";
import { findNotes } from "./notes.queries.server";
import { daysLateEntered, type RecordBase } from "./record";
import {
  canAgreeVoid,
  canAskVoid,
  canBin,
  canDispute,
  canEdit,
  canReply,
  canSettle,
  canWrite,
  isOwn,
} from "./record.policy";
import { findBase, findReplies } from "./record.queries.server";
import { audienceOf, type HistoryEntry, type RecordPanel } from "./record-panel";
import { sideName } from "./side-names";
import { findContactNames, findUserNames } from "./user-names.queries.server";

/** Everything the foot of a record's page says, voided and one's own binned ones included; null: no such record. */
export async function findRecordPanel(
  tx: Tx,
  actor: AreaActor,
  id: string,
  now: Date,
): Promise<RecordPanel | null> {
  const record = await findBase(tx, actor, id, { withGone: true });
  // What one side took back before the other saw it is that side's own.
  if (record === null || (record.binned && !isOwn(actor, record))) return null;
  const council = await findCouncilName(tx, actor, record.relationshipId);
  const replies = await findReplies(tx, id);
  const events = await findEvents(tx, actor, id);
  const organisations = await findOrganisationNames(tx, [
    record.organisationId,
    ...events.map((event) => event.organisationId),
  ]);
  const users = await findUserNames(tx, [record.authorId, ...events.map((event) => event.actorId)]);
  const organisation = organisations.get(record.organisationId) ?? "another organisation";
  const contacts = await findContactNames(tx, events.map(contactOf));
  const seen = record.openedByOther || events.some((event) => event.command === "records.opened");
  return {
    ...common(record, actor, council),
    by: users.get(record.authorId) ?? organisation,
    organisation,
    organisationId: record.organisationId,
    replies: replies.map(({ author, ...reply }) => ({ ...reply, by: author })),
    notes: record.kind === "note" ? [] : await findNotes(tx, actor, { recordId: id }),
    files: await findAttachments(tx, actor, id, now),
    history: events.map((event) => toEntry(event, { users, contacts, organisations })),
    firstOpening:
      !actor.closed &&
      !actor.glass &&
      record.level === "shared" &&
      !record.binned &&
      actor.side !== record.side &&
      !seen,
    can: permissions(actor, { ...record, openedByOther: seen }, now, replies.length),
  };
}

type Names = Record<"users" | "contacts" | "organisations", ReadonlyMap<string, string>>;

function toEntry(event: Awaited<ReturnType<typeof findEvents>>[number], names: Names): HistoryEntry {
  const { id, at, command, level, data, actorId, organisationId } = event;
  const person = names.users.get(actorId ?? "") ?? names.contacts.get(contactOf(event) ?? "");
  const by = person ?? names.organisations.get(organisationId ?? "") ?? "The tracker";
  return { id, at, command, level, data, by };
}

/** The contact who wrote it by link, as the event's data names them. */
function contactOf({ data }: { data: unknown }): string | null {
  const person = typeof data === "object" && data !== null && "byPerson" in data ? data.byPerson : undefined;
  return typeof person === "string" ? person : null;
}

function common(record: RecordBase, actor: AreaActor, council: string | null) {
  const { voidAskedOn, voidAskedBySide, contestedOn, contestedBySide } = record;
  return {
    id: record.id,
    kind: record.kind,
    revision: record.revision,
    level: record.level,
    recordedAt: record.recordedAt,
    occurredOn: record.occurredOn,
    daysLate: daysLateEntered(record),
    audience: audienceOf(record, actor, council),
    binned: record.binned,
    voidedOn: record.voidedOn,
    voidAsked:
      voidAskedOn && voidAskedBySide
        ? { on: voidAskedOn, by: sideName(voidAskedBySide, council), reason: record.voidReason ?? "" }
        : null,
    contested:
      contestedOn && contestedBySide
        ? { on: contestedOn, by: sideName(contestedBySide, council), settledOn: record.settledOn }
        : null,
    otherSide: sideName(otherSide(actor.side), council),
  };
}

function permissions(actor: AreaActor, record: RecordBase, now: Date, replies: number): RecordPanel["can"] {
  const stands = !record.binned && record.voidedOn === null;
  return {
    edit: canEdit(actor, record) === true,
    reply: record.level === "shared" && canReply(actor, record) === true,
    dispute: canDispute(actor, record) === true,
    settle: canSettle(actor, record) === true,
    bin: canBin(actor, record, now, replies) === true,
    restore: record.binned && canEdit(actor, { ...record, binned: false }) === true,
    askVoid: canAskVoid(actor, record) === true && canBin(actor, record, now, replies) !== true,
    agreeVoid: canAgreeVoid(actor, record) === true,
    attach: canAttach(actor, record) === true,
    note: stands && record.kind !== "note" && canWrite(actor) === true,
  };
}

/** The short name of the council a relationship is with; null: all of the area's. */
async function findCouncilName(tx: Tx, actor: AreaActor, relationshipId: string | null) {
  const relationship = actor.relationships.find(({ id }) => id === relationshipId);
  if (!relationship) return null;
  return (await findOrganisationNames(tx, [relationship.councilId])).get(relationship.councilId) ?? null;
}

async function findOrganisationNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  const rows = await tx.organisation.findMany({
    where: { id: { in: wanted } },
    select: { id: true, shortName: true },
  });
  return new Map(rows.map(({ id, shortName }) => [id, shortName]));
}

/** What was done to the record, newest first, each entry under its own level. */
async function findEvents(tx: Tx, actor: AreaActor, recordId: string) {
  return tx.event.findMany({
    where: {
      subjectId: recordId,
      areaId: actor.areaId,
      OR: [
        { level: "shared" },
        { level: "side", organisationId: { in: ownOrganisations(actor) } },
        { level: "personal", actorId: actor.userId },
      ],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: {
      id: true,
      at: true,
      command: true,
      level: true,
      data: true,
      actorId: true,
      organisationId: true,
    },
    take: 100,
  });
}
