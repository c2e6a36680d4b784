import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { daySchema } from "~/platform/calendar/day-schema";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand, Problem } from "~/platform/command.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { freeSlug, ORGANISATION_KIND_IDS, slugOf, TIER_IDS } from "./organisation";
import { ADMINS } from "./register-admins";

const command = defineCommand<Actor>();

/** Adds an organisation to the public register. */
export const createOrganisation = command({
  id: "organisations.create",
  input: z
    .strictObject({
      name: shortText("Enter the organisation’s name"),
      shortName: shortText("Enter its short name").optional(),
      kinds: z
        .array(z.enum(ORGANISATION_KIND_IDS))
        .min(1, { error: "Choose what kind of organisation it is" }),
      tier: z.enum(TIER_IDS).nullable().default(null),
      gssCode: z
        .string()
        .regex(/^[A-Z]\d{8}$/, { error: "A GSS code is a letter and eight figures" })
        .nullable()
        .default(null),
      code: z
        .string()
        .regex(/^[A-Z]{3,4}$/, { error: "A council’s code is three or four capital letters" })
        .nullable()
        .default(null),
      region: z.string().max(200).nullable().default(null),
      startsOn: daySchema.nullable().default(null),
      endsOn: daySchema.nullable().default(null),
      countyId: idSchema.nullable().default(null),
    })
    .refine((o) => o.startsOn === null || o.endsOn === null || o.startsOn < o.endsOn, {
      path: ["endsOn"],
      error: "It must end after it starts",
    }),
  subject: async () => ({}),
  allow: (actor) => actor.admin || ADMINS,
  async run({ tx, newId }, _, input) {
    if (input.code && (await tx.organisation.count({ where: { code: input.code } })) > 0) {
      throw new Problem({ code: "Another organisation has this code" });
    }
    const id = newId();
    const wanted = slugOf(input.shortName ?? input.name);
    const near = await tx.organisation.findMany({
      where: { slug: { startsWith: wanted } },
      select: { slug: true },
    });
    const slug = freeSlug(wanted, new Set(near.map((o) => o.slug)));
    await tx.organisation.create({
      data: {
        ...input,
        id,
        slug,
        shortName: input.shortName ?? input.name,
        startsOn: input.startsOn && dayToDate(input.startsOn),
        endsOn: input.endsOn && dayToDate(input.endsOn),
      },
      select: { id: true },
    });
    return { result: { id, slug }, event: eventOfNoArea(id, { name: input.name, kinds: input.kinds }) };
  },
  says: (data) => `added ${String(data.name)} to the register`,
});

/** Says which organisation takes over from which, on a day; the predecessor ends the day before. */
export const setSuccessor = command({
  id: "organisations.set-successor",
  input: z
    .strictObject({
      predecessorId: idSchema,
      successorId: z.uuid({ error: "Choose which organisation takes over" }),
      takesOverOn: dayField("Enter the day it takes over"),
    })
    .refine((s) => s.predecessorId !== s.successorId, {
      path: ["successorId"],
      error: "Nothing takes over from itself",
    }),
  subject: async ({ tx }, { predecessorId, successorId }) => {
    const rows = await tx.organisation.findMany({
      where: { id: { in: [predecessorId, successorId] } },
      select: { id: true, name: true },
    });
    const before = rows.find((o) => o.id === predecessorId);
    const after = rows.find((o) => o.id === successorId);
    return before && after ? { before, after } : null;
  },
  allow: (actor) => actor.admin || ADMINS,
  async run({ tx, newId, today }, { before, after }, input) {
    const takesOverOn = resolveDay(input.takesOverOn, today);
    const on = dayToDate(takesOverOn);
    const prepared = { councilId: before.id, takenOverBy: { councilId: after.id }, NOT: { endsOn: on } };
    if ((await tx.relationship.count({ where: prepared })) > 0)
      throw new Problem({ takesOverOn: "Its takeover is prepared for another day: take that back first" });
    await tx.organisationSuccession.upsert({
      where: { predecessorId_successorId: { predecessorId: before.id, successorId: after.id } },
      create: { id: newId(), predecessorId: before.id, successorId: after.id, takesOverOn: on },
      update: { takesOverOn: on },
    });
    await tx.organisation.update({
      where: { id: before.id },
      data: { endsOn: on, revision: { increment: 1 } },
    });
    return {
      result: { id: before.id },
      event: eventOfNoArea(before.id, { before: before.name, after: after.name, takesOverOn }),
    };
  },
  says: (data) =>
    `recorded that ${String(data.after)} takes over from ${String(data.before)} on ${saidDay(data.takesOverOn)}`,
});
