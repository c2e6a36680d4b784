import type { Actor } from "../identity/actor";
import { mayWrite } from "../identity/actor";

const KEEPERS = "A council’s elections are kept by its own editors and leads, and by programme admins.";

/** Whether somebody keeps a council's list of elections: admins, and who writes for that council. */
export function canKeepElections({ admin, stands }: Actor, councilId: string): true | string {
  const own = stands.some(
    (stand) => stand.side === "council" && stand.organisationId === councilId && mayWrite(stand),
  );
  return admin || own || KEEPERS;
}
