import { type AreaActor, councilNow, type Side } from "../identity/actor";

type Person = { side: Side; organisationId: string };

/** Whether a person is of the side that is asked; of a council, of the one the request is about. */
export function isOfAskedSide(
  person: Person,
  actor: Pick<AreaActor, "relationships">,
  request: { toSide: Side; relationshipId: string | null },
): boolean {
  if (person.side !== request.toSide) return false;
  const about = actor.relationships.find(({ id }) => id === request.relationshipId);
  return (
    request.toSide === "community" ||
    about === undefined ||
    person.organisationId === councilNow(actor, about.councilId)
  );
}
