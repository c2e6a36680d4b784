import { z } from "zod";
import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { type CommandContext, defineCommand, Problem } from "~/platform/command.server";
import { isConstraint } from "~/platform/database-problems.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { followTie } from "./follow-tie.server";
import { ENDS, type Successor, takeoverDayOf } from "./takeover";
import { findTakeover } from "./takeover.queries.server";
import type { TakeoverSteps } from "./takeover-steps.server";

type Context = CommandContext<Actor>;

const command = defineCommand<Actor>();
const ADMINS = "Only a programme admin can say who takes over from a council.";

/** The log's entry in the area itself: what both sides read of it. */
const tellArea = command({
  id: "areas.tell-takeover",
  input: z.strictObject({ tieId: idSchema, areaId: idSchema, by: z.string(), on: z.string() }),
  subject: async () => ({}),
  allow: (actor) => actor.admin || ADMINS,
  run: async (_, __, { tieId, areaId, by, on }) => ({
    result: null,
    event: {
      subjectId: tieId,
      areaId,
      relationshipId: tieId,
      organisationId: null,
      side: null,
      level: "shared",
      data: { by, on },
    },
  }),
  says: (data) => `said that ${String(data.by)} takes over on ${saidDay(data.on)}`,
});

/**
 * Prepares a council's end in one go: each of its areas gets a relationship with the council that takes over there, from
 * its day, and each of its accounts follows or ends. All of it is written now with that day; on the day nothing has to run.
 */
export const takeOver = command({
  id: "areas.take-over",
  input: z.strictObject({
    predecessorId: idSchema,
    ties: z
      .array(
        z.strictObject({
          id: idSchema,
          successorId: z.uuid({ error: "Choose which council takes over here" }),
        }),
      )
      .max(500)
      .default([]),
    members: z
      .array(
        z.strictObject({
          id: idSchema,
          to: z.union([z.literal(ENDS), z.uuid()], { error: "Choose what becomes of this account" }),
        }),
      )
      .max(2_000)
      .default([]),
  }),
  subject: ({ tx }, { predecessorId }) =>
    tx.organisation.findFirst({
      where: { id: predecessorId, kinds: { has: "council" } },
      select: { id: true, name: true },
    }),
  allow: (actor) => actor.admin || ADMINS,
  async run(context, council, input) {
    const known = await findTakeover(context.tx, council.id, context.today);
    if (known.successors.length === 0)
      throw new Problem({ "": "Say first, on the council’s own page, which council takes over and when." });
    const open = known.ties.filter(({ takenOverBy }) => takenOverBy === null);
    if (open.length === 0) throw new Problem({ "": "No area of this council is left to take over." });
    const ties: TakeoverSteps["ties"] = [];
    for (const tie of open) {
      const at = input.ties.findIndex(({ id }) => id === tie.id);
      const successor = known.successors.find(({ id }) => id === input.ties[at]?.successorId);
      const found = takeoverDayOf(tie, successor);
      if (!successor || "why" in found)
        throw new Problem({
          [at < 0 ? "" : `ties[${at}].successorId`]: "why" in found ? found.why : "Choose one",
        });
      const followed = await followTie(context, tie, successor, found.day);
      await context.call(tellArea, { tieId: tie.id, areaId: tie.areaId, by: successor.name, on: found.day });
      ties.push(followed);
    }
    const members = await moveMembers(context, known.successors, input.members, known.members);
    return {
      result: { id: council.id, areas: ties.length, members: members.length },
      event: eventOfNoArea(council.id, {
        council: council.name,
        steps: { ties, members } satisfies TakeoverSteps,
      }),
    };
  },
  says: (data) => `prepared who takes over from ${String(data.council)}`,
});

type Asked = readonly { id: string; to: string }[];
type Members = Awaited<ReturnType<typeof findTakeover>>["members"];

/** Ends each account's membership on the day, and gives those that follow the same role in the council chosen. */
async function moveMembers(
  context: Context,
  successors: readonly Successor[],
  asked: Asked,
  members: Members,
): Promise<TakeoverSteps["members"]> {
  const steps: TakeoverSteps["members"] = [];
  const first = successors.map(({ on }) => on).sort()[0];
  for (const member of members) {
    const at = asked.findIndex(({ id }) => id === member.id);
    const to = asked[at]?.to;
    const successor = successors.find(({ id }) => id === to);
    if (to !== ENDS && !successor)
      throw new Problem({
        [at < 0 ? "" : `members[${at}].to`]: `Choose what becomes of ${member.name}’s account`,
      });
    const on = successor?.on ?? first;
    if (on) steps.push(await moveMember(context, member.id, successor ?? null, on, `members[${at}].to`));
  }
  return steps;
}

async function moveMember(
  { tx, newId }: Context,
  id: string,
  successor: Successor | null,
  on: Day,
  field: string,
): Promise<TakeoverSteps["members"][number]> {
  const { userId, role, areaId, endsOn } = await tx.membership.findUniqueOrThrow({ where: { id } });
  await tx.membership.update({ where: { id }, data: { endsOn: dayToDate(on) }, select: { id: true } });
  const step = { id, endsOn: endsOn && dateToDay(endsOn), on };
  if (successor === null) return { ...step, now: null };
  const now = newId();
  const own = { id: now, userId, role, areaId, endsOn, side: "council" as const };
  try {
    await tx.membership.create({
      data: { ...own, organisationId: successor.id, startsOn: dayToDate(on) },
      select: { id: true },
    });
  } catch (error) {
    if (!isConstraint(error, "membership_one_side")) throw error;
    throw new Problem({ [field]: "This account is on the other side of one of that council’s areas." });
  }
  return { ...step, now };
}
