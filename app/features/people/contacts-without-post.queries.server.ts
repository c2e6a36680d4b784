import { type Day, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { peopleVisibleTo } from "./people.queries.server";

const MOST = 100;

/** Somebody whose contact details are kept, and who has held no post for long. */
export type ContactKept = { id: string; name: string };

/**
 * People of an area, as far as the actor sees them, whose e-mail address or telephone number is kept and who have held no
 * post since that day: the same ones that a run of retention counts, and never deletes by itself.
 */
export async function findContactsWithoutPost(tx: Tx, actor: AreaActor, since: Day): Promise<ContactKept[]> {
  const day = dayToDate(since);
  const people = await tx.person.findMany({
    where: {
      AND: [
        peopleVisibleTo(actor),
        { erasedAt: null, mergedIntoId: null, createdAt: { lt: day } },
        { OR: [{ email: { not: null } }, { phone: { not: null } }] },
        { appointments: { none: { OR: [{ endsOn: null }, { endsOn: { gt: day } }] } } },
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
    take: MOST,
  });
  return people.map(({ id, name }) => ({ id, name }));
}
