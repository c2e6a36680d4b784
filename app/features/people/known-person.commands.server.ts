import { z } from "zod";
import { defineCommand } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { organisationField, organisationMeant, postFields, startField } from "./appointment-subject.server";
import { appoint } from "./appointments.commands.server";
import { heldOn } from "./people.queries.server";
import { relationshipOf, subjectPerson } from "./person-subject.queries.server";

const command = defineCommand<Actor>();

/**
 * The answer "this one" to "Is it one of these?": nobody is added. The post that was typed is added to theirs, unless
 * they hold it already; their name and contact details stay as they are.
 */
export const useKnownPerson = command({
  id: "people.use-known",
  input: z.object({
    area: z.string(),
    id: idSchema,
    organisation: organisationField,
    ...postFields,
    startsOn: startField,
  }),
  subject: subjectPerson,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, person }, { area, id, organisation, startsOn, ...details }) {
    const organisationId = await organisationMeant(context, actor, organisation);
    const held = await context.tx.appointment.count({
      where: { personId: id, organisationId, role: details.role, ...heldOn(context.today) },
    });
    if (held === 0) await context.call(appoint, { area, id, organisation, startsOn, ...details });
    return {
      result: { id, added: held === 0 },
      event: {
        subjectId: id,
        areaId: actor.areaId,
        relationshipId: relationshipOf(actor, person),
        organisationId: actor.organisationId,
        side: actor.side,
        level: "shared",
        data: { name: person.name },
      },
    };
  },
  says: (data) => `recognised ${String(data.name)}, who was here already`,
});
