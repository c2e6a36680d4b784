import { z } from "zod";
import { type CommandContext, Conflict, defineCommand, Problem } from "~/platform/command.server";
import { isConstraint } from "~/platform/database-problems.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { detailsTaken, organisationRefusal } from "./organisation-merging";
import { findOrganisationHolding } from "./organisation-merging.queries.server";
import { ADMINS } from "./register-admins";

const command = defineCommand<Actor>();

async function subjectPair({ tx }: CommandContext<Actor>, { id, other }: { id: string; other: string }) {
  const kept = id === other ? null : await findOrganisationHolding(tx, id);
  const merged = kept && (await findOrganisationHolding(tx, other));
  return kept && merged ? { kept, merged } : null;
}

/**
 * Makes two organisations of the register one, with all that names either: areas, accounts, people, what they recorded.
 * Admins alone; what moves they do not read (app.merge_organisations).
 */
export const mergeOrganisations = command({
  id: "organisations.merge",
  input: z.strictObject({
    id: idSchema,
    other: idSchema,
    revision: z.int32(),
    otherRevision: z.int32(),
    names: z.enum(["kept", "merged"], { error: "Choose which name is right" }).default("kept"),
  }),
  subject: subjectPair,
  allow: (actor) => actor.admin || ADMINS,
  async run({ tx, newId, now }, { kept, merged }, { revision, otherRevision, names }) {
    if (kept.revision !== revision || merged.revision !== otherRevision)
      throw new Conflict({ kept: kept.name, merged: merged.name });
    const id = newId();
    const taken = detailsTaken(kept, merged, names);
    const [row] = await onOneSide(
      () => tx.$queryRaw<{ problem: string | null }[]>`
        SELECT app.merge_organisations(${id}::uuid, ${kept.id}::uuid, ${merged.id}::uuid, ${taken}::text[],
          ${now}::timestamptz) AS problem`,
    );
    if (row?.problem) throw new Problem({ "": organisationRefusal(row.problem) });
    const data = { merging: id, kept: kept.name, merged: merged.name, mergedId: merged.id };
    return { result: { id: kept.id, merging: id }, event: eventOfNoArea(kept.id, data) };
  },
  says: (data) => `made the organisations ${String(data.kept)} and ${String(data.merged)} one`,
});

/** Remembers that two organisations of like names are two. */
export const tellOrganisationsApart = command({
  id: "organisations.tell-apart",
  input: z.strictObject({ id: idSchema, other: idSchema }),
  subject: subjectPair,
  allow: (actor) => actor.admin || ADMINS,
  async run({ tx, newId, now, actor }, { kept, merged }, { id, other }) {
    const [firstOrganisationId, secondOrganisationId] = id < other ? [id, other] : [other, id];
    const pair = { firstOrganisationId, secondOrganisationId, byUserId: actor.userId, toldAt: now };
    await tx.toldApart.createMany({ data: [{ ...pair, id: newId() }], skipDuplicates: true });
    return { result: { id }, event: eventOfNoArea(id, { kept: kept.name, merged: merged.name }) };
  },
  says: (data) => `said that ${String(data.kept)} and ${String(data.merged)} are two organisations`,
});

/** Makes them two again. */
export const undoOrganisationMerging = command({
  id: "organisations.undo-merge",
  input: z.strictObject({ id: idSchema }),
  subject: ({ tx }, { id }) =>
    tx.merging.findFirst({
      where: { id, NOT: { keptOrganisationId: null } },
      select: {
        undoneAt: true,
        keptOrganisation: { select: { id: true, name: true } },
        mergedOrganisation: { select: { id: true, name: true } },
      },
    }),
  allow: (actor) => actor.admin || ADMINS,
  async run({ tx, now }, { undoneAt, keptOrganisation, mergedOrganisation }, { id }) {
    if (undoneAt || !keptOrganisation || !mergedOrganisation)
      throw new Problem({ "": "They are two again already." });
    const rows = await onOneSide(
      () => tx.$queryRaw<{ problem: string | null; stays: number }[]>`
        SELECT problem, stays FROM app.undo_merging(${id}::uuid, ${now}::timestamptz)`,
    );
    const refused = rows.find(({ problem }) => problem !== null)?.problem;
    if (refused) throw new Problem({ "": organisationRefusal(refused) });
    const data = { merging: id, kept: keptOrganisation.name, merged: mergedOrganisation.name };
    return {
      result: { id: keptOrganisation.id, stays: rows[0]?.stays ?? 0 },
      event: eventOfNoArea(keptOrganisation.id, data),
    };
  },
  says: (data) => `made ${String(data.merged)} and ${String(data.kept)} two organisations again`,
});

/** An account would stand on both sides of an area: the database says so, and so does the page. */
async function onOneSide<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isConstraint(error, "membership_one_side")) throw new Problem({ "": organisationRefusal("side") });
    throw error;
  }
}
