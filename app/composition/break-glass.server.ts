import type { GlassTold } from "~/features/audit/break-glass";
import { glassState } from "~/features/audit/break-glass";
import { findGlass, findGlassTold as findRows } from "~/features/audit/break-glass.queries.server";
import type { Actor, AreaActor } from "~/features/identity/actor";
import { findUserNames } from "~/features/records/user-names.queries.server";
import type { Tx } from "~/platform/db.server";
import type { Reading } from "./request.server";

/** When the programme was let in here, with who it was: for leads; nobody else is told on a page. */
export async function findGlassTold(
  tx: Tx,
  actor: AreaActor,
  since: Date | null = null,
): Promise<GlassTold[]> {
  if (actor.role !== "lead") return [];
  const rows = await findRows(tx, actor, since);
  const names = await findUserNames(
    tx,
    rows.flatMap(({ by, confirmedBy }) => [by, confirmedBy]),
  );
  const named = (id: string) => names.get(id) ?? "a programme admin";
  return rows.map((row) => ({ ...row, by: named(row.by), confirmedBy: named(row.confirmedBy) }));
}

/** What was asked for by break-glass, with what this admin may do about each; and the areas to choose from. */
export async function findGlassPage(actor: Actor, { tx }: Reading) {
  // The database decides by its own clock, so the page goes by that too.
  const [clock] = await tx.$queryRaw<{ at: Date }[]>`SELECT now() AS at`;
  const at = clock?.at ?? new Date(0);
  const asked = await findGlass(tx);
  const areas = await tx.area.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
  return {
    areas: areas.map(({ id, name }) => ({ value: id, label: name })),
    asked: asked.map(({ askedById, ...row }) => {
      const state = glassState(row, at);
      const isOwn = askedById === actor.userId;
      return {
        ...row,
        state,
        isOwn,
        can: {
          confirm: state === "waiting" && !isOwn,
          end: state !== "over",
          read: state === "open" && isOwn,
        },
      };
    }),
  };
}
