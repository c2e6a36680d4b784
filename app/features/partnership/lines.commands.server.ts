import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import type { Context } from "../records/recording.server";
import { LINE_KINDS, LINE_WORDS } from "./line";
import { SHELVES } from "./lines.server";
import { mustHaveChanged, ownEvent, ownStand } from "./own.server";
import { canKeep } from "./partnership.policy";

const command = defineCommand<Actor>();
const input = z.strictObject({ area: z.string(), kind: z.enum(LINE_KINDS), id: idSchema });

async function subject(context: Context, { area, kind, id }: z.output<typeof input>) {
  const actor = ownStand(context, area);
  const line = actor && (await SHELVES[kind].find(context.tx, { id, areaId: actor.areaId }));
  return actor && line && { actor, line };
}

/** Takes a line off its list: it was never so, or is there twice. It can be put back. */
export const takeOff = command({
  id: "partnership.take-off",
  input,
  subject,
  allow: (_, { actor }) => canKeep(actor),
  async run(context, { actor, line }, { kind, id }) {
    if (line.removedAt !== null) throw new Problem({ "": "It is off the list already" });
    if (kind === "member") await mustHaveNoInterests(context, id);
    const where = { id, areaId: actor.areaId };
    const data = { removedAt: context.now, revision: { increment: 1 } };
    mustHaveChanged(await SHELVES[kind].change(context.tx, where, data), line);
    return { result: { id }, event: ownEvent(actor, id, { title: line.name, line: kind }) };
  },
  says: ({ title, line }) => `took off ${wordsOf(line)} “${String(title)}”`,
});

/** Puts a line back on its list, as it was. */
export const putBack = command({
  id: "partnership.put-back",
  input,
  subject,
  allow: (_, { actor }) => canKeep(actor),
  async run(context, { actor, line }, { kind, id }) {
    if (line.removedAt === null) throw new Problem({ "": "It is on the list already" });
    const where = { id, areaId: actor.areaId };
    mustHaveChanged(
      await SHELVES[kind].change(context.tx, where, { removedAt: null, revision: { increment: 1 } }),
      line,
    );
    return { result: { id }, event: ownEvent(actor, id, { title: line.name, line: kind }) };
  },
  says: ({ title, line }) => `put back ${wordsOf(line)} “${String(title)}”`,
});

async function mustHaveNoInterests({ tx }: Context, memberId: string): Promise<void> {
  const held = await tx.partnershipInterest.count({ where: { memberId, removedAt: null } });
  if (held > 0)
    throw new Problem({
      "": "This member has declared interests. Take those off first, or write down the day they left",
    });
}

function wordsOf(line: unknown): string {
  const kind = LINE_KINDS.find((one) => one === line);
  return kind ? LINE_WORDS[kind] : "something";
}
