import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { Conflict, defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Redating } from "../commitments/commitment";
import { saidNote } from "../commitments/commitment-says";
import type { Actor } from "../identity/actor";
import type { Context } from "../records/recording.server";
import { agreedDay, expectedDay, type Planned, waitingMove } from "./day-move";
import * as ofMilestone from "./milestone-subject.server";
import { refuse } from "./plan-change.server";
import { checkMove } from "./plan-days";
import { named } from "./plan-says";
import * as ofProject from "./project-subject.server";

const command = defineCommand<Actor>();

type MoveAction = "move-day" | "agree-day" | "decline-day";

/** What has a day that moves: a milestone with its day, a project with its endpoint. */
type Subject =
  | { of: "milestone"; subject: ofMilestone.MilestoneSubject; planned: Planned }
  | { of: "project"; subject: ofProject.ProjectSubject; planned: Planned | null };

async function subjectPlanned(context: Context, id: string): Promise<Subject | null> {
  const project = await ofProject.subjectProject(context, id);
  if (project) {
    const { endsOn, moves } = project.project;
    return { of: "project", subject: project, planned: endsOn === null ? null : { dueOn: endsOn, moves } };
  }
  const milestone = await ofMilestone.subjectMilestone(context, id);
  return milestone && { of: "milestone", subject: milestone, planned: milestone.milestone };
}

function allow(action: MoveAction, about: Subject): true | string {
  return about.of === "project"
    ? ofProject.allowAction(action, about.subject)
    : ofMilestone.allowAction(action, about.subject);
}

/** The day that moves; throws Problem where the record does not stand so that the action can be taken. */
function plannedNow(action: MoveAction, about: Subject): Planned {
  if (about.of === "project") ofProject.requireNow(action, about.subject);
  else ofMilestone.requireNow(action, about.subject);
  // A project without an endpoint was refused just now.
  return about.planned ?? { dueOn: about.subject.today, moves: [] };
}

function write(context: Context, about: Subject, data: Record<string, unknown>) {
  return about.of === "project"
    ? ofProject.change(context, about.subject, {}, data)
    : ofMilestone.change(context, about.subject, {}, data);
}

/** Puts a day to another: asks the other side, or moves it alone. An unanswered earlier proposal is replaced. */
export const moveDay = command({
  id: "projects.move-day",
  input: z.strictObject({
    id: idSchema,
    toOn: dayField("Enter the new day"),
    reason: longText("Say why the day should move"),
    how: z.enum(["ask", "alone"], { error: "Say whether you ask the other side" }),
  }),
  subject: (context, { id }) => subjectPlanned(context, id),
  allow: (_, about) => allow("move-day", about),
  async run(context, about, { reason, how, ...typed }) {
    const planned = plannedNow("move-day", about);
    const toOn = resolveDay(typed.toOn, context.today);
    const before = expectedDay(planned);
    refuse("toOn", checkMove(toOn, how === "ask" ? agreedDay(planned) : before, context.today));
    const outcome = await write(context, about, { toOn, before: { dueOn: before }, reason, how });
    await context.tx.dayMove.create({
      data: {
        id: context.newId(),
        recordId: about.subject.record.id,
        proposedBySide: about.subject.actor.side,
        proposedOn: dayToDate(context.today),
        fromOn: dayToDate(before),
        toOn: dayToDate(toOn),
        reason,
        alone: how === "alone",
      },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) =>
    data.how === "alone"
      ? `moved ${named(data)} to ${saidDay(data.toOn)} without the other side’s agreement${saidNote(data.reason)}`
      : `proposed ${saidDay(data.toOn)} for ${named(data)}${saidNote(data.reason)}`,
});

/** The move the answer is to; Conflict where another has taken its place meanwhile. */
function answered(planned: Planned, moveId: string): Redating {
  const move = waitingMove(planned);
  if (move?.id !== moveId) throw new Conflict(null);
  return move;
}

/** The other side agrees to the new day. */
export const agreeMove = command({
  id: "projects.agree-day",
  input: z.strictObject({ id: idSchema, moveId: idSchema }),
  subject: (context, { id }) => subjectPlanned(context, id),
  allow: (_, about) => allow("agree-day", about),
  async run(context, about, { moveId }) {
    const planned = plannedNow("agree-day", about);
    const { newDueOn: toOn } = answered(planned, moveId);
    const outcome = await write(context, about, { toOn, before: { dueOn: agreedDay(planned) } });
    await context.tx.dayMove.update({
      where: { id: moveId },
      data: { agreedOn: dayToDate(context.today) },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) => `agreed to ${saidDay(data.toOn)} for ${named(data)}`,
});

/** The side that proposed a new day takes it back before it is answered. */
export const withdrawMove = command({
  id: "projects.withdraw-day",
  input: z.strictObject({ id: idSchema, moveId: idSchema }),
  subject: (context, { id }) => subjectPlanned(context, id),
  allow: (_, about) => allow("move-day", about),
  async run(context, about, { moveId }) {
    const { newDueOn: toOn, proposedBySide } = answered(
      about.planned ?? { dueOn: context.today, moves: [] },
      moveId,
    );
    if (proposedBySide !== about.subject.actor.side)
      throw new Problem({ "": "This is for the side that proposed it." });
    const outcome = await write(context, about, { toOn });
    await context.tx.dayMove.update({
      where: { id: moveId },
      data: { withdrawnOn: dayToDate(context.today) },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) => `took back ${saidDay(data.toOn)} for ${named(data)}`,
});

/** The other side declines the new day, with its reason. The day stays as it is. */
export const declineMove = command({
  id: "projects.decline-day",
  input: z.strictObject({ id: idSchema, moveId: idSchema, reason: longText("Say why not") }),
  subject: (context, { id }) => subjectPlanned(context, id),
  allow: (_, about) => allow("decline-day", about),
  async run(context, about, { moveId, reason }) {
    const planned = plannedNow("decline-day", about);
    const { newDueOn: toOn } = answered(planned, moveId);
    const outcome = await write(context, about, { toOn, reason });
    await context.tx.dayMove.update({
      where: { id: moveId },
      data: { declinedOn: dayToDate(context.today), declinedReason: reason },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) => `declined ${saidDay(data.toOn)} for ${named(data)}${saidNote(data.reason)}`,
});
