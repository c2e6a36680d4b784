import { dayToDate, toDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { CouncilStep, CouncilsPlan, FieldChange } from "./councils-plan";
import type { UndoStep } from "./import";
import { column, removing, restoring } from "./undo.server";

/** The import that is carried out, and ids for what it makes. */
export type Making = { readonly importId: string; readonly newId: () => string };
type Step<K extends CouncilStep["kind"]> = Extract<CouncilStep, { kind: K }>;

/** The steps of one kind. */
export function stepsOfKind<S extends { kind: string }, K extends S["kind"]>(
  steps: readonly S[],
  ...kinds: readonly K[]
): Extract<S, { kind: K }>[] {
  return steps.filter((step): step is Extract<S, { kind: K }> => kinds.some((kind) => kind === step.kind));
}

/** Carries a councils plan out; how to take each write back. */
export async function applyCouncils(tx: Tx, plan: CouncilsPlan, making: Making): Promise<UndoStep[]> {
  const held = await tx.organisation.findMany({
    where: { code: { not: null } },
    select: { id: true, code: true },
  });
  const ids = new Map(held.map((row) => [row.code, row.id]));
  const undo: UndoStep[] = await create(tx, stepsOfKind(plan.steps, "create-council"), ids, making);
  for (const step of stepsOfKind(plan.steps, "change-council")) {
    ids.set(step.code, step.id);
    undo.push(await change(tx, step, ids));
  }
  for (const step of stepsOfKind(plan.steps, "add-succession", "change-succession"))
    undo.push(await succeed(tx, step, ids, making));
  return undo;
}

async function create(
  tx: Tx,
  steps: readonly Step<"create-council">[],
  ids: Map<string | null, string>,
  { newId, importId }: Making,
): Promise<UndoStep[]> {
  for (const { council } of steps) ids.set(council.code, newId());
  const data = steps.map(({ slug, council }) => ({
    id: idOf(ids, council.code),
    slug,
    kinds: ["council" as const],
    code: council.code,
    name: council.name,
    shortName: council.shortName,
    gssCode: council.gssCode,
    tier: council.tier,
    region: council.region,
    startsOn: column(council.startsOn),
    endsOn: column(council.endsOn),
    countyId: council.county === null ? null : idOf(ids, council.county),
    importId,
  }));
  if (data.length > 0) await tx.organisation.createMany({ data });
  return removing("organisation", 1, data);
}

async function change(
  tx: Tx,
  step: Step<"change-council">,
  ids: ReadonlyMap<string | null, string>,
): Promise<UndoStep> {
  const { id, changes } = step;
  const values = changes.map((one) => columnOf(one, ids));
  const data: Prisma.OrganisationUncheckedUpdateInput = {
    ...Object.fromEntries(values),
    revision: { increment: 1 },
  };
  const held = await tx.organisation.findUniqueOrThrow({ where: { id } });
  await tx.organisation.update({ where: { id }, data, select: { id: true } });
  return restoring(
    "organisation",
    held,
    values.map(([field]) => field),
  );
}

function columnOf({ field, after }: FieldChange, ids: ReadonlyMap<string | null, string>): [string, unknown] {
  if (field === "county") return ["countyId", after === null ? null : idOf(ids, after)];
  if (field === "startsOn" || field === "endsOn")
    return [field, after === null ? null : dayToDate(toDay(after))];
  return [field, after];
}

async function succeed(
  tx: Tx,
  step: Step<"add-succession" | "change-succession">,
  ids: ReadonlyMap<string | null, string>,
  { newId, importId }: Making,
): Promise<UndoStep> {
  const predecessorId = idOf(ids, step.predecessor);
  const successorId = idOf(ids, step.successor);
  const takesOverOn = dayToDate(step.takesOverOn);
  const where = { predecessorId_successorId: { predecessorId, successorId } };
  const held = await tx.organisationSuccession.findUnique({ where });
  if (held) {
    await tx.organisationSuccession.update({ where, data: { takesOverOn } });
    return restoring("succession", held, ["takesOverOn"]);
  }
  const id = newId();
  await tx.organisationSuccession.create({ data: { id, predecessorId, successorId, takesOverOn, importId } });
  return { undo: "remove", record: "succession", id, revision: null };
}

function idOf(ids: ReadonlyMap<string | null, string>, code: string): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`No council with the code ${code}`);
  return id;
}
