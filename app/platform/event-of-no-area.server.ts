import type { EventData, EventEntry } from "./command-log.server";

/** The entry of the log for what is done to something that is no area's and no side's. */
export function eventOfNoArea(subjectId: string | null, data: EventData): EventEntry {
  return {
    subjectId,
    areaId: null,
    relationshipId: null,
    organisationId: null,
    side: null,
    level: "shared",
    data,
  };
}
