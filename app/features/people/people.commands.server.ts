import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import type { Actor, AreaActor } from "../identity/actor";
import { dayField, resolveDay } from "../records/days";
import { canWrite } from "../records/record.policy";
import { type Context, standIn } from "../records/recording.server";
import { shortText } from "../records/texts";
import { POST_LEVELS, type PostLevel, ROLE_IDS, ROLES } from "./person";

const command = defineCommand<Actor>();
const levels = Object.keys(POST_LEVELS) as [PostLevel, ...PostLevel[]];

/** The organisation a form means: 'ours', a council's slug, or the id of a local organisation; of this area only. */
async function organisationMeant(context: Context, actor: AreaActor, text: string) {
  if (text === "ours") return actor.organisationId;
  const council = actor.relationships.find((r) => r.councilSlug === text || r.councilId === text);
  if (council) return council.councilId;
  const near = await context.tx.organisation.findFirst({
    where: {
      OR: [{ slug: text }, ...(z.uuid().safeParse(text).success ? [{ id: text }] : [])],
      AND: { OR: [{ partnershipOf: { id: actor.areaId } }, { areaId: actor.areaId }] },
    },
    select: { id: true },
  });
  if (!near) throw new Problem({ organisation: "Choose an organisation of this area" });
  return near.id;
}

/** Adds somebody with the post they hold. Their contact details are seen by both sides of the area. */
export const addPerson = command({
  id: "people.add",
  input: z.strictObject({
    area: z.string(),
    name: shortText("Enter the person’s name"),
    organisation: z
      .string({ error: "Choose an organisation" })
      .min(1, { error: "Choose an organisation" })
      .max(100),
    role: z.enum(ROLE_IDS, { error: "Choose a role" }),
    level: z.enum(levels).optional(),
    email: z
      .email({ error: "Enter an e-mail address, such as name@example.org" })
      .max(200)
      .nullable()
      .default(null),
    phone: shortText("").nullable().default(null),
    startsOn: dayField("Enter the day the post began").nullable().default(null),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, input) {
    const organisationId = await organisationMeant(context, actor, input.organisation);
    const personId = context.newId();
    const appointmentId = context.newId();
    const { name, email, phone, role } = input;
    await context.tx.person.createMany({
      data: [{ id: personId, name, email, phone, recordedByOrganisationId: actor.organisationId }],
    });
    await context.tx.appointment.createMany({
      data: [
        {
          id: appointmentId,
          personId,
          organisationId,
          areaId: actor.areaId,
          role,
          level: input.level ?? ROLES[role].level,
          startsOn: input.startsOn && dayToDate(resolveDay(input.startsOn, context.today)),
        },
      ],
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
