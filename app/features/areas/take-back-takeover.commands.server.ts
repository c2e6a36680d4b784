import { z } from "zod";
import { type Day, dayToDate, startOfDay } from "~/platform/calendar/day";
import { type CommandContext, defineCommand, Problem } from "~/platform/command.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { mayTakeBack } from "./takeover";
import { findPrepared, type TakeoverSteps } from "./takeover-steps.server";

type Context = CommandContext<Actor>;

const command = defineCommand<Actor>();

/** Takes a council's takeover back: before its day, and on and after it while nothing was written since. */
export const takeBackTakeover = command({
  id: "areas.take-back-takeover",
  input: z.strictObject({ predecessorId: idSchema }),
  subject: ({ tx }, { predecessorId }) => findPrepared(tx, predecessorId),
  allow: (actor) => actor.admin || "Only a programme admin can take this back.",
  async run(context, { at, council, steps }, { predecessorId }) {
    const may = mayTakeBack(firstDay(steps), context.today, await isWrittenSince(context, steps, at));
    if (may !== true) throw new Problem({ "": may });
    await openAgain(context, steps);
    await returnMembers(context, steps);
    return {
      result: { id: predecessorId },
      event: eventOfNoArea(predecessorId, { council }),
    };
  },
  says: (data) => `took back who takes over from ${String(data.council)}`,
});

function firstDay({ ties }: TakeoverSteps): Day {
  return (ties.map(({ on }) => on).sort()[0] ?? "9999-12-31") as Day;
}

/** Whether anybody wrote about what follows, or what was followed, since the day and since it was prepared. */
async function isWrittenSince({ tx }: Context, steps: TakeoverSteps, at: Date): Promise<boolean> {
  const ids = [...new Set(steps.ties.flatMap(({ id, by }) => [id, by]))];
  const since = new Date(Math.max(startOfDay(firstDay(steps)).getTime(), at.getTime() + 1));
  const [row] = await tx.$queryRaw<{ written: boolean }[]>`
    SELECT app.written_since(${ids}::uuid[], ${since}::timestamptz) AS written`;
  return row?.written ?? true;
}

async function openAgain({ tx }: Context, { ties }: TakeoverSteps): Promise<void> {
  for (const { id, endsOn } of ties) {
    await tx.relationship.update({
      where: { id },
      data: { endsOn: endsOn && dayToDate(endsOn as Day), takenOverById: null, revision: { increment: 1 } },
      select: { id: true },
    });
  }
  for (const by of new Set(ties.flatMap((tie) => (tie.made ? [tie.by] : [])))) {
    const [row] = await tx.$queryRaw<{ gone: boolean }[]>`
      SELECT app.remove_unused_relationship(${by}::uuid) AS gone`;
    if (!row?.gone) throw new Problem({ "": "Something refers to the new relationship already. It stays." });
  }
}

/** Gives the accounts back what they had; what they were given ends before it began, or today. */
async function returnMembers({ tx, today }: Context, { members }: TakeoverSteps): Promise<void> {
  for (const { id, endsOn, now, on } of members) {
    const before = endsOn && dayToDate(endsOn as Day);
    if (now !== null) {
      const until = today > on ? today : (on as Day);
      await tx.membership.update({
        where: { id: now },
        data: { endsOn: dayToDate(until) },
        select: { id: true },
      });
    }
    await tx.membership.update({ where: { id }, data: { endsOn: before }, select: { id: true } });
  }
}
