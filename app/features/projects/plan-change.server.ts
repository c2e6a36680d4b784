import { type EventData, type Outcome, Problem } from "~/platform/command.server";
import { type AreaActor, councilNow, type Side } from "../identity/actor";
import { findPeopleOf } from "../people/people.queries.server";
import type { RecordBase } from "../records/record";
import { findBase } from "../records/record.queries.server";
import { type Context, eventOf, reviseBase } from "../records/recording.server";

/** What a command changes: of the common part, and of the kind's own columns. */
export type Change<Columns> = {
  base?: Parameters<typeof reviseBase>[2];
  columns?: Columns;
  /** The revision the form was made from, where what others wrote would be overwritten, and what stands there now. */
  seen?: number | undefined;
  current?: EventData;
};

/** Writes a change of a record and gives the command's outcome: its event says what changed. */
export async function writeChange<Columns>(
  context: Context,
  { actor, record }: { actor: AreaActor; record: RecordBase },
  { base = {}, columns, seen, current = {} }: Change<Columns>,
  write: (columns: Columns) => Promise<unknown>,
  data: EventData,
): Promise<Outcome<{ id: string }>> {
  await reviseBase(context, record, base, seen, { ...current, revision: record.revision });
  if (columns) await write(columns);
  const common = { kind: record.kind, title: record.title };
  return { result: { id: record.id }, event: eventOf(record, actor, { ...common, ...data }) };
}

/** Throws Problem beside the field where a check says no. */
export function refuse(field: string, verdict: true | string): void {
  if (verdict !== true) throw new Problem({ [field]: verdict });
}

type Wanted = {
  field: string;
  personId: string | null | undefined;
  /** The side they must be of; null: either. Of a council, the one the record is about. */
  side: Side | null;
  relationshipId: string | null;
  /** Who stands there already: they need hold no post any more. */
  kept?: string | null;
};

/** Throws Problem beside a person who has no post today on the side that is meant. */
export async function requirePerson(context: Context, actor: AreaActor, wanted: Wanted): Promise<void> {
  const { field, personId, side, relationshipId, kept } = wanted;
  if (!personId || personId === kept) return;
  const people = await findPeopleOf(context.tx, actor, context.today);
  const person = people.find(({ id }) => id === personId);
  const about = actor.relationships.find(({ id }) => id === relationshipId);
  const ofSide = person !== undefined && (side === null || person.side === side);
  const ofCouncil =
    person?.side === "community" || !about || person?.organisationId === councilNow(actor, about.councilId);
  if (!ofSide || !ofCouncil) throw new Problem({ [field]: "Choose somebody from the list" });
}

/** Throws Problem beside a record that is not one of that kind in this area. */
export async function requireKind(
  context: Context,
  actor: AreaActor,
  { field, id, kind }: { field: string; id: string | null | undefined; kind: "meeting" | "request" },
): Promise<void> {
  if (!id) return;
  const found = await findBase(context.tx, actor, id);
  if (found?.kind !== kind) throw new Problem({ [field]: `Choose a ${kind} of this area` });
}

/** The side a lead or owner is looked for on; null: either, where it is joint. */
export function sideOf(bearer: "council" | "community" | "joint" | null): Side | null {
  return bearer === "joint" ? null : bearer;
}
