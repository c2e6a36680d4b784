import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { findPersonNames } from "./commitment-rows.server";
import { named } from "./commitment-says";
import { change, subjectCommitment } from "./commitment-subject.server";

const command = defineCommand<Actor>();

/** Somebody else keeps a promise, or is promised it, in place of who held that post: part of a handover. */
export const handOverCommitment = command({
  id: "commitments.hand-over",
  input: z.strictObject({
    id: idSchema,
    part: z.enum(["by", "to"]),
    fromId: idSchema,
    toId: idSchema,
  }),
  subject: (context, { id }) => subjectCommitment(context, id),
  allow: (_, { actor }) => canWrite(actor),
  async run(context, subject, { part, fromId, toId }) {
    const { written } = subject;
    const column = part === "by" ? "byPersonId" : "toPersonId";
    if (written[column] !== fromId) throw new Problem({ "": "Somebody else holds this promise by now" });
    const names = await findPersonNames(context.tx, [fromId, toId]);
    const data = { part, from: names.get(fromId) ?? null, to: names.get(toId) ?? null };
    return change(context, subject, { columns: { [column]: toId } }, data);
  },
  says: (data) =>
    data.part === "by"
      ? `handed over ${named(data)} from ${String(data.from)} to ${String(data.to)}`
      : `handed over to whom ${named(data)} is made: from ${String(data.from)} to ${String(data.to)}`,
});
