import { z } from "zod";
import type { Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";

const PREPARED = "areas.take-over";

/** What a takeover changed, kept in its entry of the log: enough to take it back. */
const takeoverSteps = z.object({
  ties: z.array(
    z.object({
      id: idSchema,
      by: idSchema,
      made: z.boolean(),
      endsOn: z.string().nullable(),
      on: z.string(),
    }),
  ),
  members: z.array(
    z.object({ id: idSchema, endsOn: z.string().nullable(), now: idSchema.nullable(), on: z.string() }),
  ),
});
export type TakeoverSteps = z.output<typeof takeoverSteps>;

/** The takeover of a council that stands, with what it changed; null: none, or it was taken back. */
export async function findPrepared(tx: Tx, councilId: string) {
  const [last] = await tx.event.findMany({
    where: { subjectId: councilId, command: { in: [PREPARED, "areas.take-back-takeover"] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 1,
    select: { at: true, command: true, data: true },
  });
  if (last?.command !== PREPARED) return null;
  const data = z.object({ council: z.string(), steps: takeoverSteps }).safeParse(last.data);
  return data.success ? { at: last.at, ...data.data } : null;
}
