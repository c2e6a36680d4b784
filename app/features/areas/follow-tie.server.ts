import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { type CommandContext, Problem } from "~/platform/command.server";
import type { Actor } from "../identity/actor";
import type { EndingTie, Successor } from "./takeover";

type Context = CommandContext<Actor>;

/** What became of one relationship: which one follows, whether that was opened for it, and its end before. */
export type FollowedTie = { id: string; by: string; made: boolean; endsOn: string | null; on: string };

const HOPS_MAX = 20;

/**
 * Ends a relationship on the day and names the one that takes it over: the successor's own with the area where it has
 * one (a county that was there before, the second of two that become one), else a new one on the same terms.
 */
export async function followTie(
  context: Context,
  tie: EndingTie,
  successor: Successor,
  on: Day,
): Promise<FollowedTie> {
  const { tx } = context;
  const before = await tx.relationship.findUniqueOrThrow({ where: { id: tie.id } });
  const there = await tx.relationship.findUnique({
    where: { areaId_councilId: { areaId: tie.areaId, councilId: successor.id } },
    select: { id: true, startsOn: true, endsOn: true },
  });
  if (there?.endsOn && dateToDay(there.endsOn) <= on) refuse(tie, "is over by then with that council");
  if (there && (await leadsBack(context, there.id, tie.id))) refuse(tie, "would be taken over by itself");
  const by = there?.id ?? context.newId();
  if (!there) {
    const { requestWorkingDays, communication } = before;
    const terms = { requestWorkingDays, communication, startsOn: dayToDate(on) };
    await tx.relationship.create({
      data: { id: by, areaId: tie.areaId, councilId: successor.id, ...terms },
      select: { id: true },
    });
  } else if (there.startsOn && dateToDay(there.startsOn) > on) {
    // Two that become one on different days: it begins with the first.
    await tx.relationship.update({
      where: { id: by },
      data: { startsOn: dayToDate(on), revision: { increment: 1 } },
      select: { id: true },
    });
  }
  await tx.relationship.update({
    where: { id: tie.id },
    data: { endsOn: dayToDate(on), takenOverById: by, revision: { increment: 1 } },
    select: { id: true },
  });
  return { id: tie.id, by, made: !there, endsOn: tie.endsOn, on };
}

/** Whether what follows the one leads, in the end, to the other. */
async function leadsBack({ tx }: Context, from: string, to: string): Promise<boolean> {
  let at: string | null = from;
  for (let hop = 0; at !== null && hop < HOPS_MAX; hop += 1) {
    if (at === to) return true;
    const row: { takenOverById: string | null } | null = await tx.relationship.findUnique({
      where: { id: at },
      select: { takenOverById: true },
    });
    at = row?.takenOverById ?? null;
  }
  return false;
}

function refuse(tie: EndingTie, why: string): never {
  throw new Problem({ "": `The relationship of ${tie.area} ${why}.` });
}
