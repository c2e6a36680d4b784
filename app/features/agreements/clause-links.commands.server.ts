import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { type Actor, isAbout } from "../identity/actor";
import { findBase } from "../records/record.queries.server";
import type { Context } from "../records/recording.server";
import { HEADING_WORDS, HEADINGS, type Heading } from "./clause";
import { LINKABLE_KINDS } from "./clause-links.queries.server";
import { isAllowed } from "./mou.policy";
import { mustBeAble, type Subject, stepTaken, subjectMou } from "./mou-subject.server";

const command = defineCommand<Actor>();
const heading = z.enum(HEADINGS, { error: "Choose the part of the agreement" });
const headed = (data: Record<string, unknown>) =>
  `“${HEADING_WORDS[data.heading as Heading]}” of “${String(data.title)}”`;

/** Says which promise or milestone carries a clause out. */
export const linkClause = command({
  id: "agreements.link",
  input: z.strictObject({
    id: idSchema,
    heading,
    linkedId: z.uuid({ error: "Choose what carries it out" }),
  }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "link"),
  async run(context, subject, { id, heading, linkedId }) {
    mustBeAble(context, "link", subject);
    const linked = await checkLinked(context, subject, linkedId);
    const where = { mouId: id, heading, linkedId, unlinkedOn: null };
    if ((await context.tx.clauseLink.count({ where })) > 0)
      throw new Problem({ linkedId: "This is linked to that part already" });
    await context.tx.clauseLink.create({
      data: {
        ...where,
        id: context.newId(),
        linkedBySide: subject.actor.side,
        linkedOn: dayToDate(context.today),
      },
      select: { id: true },
    });
    return stepTaken(context, subject, { heading, linked });
  },
  says: (data) => `linked “${String(data.linked)}” with ${headed(data)}`,
});

/** A promise or milestone of the same two, which everybody who sees the agreement sees. Gives its title. */
async function checkLinked({ tx }: Context, { actor, record }: Subject, id: string): Promise<string> {
  const linked = await findBase(tx, actor, id);
  const fits =
    linked !== null &&
    LINKABLE_KINDS.some((kind) => kind === linked.kind) &&
    linked.level === "shared" &&
    (record.relationshipId === null || isAbout(actor, linked.relationshipId, record.relationshipId));
  if (!fits) throw new Problem({ linkedId: "Choose a promise or a milestone that both sides see" });
  return linked.title;
}

/** Takes a link away again. */
export const unlinkClause = command({
  id: "agreements.unlink",
  input: z.strictObject({ id: idSchema, linkId: idSchema }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "link"),
  async run(context, subject, { id, linkId }) {
    mustBeAble(context, "link", subject);
    const where = { id: linkId, mouId: id, unlinkedOn: null };
    const link = await context.tx.clauseLink.findFirst({ where, select: { heading: true } });
    if (!link) throw new Problem({ "": "That link is not here any more." });
    await context.tx.clauseLink.updateMany({ where, data: { unlinkedOn: dayToDate(context.today) } });
    return stepTaken(context, subject, { heading: link.heading });
  },
  says: (data) => `took a link away from ${headed(data)}`,
});
