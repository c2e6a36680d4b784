import { Problem } from "~/platform/command.server";
import { type AreaActor, isSameTie } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { findBase } from "../records/record.queries.server";
import type { Context } from "../records/recording.server";
import { wouldCircle } from "./milestone";
import { findAbove, findWithParts } from "./milestone-rows.server";
import { requirePerson } from "./plan-change.server";

type Place = { projectId: string | null; parentId: string | null; relationshipId: string | null };
type Typed = {
  projectId?: string | null | undefined;
  parentId?: string | null | undefined;
  councilPersonId?: string | null | undefined;
  communityPersonId?: string | null | undefined;
};

/**
 * Where a milestone belongs, and whose relationship that is; null: to no project and no other milestone. A part is in
 * its parent's project and relationship, so that whoever sees one sees both. Throws Problem beside what does not fit.
 */
export async function placeOf(
  context: Context,
  actor: AreaActor,
  own: RecordBase | null,
  { projectId = null, parentId = null }: Typed,
): Promise<Place | null> {
  if (parentId === null && projectId === null) return null;
  const parent = parentId === null ? null : await findBase(context.tx, actor, parentId);
  if (parentId !== null && parent?.kind !== "milestone")
    throw new Problem({ parentId: "Choose a milestone of this area" });
  const project = projectId === null ? null : await findBase(context.tx, actor, projectId);
  if (projectId !== null && project?.kind !== "project")
    throw new Problem({ projectId: "Choose a project of this area" });
  const relationshipId = (parent ?? project)?.relationshipId ?? null;
  const about = own ? own.relationshipId : relationshipId;
  if (project && !isSameTie(actor, project.relationshipId, about))
    throw new Problem({ projectId: "That project is about another council" });
  if (parent && !isSameTie(actor, parent.relationshipId, about))
    throw new Problem({ parentId: "That milestone is about another council" });
  if (parent) await requireNoCircle(context, own, parent, projectId);
  return { projectId, parentId, relationshipId };
}

/** Throws Problem where a parent is of another project, or part of what it should be the parent of. */
async function requireNoCircle(
  { tx }: Context,
  own: RecordBase | null,
  parent: RecordBase,
  projectId: string | null,
): Promise<void> {
  // Two who hang each under the other at once take turns: the second sees what the first did.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${parent.areaId}, 11))`;
  if (wouldCircle(own?.id ?? null, await findAbove(tx, parent.id)))
    throw new Problem({ parentId: "This milestone is above that one already: it cannot also be part of it" });
  const row = await tx.milestone.findUnique({ where: { recordId: parent.id }, select: { projectId: true } });
  if ((row?.projectId ?? null) !== projectId)
    throw new Problem({ parentId: "A part belongs to the same project as what it is part of" });
}

/** The people of each side, each checked to be of it. */
export async function peopleOf(
  context: Context,
  actor: AreaActor,
  relationshipId: string | null,
  { councilPersonId = null, communityPersonId = null }: Typed,
  now: { councilPersonId: string | null; communityPersonId: string | null } | null,
) {
  const wanted = [
    {
      field: "councilPersonId",
      personId: councilPersonId,
      side: "council",
      kept: now?.councilPersonId ?? null,
    },
    {
      field: "communityPersonId",
      personId: communityPersonId,
      side: "community",
      kept: now?.communityPersonId ?? null,
    },
  ] as const;
  for (const one of wanted) await requirePerson(context, actor, { ...one, relationshipId });
  return { councilPersonId, communityPersonId };
}

/** The parts of a milestone go with it to another project. */
export async function takeParts({ tx }: Context, id: string, projectId: string | null): Promise<void> {
  const parts = (await findWithParts(tx, id)).map(({ record }) => record.id);
  await tx.milestone.updateMany({ where: { recordId: { in: parts } }, data: { projectId } });
}
