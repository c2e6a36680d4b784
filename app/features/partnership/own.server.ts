import { Conflict, type EventData, type EventEntry } from "~/platform/command.server";
import type { AreaActor } from "../identity/actor";
import { type Context, standIn } from "../records/recording.server";
import { isPartnerships } from "./partnership.policy";

/** The actor on the partnership's side of an area; null to anybody else: to them there is nothing here. */
export function ownStand(context: Context, areaSlug: string): AreaActor | null {
  const actor = standIn(context, areaSlug);
  return actor && isPartnerships(actor) ? actor : null;
}

/** What a new line of an area begins with. */
export function lineOf({ now, newId }: Context, actor: AreaActor) {
  return { id: newId(), areaId: actor.areaId, recordedAt: now };
}

/** The lines of an area that stand: the second layer, saying what the row policies say again. */
export function standing(actor: AreaActor) {
  return { areaId: ownAreaOf(actor), removedAt: null };
}

/** The area whose partnership this actor speaks for; of nobody else's anything is found. */
export function ownAreaOf(actor: AreaActor): string {
  return isPartnerships(actor) ? actor.areaId : "00000000-0000-0000-0000-000000000000";
}

/** The event of a write: the partnership's own, like what was written. */
export function ownEvent(actor: AreaActor, subjectId: string, data: EventData): EventEntry {
  const { areaId, organisationId, side } = actor;
  const kind = "partnership";
  return {
    subjectId,
    areaId,
    relationshipId: null,
    organisationId,
    side,
    level: "side",
    data: { kind, ...data },
  };
}

/** Throws Conflict where nothing was changed: somebody else had changed it first. */
export function mustHaveChanged({ count }: { count: number }, current: unknown): void {
  if (count === 0) throw new Conflict(current);
}

type Found = { id: string } | null;
type Shelf<D> = {
  add: (row: D & ReturnType<typeof lineOf>) => Promise<unknown>;
  change: (
    where: { id: string; areaId: string; revision: number; removedAt: null },
    data: D & { revision: { increment: number } },
  ) => Promise<{ count: number }>;
};

/** Adds a line, or changes the one that was found; `revision` is the one its form was made from. Gives its id. */
export async function keepLine<D>(
  context: Context,
  { actor, before }: { actor: AreaActor; before: Found },
  data: D,
  { revision, shelf }: { revision: number | undefined; shelf: Shelf<D> },
): Promise<string> {
  if (before === null) {
    const line = lineOf(context, actor);
    await shelf.add({ ...data, ...line });
    return line.id;
  }
  const where = { id: before.id, areaId: actor.areaId, revision: revision ?? 0, removedAt: null };
  mustHaveChanged(await shelf.change(where, { ...data, revision: { increment: 1 } }), before);
  return before.id;
}

/** The subject of a command that adds (no id) or changes a line: null where there is none to this actor. */
export async function lineSubject<L extends { id: string }>(
  context: Context,
  { area, id }: { area: string; id?: string | undefined },
  find: (actor: AreaActor) => Promise<readonly L[] | L | null>,
): Promise<{ actor: AreaActor; before: L | null } | null> {
  const actor = ownStand(context, area);
  if (actor === null) return null;
  if (id === undefined) return { actor, before: null };
  const found = await find(actor);
  const all: readonly L[] = found === null ? [] : Array.isArray(found) ? found : [found as L];
  const before = all.find((one) => one.id === id) ?? null;
  return before && { actor, before };
}
