import { z } from "zod";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import type { Actor } from "~/features/identity/actor";
import { createBase, eventOf, relationshipFor, standIn } from "~/features/records/recording.server";
import { defineCommand } from "~/platform/command.server";
import { mustRun } from "./place";

/** Writes the common part of a record and no more: for tests of what holds for every kind. */
const writePlainRecord = defineCommand<Actor>()({
  id: "test.plain-record",
  input: z.strictObject({
    area: z.string(),
    council: z.string().optional(),
    level: z.enum(["shared", "side", "personal"]).default("shared"),
    title: z.string().default("A plain record"),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: () => true,
  async run(context, actor, { council, level, title }) {
    const relationshipId = relationshipFor(actor, council);
    const base = { kind: "commitment", relationshipId, level, title, occurredOn: context.today } as const;
    const id = await createBase(context, actor, base);
    const event = eventOf({ id, areaId: actor.areaId, relationshipId, level }, actor, { title });
    return { result: id, event };
  },
  says: () => "wrote it",
});

type PlainRecord = z.input<(typeof writePlainRecord)["input"]>;

/** A record without a kind's own part, and its id. */
export function buildPlainRecord(user: SignedIn, record: PlainRecord, by: Circumstances): Promise<string> {
  return mustRun(user, writePlainRecord, record, by);
}
