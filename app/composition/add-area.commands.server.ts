import { z } from "zod";
import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import type { Actor } from "~/features/identity/actor";
import { defineCommand } from "~/platform/command.server";

const command = defineCommand<Actor>();
const council = z.uuid({ error: "Choose a council" }).optional();
const { name, partnershipName, code, region } = createArea.input.shape;

/** Adds an area and connects it with the councils chosen with it: each has an audit entry of its own. */
export const addArea = command({
  id: "areas.add",
  input: z
    .strictObject({ name, partnershipName, code, region, councilId: council, secondCouncilId: council })
    .refine((typed) => typed.secondCouncilId === undefined || typed.secondCouncilId !== typed.councilId, {
      path: ["secondCouncilId"],
      error: "Choose another council, or none",
    }),
  subject: async () => ({}),
  allow: (actor) => actor.admin || "Only a programme admin can add areas.",
  async run(context, _, { councilId, secondCouncilId, ...typed }) {
    const area = await context.call(createArea, typed);
    const councils = [councilId, secondCouncilId].filter((id) => id !== undefined);
    for (const id of councils) await context.call(createRelationship, { areaId: area.id, councilId: id });
    const about = { subjectId: area.id, areaId: area.id, relationshipId: null, organisationId: null };
    const event = { ...about, side: null, level: "shared" as const };
    return { result: area, event: { ...event, data: { name: typed.name, councils: councils.length } } };
  },
  says: (data) => `filled in the form of the area ${String(data.name)}`,
});
