import { z } from "zod";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import type { Actor, AreaActor } from "../identity/actor";
import { ROLE_IDS } from "../people/person";
import { canWrite } from "../records/record.policy";
import { standIn } from "../records/recording.server";
import { applyContacts } from "./apply-contacts.server";
import type { Contact } from "./contact";
import { planContactRows } from "./contacts.queries.server";
import { countSteps, type ImportCounts } from "./import";
import { forgetDraft, keepImport, rowsOf, sourceFields } from "./keep-import.server";
import type { Located } from "./problem";

const command = defineCommand<Actor>();

/** Takes an address book into the people of an area. Their contact details are seen by both sides. */
export const importContacts = command({
  id: "imports.contacts",
  input: z.strictObject({
    area: z.string().min(1).max(100),
    ...sourceFields,
    organisation: z.string().min(1).max(100),
    role: z.enum(["file", ...ROLE_IDS]),
    rows: rowsOf<Located<Contact>>(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, { rows, draft, fileName, sha256, organisation, role }) {
    const { tx, today } = context;
    await forgetDraft(context, draft);
    // Two who import into one area take turns: nobody is made twice.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${actor.areaId}, 9))`;
    const plan = await planContactRows(tx, actor, rows, { organisation, role }, today);
    if (plan.steps.length === 0) throw new Problem({ "": "Nothing to do: nobody new is in this file." });
    const { areaId, organisationId } = actor;
    const source = { what: "contacts" as const, fileName, sha256, organisationId, areaId };
    const counts = countSteps(plan);
    const { importId } = await keepImport(context, source, counts, (id) =>
      applyContacts(tx, plan.steps, { importId: id, newId: context.newId, areaId, organisationId }),
    );
    return { result: { importId, counts }, event: importedInto(actor, importId, { fileName, counts }) };
  },
  says: (data) => `imported people from ${String(data.fileName)}`,
});

/** The entry of an import into an area, kept for the side that made it: what it made has entries of its own. */
function importedInto(
  actor: AreaActor,
  subjectId: string,
  data: { fileName: string; counts: ImportCounts },
): EventEntry {
  const { areaId, organisationId, side } = actor;
  return { subjectId, areaId, relationshipId: null, organisationId, side, level: "side", data };
}
