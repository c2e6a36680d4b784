import { dayToDate, toDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { freeSlug } from "../organisations/organisation";
import { column, stepsOfKind } from "./apply-councils.server";
import type { AreaStep, AreasPlan } from "./areas-plan";
import type { FieldChange } from "./councils-plan";
import type { UndoStep } from "./import";
import { findOrganisationSlugs } from "./imports.queries.server";

type NewId = () => string;
type Step<K extends AreaStep["kind"]> = Extract<AreaStep, { kind: K }>;
type Ids = ReadonlyMap<string | null, string>;

/** Carries an areas plan out, each new area with the partnership that speaks for it; how to take each write back. */
export async function applyAreas(tx: Tx, plan: AreasPlan, newId: NewId): Promise<UndoStep[]> {
  const undo = await create(tx, stepsOfKind(plan.steps, "create-area"), newId);
  for (const step of stepsOfKind(plan.steps, "change-area")) undo.push(await changeArea(tx, step));
  const areas = await codes(tx.area.findMany({ select: { id: true, code: true } }));
  const councils = await codes(
    tx.organisation.findMany({ where: { code: { not: null } }, select: { id: true, code: true } }),
  );
  undo.push(...(await relate(tx, stepsOfKind(plan.steps, "add-relationship"), areas, councils, newId)));
  for (const step of stepsOfKind(plan.steps, "change-relationship"))
    undo.push(await changeRelationship(tx, step));
  for (const step of plan.steps) await takeOver(tx, step, areas, councils);
  return undo;
}

async function codes(rows: Promise<{ id: string; code: string | null }[]>): Promise<Ids> {
  return new Map((await rows).map((row) => [row.code, row.id]));
}

async function create(tx: Tx, steps: readonly Step<"create-area">[], newId: NewId): Promise<UndoStep[]> {
  const taken = await findOrganisationSlugs(tx);
  const made = steps.map(({ slug, area }) => {
    const partnership = {
      id: newId(),
      slug: freeSlug(`${slug}-partnership`, taken),
      name: `${area.name} Partnership`,
    };
    taken.add(partnership.slug);
    return { partnership, area: { ...area, id: newId(), slug, partnershipId: partnership.id } };
  });
  const kinds = ["partnership" as const];
  const partnerships = made.map(({ partnership }) => ({
    ...partnership,
    shortName: partnership.name,
    kinds,
  }));
  if (made.length > 0) {
    await tx.organisation.createMany({ data: partnerships });
    await tx.area.createMany({ data: made.map(({ area }) => area) });
  }
  return made.flatMap(({ partnership, area }): UndoStep[] => [
    { undo: "remove", record: "organisation", id: partnership.id, revision: 1 },
    { undo: "remove", record: "area", id: area.id, revision: 1 },
  ]);
}

async function changeArea(tx: Tx, { id, changes }: Step<"change-area">): Promise<UndoStep> {
  const number = (field: string) => field === "wave" || field === "deprivationQuintile";
  const values = changes.map(({ field, after }) => [
    field,
    number(field) && after !== null ? Number(after) : after,
  ]);
  const data: Prisma.AreaUncheckedUpdateInput = { ...Object.fromEntries(values), revision: { increment: 1 } };
  const { revision } = await tx.area.update({ where: { id }, data, select: { revision: true } });
  return { undo: "restore", record: "area", id, revision, before: befores(changes) };
}

function befores(changes: readonly FieldChange[]): Record<string, string | null> {
  return Object.fromEntries(changes.map((change) => [change.field, change.before]));
}

async function relate(
  tx: Tx,
  steps: readonly Step<"add-relationship">[],
  areas: Ids,
  councils: Ids,
  newId: NewId,
): Promise<UndoStep[]> {
  const data = steps.map(({ area, relationship }) => ({
    id: newId(),
    areaId: idOf(areas, area),
    councilId: idOf(councils, relationship.council),
    startsOn: column(relationship.startsOn),
    endsOn: column(relationship.endsOn),
  }));
  if (data.length > 0) await tx.relationship.createMany({ data });
  return data.map(({ id }) => ({ undo: "remove", record: "relationship", id, revision: 1 }));
}

async function changeRelationship(tx: Tx, { id, changes }: Step<"change-relationship">): Promise<UndoStep> {
  const dates = changes.filter(({ field }) => field === "startsOn" || field === "endsOn");
  const values = dates.map(({ field, after }) => [field, after === null ? null : dayToDate(toDay(after))]);
  const data: Prisma.RelationshipUncheckedUpdateInput = {
    ...Object.fromEntries(values),
    revision: { increment: 1 },
  };
  const { revision } = await tx.relationship.update({ where: { id }, data, select: { revision: true } });
  return { undo: "restore", record: "relationship", id, revision, before: befores(changes) };
}

/** Says of the relationship that follows which one it took over from: one only, the district's before the county's. */
async function takeOver(tx: Tx, step: AreaStep, areas: Ids, councils: Ids): Promise<void> {
  const named = takerIn(step);
  if (!named) return;
  const areaId = idOf(areas, named.area);
  const from = { areaId_councilId: { areaId, councilId: idOf(councils, named.council) } };
  const before = await tx.relationship.findUniqueOrThrow({ where: from, select: { id: true } });
  await tx.relationship.updateMany({
    where: { areaId, councilId: idOf(councils, named.taker), takesOverFromId: null },
    data: { takesOverFromId: before.id },
  });
}

function takerIn(step: AreaStep): { area: string; council: string; taker: string } | null {
  if (step.kind === "add-relationship") {
    const { council, takenOverBy } = step.relationship;
    return takenOverBy === null ? null : { area: step.area, council, taker: takenOverBy };
  }
  if (step.kind !== "change-relationship") return null;
  const taker = step.changes.find((change) => change.field === "takenOverBy")?.after ?? null;
  return taker === null ? null : { area: step.area, council: step.council, taker };
}

function idOf(ids: Ids, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`Nothing has the code ${code}`);
  return id;
}
