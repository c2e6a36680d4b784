import { z } from "zod";
import { handOverCommitment } from "~/features/commitments/hand-over-commitment.commands.server";
import type { ItemRole } from "~/features/handovers/handover-item";
import { countWords } from "~/features/handovers/handover-item";
import {
  allowAction,
  change,
  type HandoverSubject,
  requireNow,
  subjectHandover,
} from "~/features/handovers/handover-subject.server";
import type { Actor } from "~/features/identity/actor";
import { handOverMilestone, handOverProject } from "~/features/projects/hand-over-plan.commands.server";
import type { Context } from "~/features/records/recording.server";
import { handOverRequest } from "~/features/requests/hand-over-request.commands.server";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { findOpenItems } from "./open-items.server";

const command = defineCommand<Actor>();

type Way = { id: string; fromId: string; toId: string };

/** How a thing of each role moves: by a command of its own feature, with its own event. */
const MOVES: Record<ItemRole, (context: Context, way: Way) => Promise<unknown>> = {
  "promised-by": (context, way) => context.call(handOverCommitment, { ...way, part: "by" }),
  "promised-to": (context, way) => context.call(handOverCommitment, { ...way, part: "to" }),
  "asked-of": (context, way) => context.call(handOverRequest, way),
  "holds-milestone": (context, way) => context.call(handOverMilestone, way),
  "leads-project": (context, way) => context.call(handOverProject, way),
};

/** Moves everything open from who leaves to who follows, in one go: all of it or nothing. */
export const moveOpenItems = command({
  id: "handovers.move-items",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("move-items", subject),
  async run(context, subject) {
    requireNow("move-items", subject);
    const { tx, today, now } = context;
    const { actor, record, row } = subject;
    const toId = row.incomingId;
    if (toId === null) throw new Problem({ "": "Say who follows first" });
    const fromId = row.outgoingId;
    const held = { personId: fromId, relationshipId: record.relationshipId };
    const items = await findOpenItems({ tx, actor, today }, held);
    if (items.length === 0) throw new Problem({ "": "Nothing open is left to move" });
    for (const { id, role } of items) await MOVES[role](context, { id, fromId, toId });
    const batch = (await lastBatch(context, record.id)) + 1;
    const common = { handoverId: record.id, batch, fromId, toId, movedOn: dayToDate(today), movedAt: now };
    await tx.handoverItem.createMany({
      data: items.map(({ id: itemId, role }) => ({ id: context.newId(), itemId, role, ...common })),
    });
    const columns = row.commitmentsMovedOn === null ? { commitmentsMovedOn: dayToDate(today) } : {};
    const data = { moved: items.length, batch };
    const outcome = await change(context, subject, { columns }, data);
    return { ...outcome, result: { ...outcome.result, moved: items.length } };
  },
  says: (data) =>
    `moved ${countWords(Number(data.moved))} from ${String(data.outgoing)} to ${String(data.incoming)}`,
});

/** Moves the last batch back, all of it that is still with who follows. */
export const undoMove = command({
  id: "handovers.undo-move",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("undo-move", subject),
  async run(context, subject) {
    requireNow("undo-move", subject);
    const { tx, today } = context;
    const handoverId = subject.record.id;
    const batch = await lastBatch(context, handoverId, { undoneOn: null });
    const moved = await tx.handoverItem.findMany({ where: { handoverId, batch, undoneOn: null } });
    if (moved.length === 0) throw new Problem({ "": "Nothing has moved" });
    const back = await stillWith(context, subject, moved);
    for (const { itemId: id, role, fromId, toId } of back) {
      await MOVES[role as ItemRole](context, { id, fromId: toId, toId: fromId });
    }
    const undoneOn = dayToDate(today);
    await tx.handoverItem.updateMany({ where: { handoverId, batch, undoneOn: null }, data: { undoneOn } });
    const left = await tx.handoverItem.count({ where: { handoverId, undoneOn: null } });
    const columns = left === 0 ? { commitmentsMovedOn: null } : {};
    const outcome = await change(context, subject, { columns }, { moved: back.length, batch });
    return { ...outcome, result: { ...outcome.result, moved: back.length } };
  },
  says: (data) =>
    `moved ${countWords(Number(data.moved))} back from ${String(data.incoming)} to ${String(data.outgoing)}`,
});

async function lastBatch(
  { tx }: Context,
  handoverId: string,
  which: { undoneOn?: null } = {},
): Promise<number> {
  const { _max } = await tx.handoverItem.aggregate({
    where: { handoverId, ...which },
    _max: { batch: true },
  });
  return _max.batch ?? 0;
}

/** What of a batch is still open and with who follows: the rest was closed, or given to somebody else since. */
async function stillWith<Item extends { itemId: string; role: string; toId: string }>(
  { tx, today }: Context,
  { actor, record }: HandoverSubject,
  items: readonly Item[],
): Promise<Item[]> {
  const [first] = items;
  if (!first) return [];
  const held = { personId: first.toId, relationshipId: record.relationshipId };
  const open = await findOpenItems({ tx, actor, today }, held);
  return items.filter(({ itemId, role }) => open.some((one) => one.id === itemId && one.role === role));
}
