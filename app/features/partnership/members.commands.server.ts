import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import type { Actor, AreaActor } from "../identity/actor";
import { findPeopleOf } from "../people/people.queries.server";
import type { Context } from "../records/recording.server";
import type { Member } from "./line";
import { dayColumns, dayProblem, resolveDays } from "./line-days";
import { findMember, findMembers } from "./lines.queries.server";
import { memberFields, memberProblems, type TypedMember } from "./member-form";
import { keepLine, lineSubject, mustHaveChanged, ownEvent } from "./own.server";
import { canKeep } from "./partnership.policy";

const command = defineCommand<Actor>();

/** Writes down a member, or changes what is written of one. */
export const keepMember = command({
  id: "partnership.keep-member",
  input: z.strictObject({
    area: z.string(),
    id: idSchema.optional(),
    revision: z.int32().optional(),
    ...memberFields,
  }),
  subject: (context, input) =>
    lineSubject(context, input, (actor) => findMember(context.tx, actor, input.id ?? "")),
  allow: (_, { actor }) => canKeep(actor),
  async run(context, subject, { area: _, id: __, revision, ...typed }) {
    const { tx } = context;
    const { columns, shown } = await checked(context, subject, typed);
    const id = await keepLine(context, subject, columns, {
      revision,
      shelf: {
        add: (row) => tx.partnershipMember.createMany({ data: [row] }),
        change: (where, data) => tx.partnershipMember.updateMany({ where, data }),
      },
    });
    const event = ownEvent(subject.actor, id, { title: typed.name, before: subject.before, after: shown });
    return { result: { id }, event };
  },
  says: ({ before, title }) =>
    before
      ? `changed what is written of ${String(title)}, a member`
      : `wrote down ${String(title)} as a member`,
});

type Subject = { actor: AreaActor; before: Member | null };

async function checked(context: Context, { actor, before }: Subject, typed: TypedMember) {
  const { livesHere, voting, paid, formSignedOn, startsOn, endsOn, ...rest } = typed;
  const { days, problems } = resolveDays({ formSignedOn, startsOn, endsOn }, context.today);
  const late = days.endsOn !== null && days.endsOn < days.startsOn;
  const early = days.formSignedOn !== null && days.formSignedOn > context.today;
  const found = {
    ...memberProblems(typed),
    ...(late ? { endsOn: "They cannot have left before they joined" } : {}),
    ...(early ? { formSignedOn: "The day must not be in the future" } : {}),
    ...problems,
    ...(await linkProblems(context, actor, before, typed)),
  };
  if (Object.keys(found).length > 0) throw new Problem(found);
  const answers = {
    ...rest,
    livesHere: livesHere === "unknown" ? null : livesHere === "yes",
    voting: voting === "yes",
    paid: paid === "yes",
  };
  return { columns: { ...answers, ...dayColumns(days) }, shown: { ...answers, ...days } };
}

/** Whom a member is linked to must be there for this actor. */
async function linkProblems(
  { tx, today }: Context,
  actor: AreaActor,
  before: Member | null,
  { relatedTo, personId }: TypedMember,
): Promise<Record<string, string>> {
  const members = relatedTo.length > 0 ? await findMembers(tx, actor) : [];
  const others = members.map(({ id }) => id).filter((id) => id !== before?.id);
  const strange = relatedTo.some((id) => !others.includes(id));
  const people =
    personId === null || personId === before?.personId ? [] : await findPeopleOf(tx, actor, today);
  const unknown =
    personId !== null && personId !== before?.personId && !people.some(({ id }) => id === personId);
  return {
    ...(strange ? { relatedTo: "Choose other members of this partnership" } : {}),
    ...(unknown ? { personId: "Choose somebody who has a post here" } : {}),
  };
}

/** Somebody leaves the partnership: from that day they are no member. */
export const endMember = command({
  id: "partnership.end-member",
  input: z.strictObject({ area: z.string(), id: idSchema, endsOn: dayField("Enter the day they left") }),
  subject: (context, input) =>
    lineSubject(context, input, (actor) => findMember(context.tx, actor, input.id)),
  allow: (_, { actor, before }) =>
    canKeep(actor) === true && before?.endsOn != null ? "They have left already." : canKeep(actor),
  async run(context, { actor, before }, { id, endsOn }) {
    const day = resolveDay(endsOn, context.today);
    const problem = before && leavingProblem(before, day, context.today);
    if (problem) throw new Problem({ endsOn: problem });
    const changed = await context.tx.partnershipMember.updateMany({
      where: { id, areaId: actor.areaId, endsOn: null, removedAt: null },
      data: { endsOn: dayToDate(day), revision: { increment: 1 } },
    });
    mustHaveChanged(changed, before);
    const data = { title: before?.name, before: { endsOn: null }, after: { endsOn: day } };
    return { result: { id }, event: ownEvent(actor, id, data) };
  },
  says: ({ title }) => `wrote down the day on which ${String(title)} left the partnership`,
});

function leavingProblem({ startsOn }: Member, day: Day, today: Day): string | null {
  return day < startsOn ? "They cannot have left before they joined" : dayProblem(day, today);
}
