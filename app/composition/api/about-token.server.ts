import { z } from "zod";
import type { Actor } from "~/features/identity/actor";
import { findTokenAreas, type LiveToken } from "~/features/identity/tokens.queries.server";
import type { Tx } from "~/platform/db.server";
import { day, side } from "./plain-values";

/** Whose token this is, and what it is for. */
export const aboutView = z.object({
  owner: z.object({ id: z.string(), name: z.string() }),
  token: z.object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(["read", "write", "research"])),
    /** The one area it is for; null: all of its owner's. */
    area: z.string().nullable(),
    lastDay: day,
  }),
});

/** The areas a token opens, and as what. */
export const areasView = z.object({
  items: z.array(
    z.object({ slug: z.string(), name: z.string(), side, role: z.enum(["reader", "editor", "lead"]) }),
  ),
});

/** A token in its program's eyes. */
export function aboutToken(live: LiveToken) {
  const { id, name, areaSlug: area, lastDay, owner } = live;
  return aboutView.parse({ owner, token: { id, name, scopes: scopesOf(live), area, lastDay } });
}

function scopesOf({ mayWrite, onlyResearch }: LiveToken): string[] {
  if (onlyResearch) return ["research"];
  return mayWrite ? ["read", "write"] : ["read"];
}

/** The areas a token's actor stands in, by their names. */
export async function areasOf(tx: Tx, { stands }: Actor) {
  const named = await findTokenAreas(
    tx,
    stands.map(({ areaId }) => areaId),
  );
  const items = named.flatMap((area) => {
    const stand = stands.find(({ areaSlug }) => areaSlug === area.slug);
    return stand ? [{ ...area, side: stand.side, role: stand.role }] : [];
  });
  return areasView.parse({ items });
}
