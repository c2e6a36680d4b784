import type { EventEntry } from "~/platform/command.server";
import type { AreaActor } from "../identity/actor";
import { relationshipOf, type subjectPerson } from "../people/person-subject.queries.server";

type Subject = NonNullable<Awaited<ReturnType<typeof subjectPerson>>>;

/** The event of something about somebody: seen by whoever of the area sees them, without a name. */
export function personEvent(
  { actor, person }: Subject & { actor: AreaActor },
  data: EventEntry["data"],
): EventEntry {
  return {
    subjectId: person.id,
    areaId: actor.areaId,
    relationshipId: relationshipOf(actor, person),
    organisationId: actor.organisationId,
    side: actor.side,
    level: "shared",
    data,
  };
}
