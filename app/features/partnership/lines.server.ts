import type { Tx } from "~/platform/db.server";
import { type LineKind, PLAN_KINDS, type PlanKind } from "./line";

type Where = { id: string; areaId: string };
type Change = { removedAt: Date | null; revision: { increment: number } };
type Named = { name: string; removedAt: Date | null };

type Shelf = {
  /** What the line is called, taken off or not. */
  find: (tx: Tx, where: Where) => Promise<Named | null>;
  change: (tx: Tx, where: Where, data: Change) => Promise<{ count: number }>;
  /** Those of an area that were taken off. */
  takenOff: (tx: Tx, areaId: string) => Promise<{ id: string; name: string }[]>;
};

type Row = { id: string; removedAt: Date | null };
type Table<R extends Row> = {
  first: (tx: Tx, where: Where) => Promise<R | null>;
  many: (tx: Tx, where: { areaId: string; removedAt: { not: null } }) => Promise<R[]>;
  change: Shelf["change"];
};

function shelf<R extends Row>({ first, many, change }: Table<R>, nameOf: (row: R) => string): Shelf {
  return {
    async find(tx, where) {
      const row = await first(tx, where);
      return row && { name: nameOf(row), removedAt: row.removedAt };
    },
    change,
    async takenOff(tx, areaId) {
      const rows = await many(tx, { areaId, removedAt: { not: null } });
      return rows.map((row) => ({ id: row.id, name: nameOf(row) }));
    },
  };
}

/** Where each kind of line is kept, for what is the same with all of them: taking off and putting back. */
export const SHELVES: Record<LineKind, Shelf> = {
  member: shelf(
    {
      first: (tx, where) => tx.partnershipMember.findFirst({ where }),
      many: (tx, where) => tx.partnershipMember.findMany({ where }),
      change: (tx, where, data) => tx.partnershipMember.updateMany({ where, data }),
    },
    ({ name }) => name,
  ),
  policy: shelf(
    {
      first: (tx, where) => tx.partnershipPolicy.findFirst({ where }),
      many: (tx, where) => tx.partnershipPolicy.findMany({ where }),
      change: (tx, where, data) => tx.partnershipPolicy.updateMany({ where, data }),
    },
    ({ title }) => title,
  ),
  interest: shelf(
    {
      first: (tx, where) => tx.partnershipInterest.findFirst({ where }),
      many: (tx, where) => tx.partnershipInterest.findMany({ where }),
      change: (tx, where, data) => tx.partnershipInterest.updateMany({ where, data }),
    },
    ({ body }) => body,
  ),
  decision: shelf(
    {
      first: (tx, where) => tx.partnershipDecision.findFirst({ where }),
      many: (tx, where) => tx.partnershipDecision.findMany({ where }),
      change: (tx, where, data) => tx.partnershipDecision.updateMany({ where, data }),
    },
    ({ title }) => title,
  ),
  plan: shelf(
    {
      first: (tx, where) => tx.partnershipPlan.findFirst({ where }),
      many: (tx, where) => tx.partnershipPlan.findMany({ where }),
      change: (tx, where, data) => tx.partnershipPlan.updateMany({ where, data }),
    },
    ({ kind }) => PLAN_KINDS[kind as PlanKind],
  ),
  mending: shelf(
    {
      first: (tx, where) => tx.partnershipMending.findFirst({ where }),
      many: (tx, where) => tx.partnershipMending.findMany({ where }),
      change: (tx, where, data) => tx.partnershipMending.updateMany({ where, data }),
    },
    ({ doing }) => doing,
  ),
};
