import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { type Actor, ownOrganisations } from "../identity/actor";
import { subjectPerson } from "../people/person-subject.queries.server";
import { filesVisibleTo } from "../records/attachments.queries.server";
import { canLead } from "../records/record.policy";
import { KEEP_REASONS } from "./erasure";
import { personEvent } from "./erasure-event.server";
import { findAskedErasure } from "./erasures.queries.server";

const command = defineCommand<Actor>();
const who = { area: z.string(), id: idSchema };
const HOUR_MS = 3_600_000;
const answers = ["erase", ...Object.keys(KEEP_REASONS)] as ["erase", keyof typeof KEEP_REASONS];

/** What was asked for about somebody in an area, with who they are and where the actor stands; null: nothing that waits. */
async function subjectErasure(
  context: Parameters<typeof subjectPerson>[0],
  input: { area: string; id: string },
) {
  const subject = await subjectPerson(context, input);
  if (!subject) return null;
  const asked = { personId: input.id, areaId: subject.actor.areaId };
  const erasure = await findAskedErasure(context.tx, asked, []);
  return erasure && { ...subject, erasure };
}

/** A lead of an area that was told answers for its own words: they go with it, or they are kept, and why. */
export const answerErasure = command({
  id: "rights.answer-erasure",
  input: z.strictObject({ ...who, answer: z.enum(answers, { error: "Choose what becomes of your words" }) }),
  async subject(context, input) {
    const found = await subjectErasure(context, input);
    return found?.erasure.waits ? found : null;
  },
  allow: (_, { actor }) => canLead(actor),
  async run({ tx, today }, { erasure, ...subject }, { id, answer }) {
    const { areaId, organisationId } = subject.actor;
    const keptFor = answer === "erase" ? null : answer;
    const [row] = await tx.$queryRaw<{ done: boolean }[]>`
      SELECT app.answer_erasure(${id}::uuid, ${areaId}::uuid, ${organisationId}::uuid, ${keptFor}, ${today}::date) AS done`;
    if (!row?.done) throw new Problem({ "": "Somebody of this area has answered already." });
    return { result: { id: erasure.id }, event: personEvent(subject, { answer }) };
  },
  says: ({ answer }) =>
    answer === "erase"
      ? "said that words about somebody are to be erased here too"
      : "said that words about somebody are kept here",
});

/**
 * A lead says what they found in an attached file: nothing of who is to be erased, or their details, and it is taken
 * away, by the side that added it; or that they look again. Who is to be erased may ask for that however old the file is.
 */
export const lookAtFile = command({
  id: "rights.look-at-file",
  input: z.strictObject({ ...who, file: idSchema, found: z.enum(["clear", "removed", "again"]) }),
  async subject(context, { file: fileId, ...input }) {
    const found = await subjectErasure(context, input);
    if (!found) return null;
    const where = { id: fileId, record: { areaId: found.actor.areaId }, ...filesVisibleTo(found.actor) };
    const select = { id: true, organisationId: true, sha256: true } as const;
    const file = await context.tx.attachment.findFirst({ where, select });
    return file && { ...found, file };
  },
  allow: (_, { actor }) => canLead(actor),
  async run({ tx, today, now }, { erasure, file, ...subject }, { found }) {
    if (found === "removed") {
      if (!ownOrganisations(subject.actor).includes(file.organisationId))
        throw new Problem({ "": "Only the side that added it can take it away: ask them to." });
      await tx.attachment.update({
        where: { id: file.id },
        data: { removedAt: now },
        select: { id: true },
      });
      await enqueue(tx, "sweep-files", {}, { key: "sweep-files", runAt: new Date(now.getTime() + HOUR_MS) });
    }
    await tx.$executeRaw`
      SELECT app.look_at_file(${erasure.id}::uuid, ${file.id}::uuid, ${found}, ${today}::date)`;
    return { result: { id: file.id, sha256: file.sha256 }, event: personEvent(subject, { found }) };
  },
  says: ({ found }) =>
    found === "removed"
      ? "took a file away that names somebody to be erased"
      : "looked at a file for somebody to be erased",
});
