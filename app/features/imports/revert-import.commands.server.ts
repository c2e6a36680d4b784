import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { type Actor, mayWrite } from "../identity/actor";
import type { ImportRecord } from "./import";
import { findLeadsTouched } from "./imports.queries.server";
import { findRevert } from "./revert.queries.server";
import { takeBack } from "./take-back.server";

const command = defineCommand<Actor>();

/** Who may take an import back: whoever may carry one of its kind out. */
function mayRevert(actor: Actor, { what, organisationId, areaId }: ImportRecord): true | string {
  const isOwn = (stand: Actor["stands"][number]) =>
    stand.organisationId === organisationId &&
    mayWrite(stand) &&
    (areaId === null || stand.areaId === areaId);
  if (areaId !== null)
    return actor.stands.some(isOwn) || "Only the side that imported this can take it back.";
  if (actor.admin) return true;
  if (what === "people" && actor.stands.some((stand) => stand.side === "council" && isOwn(stand)))
    return true;
  return "Only programme admins, and a council’s own editors for its councillors, can take an import back.";
}

/** Takes an import back: everything is again as it was before, or nothing is touched. */
export const revertImport = command({
  id: "imports.revert",
  input: z.strictObject({ id: idSchema }),
  async subject({ tx }, { id }) {
    // Of two who take it back at once, the second finds it taken back.
    await tx.$queryRaw`SELECT id FROM import WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await findRevert(tx, id);
    // Meetings are shared records: they are not removed, and go back another way.
    return found && found.record.what !== "meetings" ? found : null;
  },
  allow: (actor, { record }) => mayRevert(actor, record),
  async run({ tx, now }, { record, undo, problems }) {
    if (problems.length > 0) throw new Problem({ "": [...problems] });
    const { id, what, fileName, organisationId, areaId } = record;
    await takeBack(tx, undo);
    const alsoTouched = await findLeadsTouched(tx, undo);
    await tx.import.updateMany({ where: { id }, data: { revertedAt: now } });
    return {
      result: { importId: id, undone: undo.length },
      event: {
        ...{ subjectId: id, areaId, relationshipId: null, organisationId, side: null },
        level: areaId === null ? "shared" : "side",
        data: { what, fileName, undone: undo.length },
        alsoTouched,
      },
    };
  },
  says: (data) => `took back the import of ${String(data.what)} from ${String(data.fileName)}`,
});
