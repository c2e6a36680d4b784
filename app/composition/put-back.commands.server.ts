import { z } from "zod";
import { fieldLabel } from "~/features/audit/changes";
import type { Actor } from "~/features/identity/actor";
import { canEdit } from "~/features/records/record.policy";
import { eventOf, subjectRecord } from "~/features/records/recording.server";
import { dayOf } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { formatDay } from "~/ui/format-date";
import { findPutBack, inputOf, mayShow } from "./put-back.server";

const command = defineCommand<Actor>();

const FIELDS_MOST = 50;

/**
 * Writes what stood in a record before a change, as a change of today: by the kind's own command, with its permission,
 * its checks and its conflict. The log keeps both; nothing of it is edited.
 */
export const putBack = command({
  id: "audit.put-back",
  input: z.strictObject({
    id: idSchema,
    entry: idSchema,
    revision: z.coerce.number().int().positive(),
    fields: z
      .array(z.string().max(60), { error: "Choose what to put back" })
      .min(1, { error: "Choose what to put back" })
      .max(FIELDS_MOST),
  }),
  async subject(context, { id, entry }) {
    const found = await subjectRecord(context, id);
    const back = found && (await findPutBack(context.tx, found.actor, id, entry));
    return back && { ...found, back };
  },
  allow(_, { actor, record, back }) {
    const may = canEdit(actor, record);
    return may === true ? mayShow(back.level, record.level) : may;
  },
  async run(context, { actor, record, back }, { id, revision, fields }) {
    const changes = back.changes.filter(({ field }) => fields.includes(field));
    if (changes.length < new Set(fields).size)
      throw new Problem({ fields: "Choose from what this entry changed" });
    const now = await back.putter.now(context, id);
    if (now === null) throw new Problem({ "": "There is nothing to put back." });
    try {
      await back.putter.put(context, inputOf(now, changes, { id, revision }));
    } catch (error) {
      // Its own form would say it beside the field; here it is said of the whole.
      if (error instanceof Problem)
        throw new Problem({ "": `It cannot be put back: ${Object.values(error.fields).flat().join(" ")}` });
      throw error;
    }
    const said = changes.map(({ field }) => fieldLabel(field));
    const { kind, title } = record;
    return {
      result: { id, kind },
      event: eventOf(record, actor, { kind, title, fields: said, from: dayOf(back.at) }),
    };
  },
  says: (data) => {
    const fields = Array.isArray(data.fields) ? data.fields.join(", ").toLowerCase() : "it";
    return `put back ${fields} from ${typeof data.from === "string" ? formatDay(data.from) : "before"}`;
  },
});
