import { type Day, dayToDate } from "~/platform/calendar/day";
import {
  type CommandContext,
  Conflict,
  type EventData,
  type EventEntry,
  Problem,
} from "~/platform/command.server";
import { type Actor, type AreaActor, holderOf, liveTies, otherSide } from "../identity/actor";
import type { Level, RecordBase, RecordKind } from "./record";
import { findBase } from "./record.queries.server";

export type Context = CommandContext<Actor>;

/** The actor as they stand in the area a command names, or null: to them there is no such area. */
export function standIn(context: Context, areaSlug: string): AreaActor | null {
  const stand = context.actor.stands.find((s) => s.areaSlug === areaSlug);
  return stand ? { ...stand, userId: context.actor.userId, name: context.actor.name } : null;
}

/**
 * Which relationship a new record is about. A council's is its own; the community names the council where there are
 * several ('all' for all of them). Throws Problem on `council` where the answer is missing or not one of the area's.
 */
export function relationshipFor(actor: AreaActor, council: string | undefined): string | null {
  const [only, ...others] = liveTies(actor);
  if (only && others.length === 0) return only.id;
  if (council === "all" && actor.side === "community") return null;
  const named = actor.relationships.find((r) => r.councilSlug === council);
  if (!named) throw new Problem({ council: "Choose which council this is about" });
  return holderOf(actor, named.id);
}

export type NewRecord = {
  kind: RecordKind;
  relationshipId: string | null;
  level: Level;
  title: string;
  occurredOn: Day;
};

/** Writes the common part of a new record: who, for whom, when, from the context and never from the form. */
export async function createBase(context: Context, actor: AreaActor, record: NewRecord): Promise<string> {
  const id = context.newId();
  await context.tx.record.create({
    data: {
      id,
      kind: record.kind,
      areaId: actor.areaId,
      // Nothing new is added to what another has taken over: not even from within a record made before.
      relationshipId: record.relationshipId && holderOf(actor, record.relationshipId),
      organisationId: actor.organisationId,
      side: actor.side,
      authorId: actor.userId,
      level: record.level,
      title: record.title,
      occurredOn: dayToDate(record.occurredOn),
      recordedOn: dayToDate(context.today),
      recordedAt: context.now,
      updatedAt: context.now,
    },
    select: { id: true },
  });
  return id;
}

type BaseChange = Partial<{
  /** Widening alone: nothing shared is narrowed. */
  level: "side" | "shared";
  title: string;
  occurredOn: Date;
  openedByOtherAt: Date;
  binnedAt: Date | null;
  voidAskedOn: Date;
  voidAskedBySide: "council" | "community";
  voidReason: string;
  voidedOn: Date;
  contestedOn: Date | null;
  contestedBySide: "council" | "community" | null;
  settledOn: Date | null;
}>;

/**
 * Counts the record's revision up, with any change of its common part. `seen` is the revision the form was made from;
 * where somebody else has written meanwhile it throws Conflict with `current`, and nothing is written.
 * Without `seen` (a verb that does not overwrite what others wrote) the revision read in this transaction counts.
 */
export async function reviseBase(
  context: Context,
  record: RecordBase,
  change: BaseChange,
  seen: number = record.revision,
  current: unknown = null,
): Promise<void> {
  // Whoever of the other side writes to a shared record has seen it: from then it can no longer be binned.
  const side = context.actor.stands.find((stand) => stand.areaId === record.areaId)?.side;
  const opened = record.level === "shared" && side === otherSide(record.side) && !record.openedByOther;
  const { count } = await context.tx.record.updateMany({
    where: { id: record.id, revision: seen },
    data: {
      ...change,
      ...(opened ? { openedByOtherAt: context.now } : {}),
      revision: { increment: 1 },
      updatedAt: context.now,
    },
  });
  if (count === 0) throw new Conflict(current);
}

/** Who said something, as a reply keeps it: an account, or the contact a link was made for. */
export function saidBy({ actor: { userId, contactId } }: Context) {
  return contactId === undefined ? { authorId: userId } : { authorId: null, byPersonId: contactId };
}

/** The event of a write to a record: it carries the record's area, relationship and level. */
export function eventOf(
  record: Pick<RecordBase, "id" | "areaId" | "relationshipId" | "level">,
  actor: AreaActor,
  data: EventData,
): EventEntry {
  return {
    subjectId: record.id,
    areaId: record.areaId,
    relationshipId: record.relationshipId,
    organisationId: actor.organisationId,
    side: actor.side,
    level: record.level,
    data,
  };
}

/** A record this actor sees, with where they stand towards it; null: to them it is not there. */
export async function subjectRecord(
  context: Context,
  id: string,
  options: { withGone?: boolean } = {},
): Promise<{ actor: AreaActor; record: RecordBase } | null> {
  // Row security answers first; visibleTo then says the same from the stand alone.
  const row = await context.tx.record.findUnique({ where: { id }, select: { areaId: true } });
  const stand = context.actor.stands.find((s) => s.areaId === row?.areaId);
  if (!stand) return null;
  const actor = { ...stand, userId: context.actor.userId, name: context.actor.name };
  const record = await findBase(context.tx, actor, id, options);
  return record && { actor, record };
}
