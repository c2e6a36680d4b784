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
function mayRevert(actor: Actor, { what, organisationId }: ImportRecord): true | string {
  if (actor.admin) return true;
  const isOwn = (stand: Actor["stands"][number]) =>
    stand.organisationId === organisationId && stand.side === "council" && mayWrite(stand);
  if (what === "people" && actor.stands.some(isOwn)) return true;
  return "Only programme admins, and a council’s own editors for its councillors, can take an import back.";
}

/** Takes an import back: everything is again as it was before, or nothing is touched. */
export const revertImport = command({
  id: "imports.revert",
  input: z.strictObject({ id: idSchema }),
  async subject({ tx }, { id }) {
    // Of two who take it back at once, the second finds it taken back.
    await tx.$queryRaw`SELECT id FROM import WHERE id = ${id}::uuid FOR UPDATE`;
    return findRevert(tx, id);
  },
  allow: (actor, { record }) => mayRevert(actor, record),
  async run({ tx, now }, { record, undo, problems }) {
    if (problems.length > 0) throw new Problem({ "": [...problems] });
    const { id, what, fileName, organisationId } = record;
    await takeBack(tx, undo);
    const alsoTouched = await findLeadsTouched(tx, undo);
    await tx.import.updateMany({ where: { id }, data: { revertedAt: now } });
    return {
      result: { importId: id, undone: undo.length },
      event: {
        ...{ subjectId: id, areaId: null, relationshipId: null, organisationId, side: null, level: "shared" },
        data: { what, fileName, undone: undo.length },
        alsoTouched,
      },
    };
  },
  says: (data) => `took back the import of ${String(data.what)} from ${String(data.fileName)}`,
});
