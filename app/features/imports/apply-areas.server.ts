import { dayToDate, toDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { freeSlug } from "../organisations/organisation";
import { type Making, stepsOfKind } from "./apply-councils.server";
import type { AreaStep, AreasPlan } from "./areas-plan";
import type { UndoStep } from "./import";
import { findOrganisationSlugs } from "./imports.queries.server";
import { column, removing, restoring } from "./undo.server";

type Step<K extends AreaStep["kind"]> = Extract<AreaStep, { kind: K }>;
type Ids = ReadonlyMap<string | null, string>;
type AllIds = { readonly areas: Ids; readonly councils: Ids };

/** Carries an areas plan out, each new area with the partnership that speaks for it; how to take each write back. */
export async function applyAreas(tx: Tx, plan: AreasPlan, making: Making): Promise<UndoStep[]> {
  const undo = await create(tx, stepsOfKind(plan.steps, "create-area"), making);
  for (const step of stepsOfKind(plan.steps, "change-area")) undo.push(await changeArea(tx, step));
  const areas = await codes(tx.area.findMany({ select: { id: true, code: true } }));
  const councils = await codes(
    tx.organisation.findMany({ where: { code: { not: null } }, select: { id: true, code: true } }),
  );
  const ids = { areas, councils };
  const added = stepsOfKind(plan.steps, "add-relationship");
  undo.push(...(await relate(tx, added, ids, making)));
  // Those that follow are there by now, whichever step made them.
  for (const step of added) undo.push(...(await followed(tx, step, ids)));
  for (const step of stepsOfKind(plan.steps, "change-relationship"))
    undo.push(await changeRelationship(tx, step, ids));
  return undo;
}

async function codes(rows: Promise<{ id: string; code: string | null }[]>): Promise<Ids> {
  return new Map((await rows).map((row) => [row.code, row.id]));
}

async function create(
  tx: Tx,
  steps: readonly Step<"create-area">[],
  { newId, importId }: Making,
): Promise<UndoStep[]> {
  const taken = await findOrganisationSlugs(tx);
  const made = steps.map(({ slug, area }) => {
    const partnership = {
      id: newId(),
      slug: freeSlug(`${slug}-partnership`, taken),
      name: `${area.name} Partnership`,
    };
    taken.add(partnership.slug);
    return { partnership, area: { ...area, id: newId(), slug, partnershipId: partnership.id, importId } };
  });
  const kinds = ["partnership" as const];
  const partnerships = made.map(({ partnership }) => ({
    ...partnership,
    shortName: partnership.name,
    kinds,
    importId,
  }));
  if (made.length > 0) {
    await tx.organisation.createMany({ data: partnerships });
    await tx.area.createMany({ data: made.map(({ area }) => area) });
  }
  const areas = made.map(({ area }) => area);
  return [...removing("organisation", 1, partnerships), ...removing("area", 1, areas)];
}

async function changeArea(tx: Tx, { id, changes }: Step<"change-area">): Promise<UndoStep> {
  const number = (field: string) => field === "wave" || field === "deprivationQuintile";
  const values = changes.map(({ field, after }) => [
    field,
    number(field) && after !== null ? Number(after) : after,
  ]);
  const data: Prisma.AreaUncheckedUpdateInput = { ...Object.fromEntries(values), revision: { increment: 1 } };
  const held = await tx.area.findUniqueOrThrow({ where: { id } });
  await tx.area.update({ where: { id }, data, select: { id: true } });
  return restoring(
    "area",
    held,
    changes.map(({ field }) => field),
  );
}

async function relate(
  tx: Tx,
  steps: readonly Step<"add-relationship">[],
  { areas, councils }: AllIds,
  { newId, importId }: Making,
): Promise<UndoStep[]> {
  const data = steps.map(({ area, relationship }) => ({
    id: newId(),
    areaId: idOf(areas, area),
    councilId: idOf(councils, relationship.council),
    startsOn: column(relationship.startsOn),
    endsOn: column(relationship.endsOn),
    importId,
  }));
  if (data.length > 0) await tx.relationship.createMany({ data });
  return removing("relationship", 1, data);
}

/** Says of a new relationship that ended which one follows. It is new: its revision stays. */
async function followed(tx: Tx, step: Step<"add-relationship">, ids: AllIds): Promise<UndoStep[]> {
  const { council, takenOverBy } = step.relationship;
  if (takenOverBy === null) return [];
  const where = pair(ids, step.area, council);
  const takenOverById = await relationshipOf(tx, ids, step.area, takenOverBy);
  const { id } = await tx.relationship.update({ where, data: { takenOverById }, select: { id: true } });
  return [{ undo: "restore", record: "relationship", id, revision: null, before: { takenOverById: null } }];
}

async function changeRelationship(
  tx: Tx,
  { id, area, changes }: Step<"change-relationship">,
  ids: AllIds,
): Promise<UndoStep> {
  const values: [string, unknown][] = [];
  for (const { field, after } of changes) {
    if (field === "takenOverBy" && after !== null)
      values.push(["takenOverById", await relationshipOf(tx, ids, area, after)]);
    else values.push([field, after === null ? null : dayToDate(toDay(after))]);
  }
  const data: Prisma.RelationshipUncheckedUpdateInput = {
    ...Object.fromEntries(values),
    revision: { increment: 1 },
  };
  const held = await tx.relationship.findUniqueOrThrow({ where: { id } });
  await tx.relationship.update({ where: { id }, data, select: { id: true } });
  return restoring(
    "relationship",
    held,
    values.map(([field]) => field),
  );
}

async function relationshipOf(tx: Tx, ids: AllIds, area: string, council: string): Promise<string> {
  const where = pair(ids, area, council);
  return (await tx.relationship.findUniqueOrThrow({ where, select: { id: true } })).id;
}

function pair({ areas, councils }: AllIds, area: string, council: string) {
  return { areaId_councilId: { areaId: idOf(areas, area), councilId: idOf(councils, council) } };
}

function idOf(ids: Ids, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`Nothing has the code ${code}`);
  return id;
}
