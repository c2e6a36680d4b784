import type { AreaActor } from "../identity/actor";
import { type Context, standIn } from "../records/recording.server";
import { peopleVisibleTo, postsVisibleTo } from "./people.queries.server";

/** Somebody this actor sees in that area, with where the actor stands; null: to them nobody is there. */
export async function subjectPerson(context: Context, { area, id }: { area: string; id: string }) {
  const actor: AreaActor | null = standIn(context, area);
  const person =
    actor &&
    (await context.tx.person.findFirst({
      where: { AND: [{ id, erasedAt: null }, peopleVisibleTo(actor)] },
      select: {
        id: true,
        name: true,
        email: true,
        phone: true,
        revision: true,
        appointments: { where: postsVisibleTo(actor), select: { organisationId: true } },
      },
    }));
  return actor && person ? { actor, person } : null;
}

/** Which of the area's councils somebody is of; null where the whole area sees them, through a post in the community. */
export function relationshipOf(
  actor: AreaActor,
  { appointments }: { appointments: readonly { organisationId: string }[] },
): string | null {
  const councils = appointments.map(({ organisationId }) =>
    actor.relationships.find((r) => r.councilId === organisationId),
  );
  return councils.includes(undefined) ? null : (councils[0]?.id ?? null);
}
