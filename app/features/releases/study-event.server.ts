import type { EventEntry } from "~/platform/command.server";

/** The entry of the log for what is done to a study: about no area, and for admins to read. */
export function studyEvent(studyId: string, data: Record<string, unknown>): EventEntry {
  return {
    subjectId: studyId,
    areaId: null,
    relationshipId: null,
    organisationId: null,
    side: null,
    level: "shared",
    data,
  };
}
