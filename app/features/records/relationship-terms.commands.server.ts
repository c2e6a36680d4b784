import { z } from "zod";
import { Conflict, defineCommand } from "~/platform/command.server";
import { optionalLongText } from "~/platform/form-texts";
import { type Actor, liveTies } from "../identity/actor";
import { canLead } from "./record.policy";
import { standIn } from "./recording.server";

const command = defineCommand<Actor>();

/** Sets what the two sides agreed on answering requests and on keeping in touch. Leads speak for their side. */
export const setRelationshipTerms = command({
  id: "relationships.set-terms",
  input: z.strictObject({
    area: z.string(),
    council: z.string(),
    revision: z.int32(),
    requestWorkingDays: z
      .number({ error: "Enter a number of working days" })
      .int({ error: "Enter whole days" })
      .min(1, { error: "Enter 1 day or more" })
      .max(260, { error: "Enter 260 days or fewer" }),
    communication: optionalLongText(),
  }),
  async subject(context, { area, council }) {
    const actor = standIn(context, area);
    const stand = actor && liveTies(actor).find(({ councilSlug }) => councilSlug === council);
    const relationship = stand && (await context.tx.relationship.findUnique({ where: { id: stand.id } }));
    return actor && relationship ? { actor, relationship } : null;
  },
  allow: (_, { actor }) => canLead(actor),
  async run(context, { actor, relationship }, { revision, requestWorkingDays, communication }) {
    const { id } = relationship;
    const before = {
      requestWorkingDays: relationship.requestWorkingDays,
      communication: relationship.communication,
    };
    const { count } = await context.tx.relationship.updateMany({
      where: { id, revision },
      data: { requestWorkingDays, communication, revision: { increment: 1 } },
    });
    if (count === 0) throw new Conflict(before);
    return {
      result: { id },
      event: {
        subjectId: id,
        areaId: actor.areaId,
        relationshipId: id,
        organisationId: actor.organisationId,
        side: actor.side,
        level: "shared",
        data: { before, after: { requestWorkingDays, communication } },
      },
    };
  },
  says: () => "changed the time agreed for answers, or how the two keep in touch",
});
