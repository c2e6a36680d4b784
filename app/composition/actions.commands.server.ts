import { z } from "zod";
import { rolesFor } from "~/features/actions/action";
import { endAnswer, keepAnswer, lockAction, type NewAnswer } from "~/features/actions/action-answers.server";
import type { Recommendation } from "~/features/actions/recommend";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import type { Actor, AreaActor } from "~/features/identity/actor";
import { canWrite } from "~/features/records/record.policy";
import { type Context, standIn } from "~/features/records/recording.server";
import { hasFigure } from "~/features/scoring/words";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import { dayField } from "~/platform/form-days";
import { longText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { findSituation, ruleNamed } from "./actions.server";
import { chooseRelationship } from "./health.server";
import { findFigures } from "./score-store.server";

const command = defineCommand<Actor>();

const which = {
  area: z.string().max(200),
  council: z.string().max(200).optional(),
  action: z.string().max(10),
};

type Which = { area: string; council?: string | undefined; action: string };
type Subject = { actor: AreaActor; relationship: { id: string; slug: string } };

/** The relationship an answer is about, for a side that the action is for; null: not there to them. */
async function subjectOf(context: Context, { area, council, action }: Which): Promise<Subject | null> {
  const actor = standIn(context, area);
  const rule = ruleNamed(action);
  if (!actor || !rule || rolesFor(rule, actor.side) === null) return null;
  const found = await chooseRelationship(context.tx, actor, council ?? null);
  return found && { actor, relationship: found.chosen };
}

/** The action as it stands now; throws Problem where it has been answered, or nothing calls for it any more. */
async function requireStanding(
  context: Context,
  { actor, relationship }: Subject,
  action: string,
): Promise<Recommendation> {
  await lockAction(context, actor, relationship.id, action);
  const situation = await findSituation(context.tx, actor, relationship.id, context.today);
  const found = situation?.standing.find(({ rule }) => rule.id === action);
  if (!found) throw new Problem({ "": "This step has been answered, or is no longer called for." });
  return found;
}

/** Keeps an answer, with the figure of the day so that its effect can be followed up. */
async function keep(
  context: Context,
  { actor, relationship }: Subject,
  { rule, key }: Recommendation,
  answer: Pick<NewAnswer, "answer" | "reason" | "commitmentId">,
): Promise<{ result: { id: string }; event: EventEntry }> {
  const figures = await findFigures(context.tx, relationship.id, context.today);
  const figure = figures.components[rule.component];
  const id = await keepAnswer(context, actor, {
    ...answer,
    relationshipId: relationship.id,
    actionId: rule.id,
    evidenceKey: key,
    ...(hasFigure(figure)
      ? { componentBefore: figure.value, componentLo: figure.lo, componentHi: figure.hi }
      : { componentBefore: null, componentLo: null, componentHi: null }),
  });
  const { answer: answered, reason } = answer;
  const data = { kind: "action", action: rule.id, title: rule.title, answer: answered, reason };
  return { result: { id }, event: eventOf(actor, relationship.id, id, data) };
}

// A side's answers are its own: the other side sees the promise that came of one, and no more.
function eventOf(
  actor: AreaActor,
  relationshipId: string,
  subjectId: string,
  data: Record<string, unknown>,
): EventEntry {
  const { areaId, organisationId, side } = actor;
  return { subjectId, areaId, relationshipId, organisationId, side, level: "side", data };
}

/** Takes an action on as a promise of the actor's side: what, and by when. */
export const acceptAction = command({
  id: "actions.accept",
  input: z.strictObject({
    ...which,
    title: shortText("Say what your side will do"),
    dueOn: dayField("Enter the day it will be done by"),
  }),
  subject: subjectOf,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, subject, { action, title, dueOn }) {
    const found = await requireStanding(context, subject, action);
    const promise = await context.call(recordCommitment, {
      area: subject.actor.areaSlug,
      council: subject.relationship.slug,
      bySide: "ours",
      title,
      dueOn,
    });
    const kept = await keep(context, subject, found, {
      answer: "accepted",
      reason: null,
      commitmentId: promise.id,
    });
    return { ...kept, result: { ...kept.result, commitmentId: promise.id } };
  },
  says: (data) => `took on the next step “${String(data.title)}”`,
});

/** Puts an action aside with a reason. It comes back when what it rests on changes. */
export const dismissAction = command({
  id: "actions.dismiss",
  input: z.strictObject({ ...which, reason: longText("Say why this is not for now") }),
  subject: subjectOf,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, subject, { action, reason }) {
    const found = await requireStanding(context, subject, action);
    return keep(context, subject, found, { answer: "dismissed", reason, commitmentId: null });
  },
  says: (data) => `put the next step “${String(data.title)}” aside`,
});

/** Says that an action has been done. It comes back if new evidence calls for it. */
export const markActionDone = command({
  id: "actions.done",
  input: z.strictObject(which),
  subject: subjectOf,
  allow: (_, { actor }) => canWrite(actor),
  async run(context, subject, { action }) {
    const found = await requireStanding(context, subject, action);
    return keep(context, subject, found, { answer: "done", reason: null, commitmentId: null });
  },
  says: (data) => `said that the next step “${String(data.title)}” is done`,
});

/** Takes an answer back. A promise that came of it stays in the register. */
export const undoAction = command({
  id: "actions.undo",
  input: z.strictObject({ area: z.string().max(200), id: idSchema }),
  subject: async (context, { area, id }) => {
    const actor = standIn(context, area);
    const state =
      actor &&
      (await context.tx.actionState.findFirst({
        where: { id, areaId: actor.areaId, organisationId: actor.organisationId },
        select: { id: true, actionId: true, relationshipId: true },
      }));
    return actor && state && { actor, state };
  },
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, state }) {
    await endAnswer(context, state.id);
    const title = ruleNamed(state.actionId)?.title ?? state.actionId;
    const data = { kind: "action", action: state.actionId, title };
    return { result: { id: state.id }, event: eventOf(actor, state.relationshipId, state.id, data) };
  },
  says: (data) => `took back an answer to the next step “${String(data.title)}”`,
});
