import { z } from "zod";
import { Conflict, defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor, AreaActor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { type Context, standIn } from "../records/recording.server";
import { refusalWords, takenFrom } from "./merging";
import { findMerging } from "./merging.queries.server";
import { relationshipOf, subjectPerson } from "./person-subject.queries.server";

const command = defineCommand<Actor>();
const side = z.enum(["kept", "merged"], { error: "Choose which of the two is right" }).default("kept");

/** Both records, where the actor sees both in that area; null: to them one of the two is not there. */
async function subjectPair(
  context: Context,
  { area, id, other }: { area: string; id: string; other: string },
) {
  const kept = await subjectPerson(context, { area, id });
  const merged = id === other ? null : await subjectPerson(context, { area, id: other });
  return kept && merged ? { actor: kept.actor, kept: kept.person, merged: merged.person } : null;
}

type Pair = NonNullable<Awaited<ReturnType<typeof subjectPair>>>;
type Row = { problem: string | null; touched: string | null };

/**
 * Makes two records one person, with all that names either. Everything moves, what a side keeps to itself too, which the
 * actor does not see (app.merge_people). An editor of either side may, in an area where both see them; either undoes it.
 */
export const mergePeople = command({
  id: "people.merge",
  input: z.strictObject({
    area: z.string(),
    id: idSchema,
    other: idSchema,
    revision: z.int32(),
    otherRevision: z.int32(),
    name: side,
    email: side,
    phone: side,
  }),
  subject: subjectPair,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, kept, merged }, { revision, otherRevision, ...choice }) {
    if (kept.revision !== revision || merged.revision !== otherRevision)
      throw new Conflict({ kept: contactOf(kept), merged: contactOf(merged) });
    const id = context.newId();
    const taken = takenFrom(kept, merged, choice);
    const rows = await context.tx.$queryRaw<Row[]>`
      SELECT * FROM app.merge_people(${id}::uuid, ${actor.areaId}::uuid, ${actor.organisationId}::uuid, ${kept.id}::uuid,
        ${merged.id}::uuid, ${[...taken]}::text[], ${context.now}::timestamptz)`;
    const touched = touchedIn(rows);
    const name = taken.includes("name") ? merged.name : kept.name;
    const data = { merging: id, name, kept: kept.name, merged: merged.name, mergedId: merged.id };
    return { result: { id: kept.id, merging: id }, event: pairEvent(actor, { kept, merged }, data, touched) };
  },
  says: (data) =>
    data.kept === data.merged
      ? `made two records of ${String(data.name)} one`
      : `made the records of ${String(data.kept)} and ${String(data.merged)} one: ${String(data.name)}`,
});

/** Remembers that two who look alike are two people: they are not suggested again in this area. */
export const tellPeopleApart = command({
  id: "people.tell-apart",
  input: z.strictObject({ area: z.string(), id: idSchema, other: idSchema }),
  subject: subjectPair,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, kept, merged }, { id, other }) {
    const [firstPersonId, secondPersonId] = id < other ? [id, other] : [other, id];
    const { areaId, organisationId, userId: byUserId } = actor;
    await context.tx.toldApart.createMany({
      data: [
        {
          id: context.newId(),
          firstPersonId,
          secondPersonId,
          areaId,
          organisationId,
          byUserId,
          toldAt: context.now,
        },
      ],
      skipDuplicates: true,
    });
    const data = { kept: kept.name, merged: merged.name, mergedId: merged.id };
    return { result: { id }, event: pairEvent(actor, { kept, merged }, data, []) };
  },
  says: (data) => `said that ${String(data.kept)} and ${String(data.merged)} are two people`,
});

/** Makes them two again, exactly as they were: by whoever of either side sees them. What changed since stays. */
export const undoMerging = command({
  id: "people.undo-merge",
  input: z.strictObject({ area: z.string(), id: idSchema }),
  subject: async (context, { area, id }) => {
    const actor = standIn(context, area);
    const merging = actor && (await findMerging(context.tx, actor, id));
    const kept = merging && (await subjectPerson(context, { area, id: merging.keptId }));
    return actor && merging && kept ? { actor, merging, kept: kept.person } : null;
  },
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, merging, kept }, { id }) {
    if (merging.undone) throw new Problem({ "": "They are two again already." });
    const rows = await context.tx.$queryRaw<(Row & { stays: number })[]>`
      SELECT * FROM app.undo_merging(${id}::uuid, ${context.now}::timestamptz)`;
    const touched = touchedIn(rows);
    const data = { merging: id, kept: kept.name, merged: merging.name, mergedId: merging.mergedId };
    return {
      result: { id: kept.id, mergedId: merging.mergedId, stays: rows[0]?.stays ?? 0 },
      event: pairEvent(actor, { kept, merged: kept }, data, touched),
    };
  },
  says: (data) => `made ${String(data.merged)} and ${String(data.kept)} two people again`,
});

/** The records and posts whose facts may follow; throws what stands in the way. */
function touchedIn(rows: readonly Row[]): string[] {
  const refused = rows.find(({ problem }) => problem !== null)?.problem;
  if (refused) throw new Problem({ "": refusalWords(refused) });
  return rows.flatMap(({ touched }) => (touched === null ? [] : [touched]));
}

function contactOf({ name, email, phone }: Pair["kept"]) {
  return { name, email, phone };
}

/** The event of a pair: seen by whoever sees both. */
function pairEvent(
  actor: AreaActor,
  { kept, merged }: Pick<Pair, "kept" | "merged">,
  data: EventEntry["data"],
  alsoTouched: readonly string[],
): EventEntry {
  const appointments = [...kept.appointments, ...merged.appointments];
  return {
    subjectId: kept.id,
    areaId: actor.areaId,
    relationshipId: relationshipOf(actor, { appointments }),
    organisationId: actor.organisationId,
    side: actor.side,
    level: "shared",
    data,
    alsoTouched,
  };
}
