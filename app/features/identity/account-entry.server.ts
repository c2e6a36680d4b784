import type { EventEntry } from "~/platform/command.server";

/** The entry in the log of what was done with somebody's account or role. */
export function accountEvent(
  subjectId: string,
  organisationId: string | null,
  data: Record<string, unknown>,
): EventEntry {
  return {
    subjectId,
    areaId: null,
    relationshipId: null,
    organisationId,
    side: null,
    level: "personal",
    data,
  };
}
