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

/** What the same form says of somebody new: not read, as they are here already, and given back where a field is wrong. */
const unread = z.string().optional();

/**
 * The answer "this one" to "Is it one of these?": nobody is added. The post that was typed is added to theirs, unless
 * they hold it already; their name and contact details stay as they are.
 */
export const useKnownPerson = command({
  id: "people.use-known",
  input: z.strictObject({
    area: z.string(),
    id: idSchema,
    organisation: organisationField,
    ...postFields,
    startsOn: startField,
    ...{ name: unread, email: unread, phone: unread, same: unread },
  }),
  subject: subjectPerson,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, person }, input) {
    const { area, id, organisation, startsOn, role, level, topic, ward, party, cabinetPost } = input;
    const post = { role, level, topic, ward, party, cabinetPost };
    const organisationId = await organisationMeant(context, actor, organisation);
    const held = await context.tx.appointment.count({
      where: { personId: id, organisationId, role, ...heldOn(context.today) },
    });
    if (held === 0) await context.call(appoint, { area, id, organisation, startsOn, ...post });
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
