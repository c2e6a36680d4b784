import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { daySchema } from "~/platform/calendar/day-schema";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import { shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { freeSlug, slugOf } from "../organisations/organisation";

const command = defineCommand<Actor>();
const ADMINS = "Only a programme admin can change areas.";

function areaEvent(areaId: string, relationshipId: string | null, data: Record<string, unknown>): EventEntry {
  return {
    subjectId: relationshipId ?? areaId,
    areaId,
    relationshipId,
    organisationId: null,
    side: null,
    level: "shared",
    data,
  };
}

/** Adds an area with the partnership that speaks for it. */
export const createArea = command({
  id: "areas.create",
  input: z.strictObject({
    name: shortText("Enter the area’s name"),
    code: z
      .string()
      .regex(/^[A-Z]{2}\d{3}$/, { error: "An area’s code is two letters and three figures" })
      .nullable()
      .default(null),
    partnershipName: shortText("Enter the partnership’s name").optional(),
    wave: z.int().min(1).max(9).nullable().default(null),
    region: z.string().max(200).nullable().default(null),
    ruralUrban: z.string().max(200).nullable().default(null),
    deprivationQuintile: z.int().min(1).max(5).nullable().default(null),
    population: z.int().min(0).max(10_000_000).nullable().default(null),
    demo: z.boolean().default(false),
  }),
  subject: async () => ({}),
  allow: (actor) => actor.admin || ADMINS,
  async run({ tx, newId }, _, { partnershipName, ...input }) {
    if (input.code && (await tx.area.count({ where: { code: input.code } })) > 0) {
      throw new Problem({ code: "Another area has this code" });
    }
    const wanted = slugOf(input.name);
    const [areas, organisations] = [
      await tx.area.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } }),
      await tx.organisation.findMany({
        where: { slug: { startsWith: `${wanted}-partnership` } },
        select: { slug: true },
      }),
    ];
    const slug = freeSlug(wanted, new Set(areas.map((a) => a.slug)));
    const partnershipId = newId();
    const name = partnershipName ?? `${input.name} Partnership`;
    await tx.organisation.create({
      data: {
        id: partnershipId,
        slug: freeSlug(`${wanted}-partnership`, new Set(organisations.map((o) => o.slug))),
        name,
        shortName: name,
        kinds: ["partnership"],
      },
      select: { id: true },
    });
    const id = newId();
    await tx.area.create({ data: { ...input, id, slug, partnershipId }, select: { id: true } });
    return { result: { id, slug, partnershipId }, event: areaEvent(id, null, { name: input.name }) };
  },
  says: (data) => `added the area ${String(data.name)}`,
});

/** Says that a council has a relationship with an area, from a day to a day (half-open). */
export const createRelationship = command({
  id: "areas.create-relationship",
  input: z
    .strictObject({
      areaId: idSchema,
      councilId: z.uuid({ error: "Choose a council" }),
      startsOn: daySchema.nullable().default(null),
      endsOn: daySchema.nullable().default(null),
      /** Relationships of the area that ended and that this one takes over: a district's and a county's. */
      takesOverFromIds: z.array(idSchema).max(20).default([]),
      requestWorkingDays: z.int().min(1).max(250).default(20),
    })
    .refine((r) => r.startsOn === null || r.endsOn === null || r.startsOn < r.endsOn, {
      path: ["endsOn"],
      error: "It must end after it starts",
    }),
  subject: async ({ tx }, { areaId, councilId }) => {
    const area = await tx.area.findUnique({ where: { id: areaId }, select: { id: true, name: true } });
    const council = await tx.organisation.findUnique({
      where: { id: councilId },
      select: { id: true, shortName: true, kinds: true },
    });
    return area && council ? { area, council } : null;
  },
  allow: (actor) => actor.admin || ADMINS,
  async run({ tx, newId }, { area, council }, { startsOn, endsOn, takesOverFromIds, requestWorkingDays }) {
    if (!council.kinds.includes("council")) throw new Problem({ councilId: "Choose a council" });
    const where = { areaId_councilId: { areaId: area.id, councilId: council.id } };
    if (await tx.relationship.findUnique({ where })) {
      throw new Problem({ councilId: "This council and this area are already connected" });
    }
    const id = newId();
    await tx.relationship.create({
      data: {
        id,
        areaId: area.id,
        councilId: council.id,
        startsOn: startsOn && dayToDate(startsOn),
        endsOn: endsOn && dayToDate(endsOn),
        requestWorkingDays,
      },
      select: { id: true },
    });
    const taken = await tx.relationship.updateMany({
      where: { id: { in: takesOverFromIds }, areaId: area.id },
      data: { takenOverById: id, revision: { increment: 1 } },
    });
    if (taken.count < new Set(takesOverFromIds).size)
      throw new Problem({ takesOverFromIds: "Choose relationships of this area" });
    return { result: { id }, event: areaEvent(area.id, id, { area: area.name, council: council.shortName }) };
  },
  says: (data) => `connected ${String(data.area)} with ${String(data.council)}`,
});
