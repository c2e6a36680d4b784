import type { Tx } from "~/platform/db.server";
import type { LineKind } from "./line";

type Where = { id: string; areaId: string };
type Change = { removedAt: Date | null; revision: { increment: number } };
type Named = { name: string; removedAt: Date | null };

type Shelf = {
  /** What the line is called, taken off or not. */
  find: (tx: Tx, where: Where) => Promise<Named | null>;
  change: (tx: Tx, where: Where, data: Change) => Promise<{ count: number }>;
};

const named = <R extends { removedAt: Date | null }>(row: R | null, name: (row: R) => string): Named | null =>
  row && { name: name(row), removedAt: row.removedAt };

/** Where each kind of line is kept, for what is the same with all of them: taking off and putting back. */
export const SHELVES: Record<LineKind, Shelf> = {
  member: {
    find: async (tx, where) => named(await tx.partnershipMember.findFirst({ where }), ({ name }) => name),
    change: (tx, where, data) => tx.partnershipMember.updateMany({ where, data }),
  },
  policy: {
    find: async (tx, where) => named(await tx.partnershipPolicy.findFirst({ where }), ({ title }) => title),
    change: (tx, where, data) => tx.partnershipPolicy.updateMany({ where, data }),
  },
  interest: {
    find: async (tx, where) => named(await tx.partnershipInterest.findFirst({ where }), ({ body }) => body),
    change: (tx, where, data) => tx.partnershipInterest.updateMany({ where, data }),
  },
  decision: {
    find: async (tx, where) => named(await tx.partnershipDecision.findFirst({ where }), ({ title }) => title),
    change: (tx, where, data) => tx.partnershipDecision.updateMany({ where, data }),
  },
  plan: {
    find: async (tx, where) => named(await tx.partnershipPlan.findFirst({ where }), ({ kind }) => kind),
    change: (tx, where, data) => tx.partnershipPlan.updateMany({ where, data }),
  },
  mending: {
    find: async (tx, where) => named(await tx.partnershipMending.findFirst({ where }), ({ doing }) => doing),
    change: (tx, where, data) => tx.partnershipMending.updateMany({ where, data }),
  },
};
