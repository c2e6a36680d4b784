import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { Conflict, defineCommand, Problem } from "~/platform/command.server";
import { optionalShortText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { standIn } from "../records/recording.server";
import {
  changesBetween,
  keepChanges,
  organisationField,
  organisationMeant,
  postDay,
  postFields,
  startField,
} from "./appointment-subject.server";
import { NEAR_SOMEBODY, NEW_PERSON } from "./merging";
import { findNearPeople } from "./near-people.queries.server";
import { ROLES } from "./person";
import { relationshipOf, subjectPerson } from "./person-subject.queries.server";

const command = defineCommand<Actor>();

const contactFields = {
  name: shortText("Enter the person’s name"),
  email: z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : value),
    z.email({ error: "Enter an e-mail address, such as name@example.org" }).max(200).nullable().default(null),
  ),
  phone: optionalShortText(),
};

/** Adds somebody with the post they hold. Their contact details are seen by both sides of the area. */
export const addPerson = command({
  id: "people.add",
  input: z.strictObject({
    area: z.string(),
    ...contactFields,
    organisation: organisationField,
    ...postFields,
    startsOn: startField,
    /** Set by the page: refuse somebody who seems to be there already, unless `same` says that they are not. */
    warn: z.literal("yes").optional(),
    same: z.literal(NEW_PERSON).optional(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, input) {
    const organisationId = await organisationMeant(context, actor, input.organisation);
    if (input.warn && !input.same && (await findNearPeople(context.tx, actor, input)).length > 0)
      throw new Problem({ same: NEAR_SOMEBODY });
    const personId = context.newId();
    const appointmentId = context.newId();
    const { name, email, phone, role, topic, ward, party, cabinetPost } = input;
    await context.tx.person.createMany({
      data: [{ id: personId, name, email, phone, recordedByOrganisationId: actor.organisationId }],
    });
    const level = input.level ?? ROLES[role].level;
    const from = postDay(context, "startsOn", input.startsOn);
    const startsOn = from && dayToDate(from);
    const post = { role, topic, ward, party, cabinetPost, level, startsOn };
    await context.tx.appointment.createMany({
      data: [{ ...post, id: appointmentId, personId, organisationId, areaId: actor.areaId }],
    });
    return {
      result: { id: personId, appointmentId },
      event: {
        subjectId: personId,
        areaId: actor.areaId,
        relationshipId: actor.relationships.find((r) => r.councilId === organisationId)?.id ?? null,
        organisationId: actor.organisationId,
        side: actor.side,
        level: "shared",
        data: { name, role },
      },
    };
  },
  says: (data) => `added ${String(data.name)} to the people of the area`,
});

/**
 * Changes somebody's name or contact details. Another surname is the same person: the old one is kept with the day.
 */
export const editPerson = command({
  id: "people.edit",
  input: z.strictObject({ area: z.string(), id: idSchema, revision: z.int32(), ...contactFields }),
  subject: subjectPerson,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, person }, { id, revision, name, email, phone }) {
    const { count } = await context.tx.person.updateMany({
      where: { id, revision },
      data: { name, email, phone, revision: { increment: 1 } },
    });
    if (count === 0) {
      throw new Conflict({ name: person.name, email: person.email, phone: person.phone });
    }
    // Old contact details are kept here alone: the audit names what changed and repeats none.
    const changes = changesBetween(
      ["name", "email", "telephone"],
      { name: person.name, email: person.email, telephone: person.phone },
      { name, email, telephone: phone },
    );
    await keepChanges(context, id, changes);
    return {
      result: { id },
      event: {
        subjectId: id,
        areaId: actor.areaId,
        relationshipId: relationshipOf(actor, person),
        organisationId: actor.organisationId,
        side: actor.side,
        level: "shared",
        data: { name, before: person.name, changed: changes.map(({ what }) => what) },
      },
    };
  },
  says: (data) =>
    data.name === data.before
      ? `changed the contact details of ${String(data.name)}`
      : `changed the name of ${String(data.before)} to ${String(data.name)}`,
});
