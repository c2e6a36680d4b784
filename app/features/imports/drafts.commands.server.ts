import { z } from "zod";
import { defineCommand } from "~/platform/command.server";
import { toJson } from "~/platform/json-column.server";
import { type Actor, mayWrite } from "../identity/actor";
import { sourceFields } from "./keep-import.server";

const command = defineCommand<Actor>();

/** How long a file that was looked at is kept. */
const KEPT_MS = 2 * 3_600_000;

/** Keeps a file between looking at what it would do and saying yes: for who sent it alone, for two hours. */
export const keepDraft = command({
  id: "imports.look",
  input: z.strictObject({
    /** Null for the registers. */
    area: z.string().max(100).nullable(),
    what: z.enum(["councils", "areas", "contacts", "meetings"]),
    fileName: sourceFields.fileName,
    sha256: sourceFields.sha256,
    body: z.instanceof(Uint8Array),
    options: z.record(z.string(), z.string().max(200)),
  }),
  subject: async ({ actor }, { area }) => {
    if (area === null) return actor.admin ? { areaId: null, stand: null } : null;
    const stand = actor.stands.find(({ areaSlug }) => areaSlug === area);
    return stand ? { areaId: stand.areaId, stand } : null;
  },
  allow: (_, { stand }) =>
    stand === null ||
    mayWrite(stand) ||
    "Your account can read here but not write. Ask a lead of your side for an editor's role.",
  async run(context, { areaId, stand }, { what, fileName, sha256, body, options }) {
    const { tx, now, actor } = context;
    await tx.$queryRaw`SELECT app.forget_import_drafts(${now}::timestamptz)::text`;
    const id = context.newId();
    const expiresAt = new Date(now.getTime() + KEPT_MS);
    await tx.importDraft.create({
      data: {
        ...{ id, byUserId: actor.userId, areaId, what, fileName, sha256, expiresAt },
        ...{ body: new Uint8Array(body), options: toJson(options) },
      },
      select: { id: true },
    });
    const { organisationId = null, side = null } = stand ?? {};
    return {
      result: { id },
      event: {
        ...{ subjectId: null, areaId, relationshipId: null, organisationId, side, level: "personal" },
        data: { what, fileName },
      },
    };
  },
  says: (data) => `looked at what ${String(data.fileName)} would do`,
});
