import type { EventEntry } from "~/platform/command.server";

export const ADMINS = "Only a programme admin can change the register of organisations.";

/** The audit entry of a write to the register: about no area. */
export function registerEvent(subjectId: string, data: Record<string, unknown>): EventEntry {
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
