import { type Actor, type AreaActor, actorIn } from "~/features/identity/actor";
import { findTaken } from "~/features/identity/own-person.queries.server";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { roleLabel } from "~/features/people/person";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

type Choice = { value: string; label: string };

/**
 * People of the register that an account of this organisation can be, with a post here today: the council's own, or, for a
 * partnership, all of the area's who are of no council. Left out is whoever another account is said to be.
 */
export async function findOwnPeople(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  already: string | null = null,
): Promise<Choice[]> {
  const people = (await findPeopleOf(tx, actor, today)).filter(
    ({ side, organisationId }) =>
      side === actor.side && (side === "community" || organisationId === actor.organisationId),
  );
  const taken = await findTaken(
    tx,
    people.map(({ id }) => id),
  );
  return people
    .filter(({ id }) => id === already || !taken.has(id))
    .map(({ id, name, role, organisation }) => ({
      value: id,
      label: `${name} (${roleLabel(role).toLowerCase()}, ${organisation})`,
    }));
}

/** The same for somebody signed in, in every area they have a side in. */
export async function findPeopleToBe(tx: Tx, actor: Actor, today: Day, already: string | null) {
  const found = new Map<string, Choice>();
  for (const { areaSlug } of actor.stands) {
    const here = actorIn(actor, areaSlug);
    const choices = here ? await findOwnPeople(tx, here, today, already) : [];
    for (const one of choices) if (!found.has(one.value)) found.set(one.value, one);
  }
  return [...found.values()];
}
