import { dayToDate, toDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { ImportedRecord, UndoStep } from "./import";

type Columns = Record<string, string | number | Date | null>;
type Counted = PromiseLike<{ count: number }>;
type Where = { id: string; revision?: number };

const REMOVE: Readonly<Record<ImportedRecord, (tx: Tx, where: Where) => Counted>> = {
  organisation: (tx, where) => tx.organisation.deleteMany({ where }),
  succession: (tx, { id }) => tx.organisationSuccession.deleteMany({ where: { id } }),
  area: (tx, where) => tx.area.deleteMany({ where }),
  relationship: (tx, where) => tx.relationship.deleteMany({ where }),
  person: (tx, where) => tx.person.deleteMany({ where }),
  "external-id": (tx, { id }) => tx.personExternalId.deleteMany({ where: { id } }),
  appointment: (tx, where) => tx.appointment.deleteMany({ where }),
  "person-change": (tx, { id }) => tx.personChange.deleteMany({ where: { id } }),
};

/** Of the records an import changes; ids and dated changes are made and removed only. */
const RESTORE: Readonly<Record<ImportedRecord, (tx: Tx, where: Where, before: Columns) => Counted>> = {
  organisation: (tx, where, data) =>
    tx.organisation.updateMany({ where, data: data as Prisma.OrganisationUncheckedUpdateManyInput }),
  succession: (tx, where, data) =>
    tx.organisationSuccession.updateMany({
      where: { id: where.id },
      data: data as Prisma.OrganisationSuccessionUncheckedUpdateManyInput,
    }),
  area: (tx, where, data) => tx.area.updateMany({ where, data: data as Prisma.AreaUncheckedUpdateManyInput }),
  relationship: (tx, where, data) =>
    tx.relationship.updateMany({ where, data: data as Prisma.RelationshipUncheckedUpdateManyInput }),
  person: (tx, where, data) =>
    tx.person.updateMany({ where, data: data as Prisma.PersonUncheckedUpdateManyInput }),
  appointment: (tx, where, data) =>
    tx.appointment.updateMany({ where, data: data as Prisma.AppointmentUncheckedUpdateManyInput }),
  "external-id": unchanging,
  "person-change": unchanging,
};

const DAYS = new Set(["startsOn", "endsOn", "checkedOn", "takesOverOn"]);

/** Takes an import's writes back, from the last to the first. Each must be there as it was left, or nothing is done. */
export async function takeBack(tx: Tx, undo: readonly UndoStep[]): Promise<void> {
  for (const step of [...undo].reverse()) {
    const { count } = await one(tx, step);
    if (count !== 1) throw new Error(`The ${step.record} ${step.id} is not as the import left it`);
  }
}

function one(tx: Tx, step: UndoStep): Counted {
  const where = step.revision === null ? { id: step.id } : { id: step.id, revision: step.revision };
  if (step.undo === "remove") return REMOVE[step.record](tx, where);
  const columns = Object.entries(step.before).map(([field, value]) => [
    field,
    DAYS.has(field) && typeof value === "string" ? dayToDate(toDay(value)) : value,
  ]);
  return RESTORE[step.record](tx, where, Object.fromEntries(columns));
}

function unchanging(_tx: Tx, { id }: Where): never {
  throw new Error(`No import changes ${id}`);
}
