import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText, optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { saidNote } from "../commitments/commitment-says";
import type { Actor } from "../identity/actor";
import { refuse, requireKind } from "./plan-change.server";
import { checkPast } from "./plan-days";
import { named } from "./plan-says";
import { openBlocks, openGaps } from "./project";
import { allowAction, change, requireNow, subjectProject } from "./project-subject.server";

const command = defineCommand<Actor>();

const request = z.uuid({ error: "Choose a request of this area" });

/** Says what holds a project up, since when, and by which request help was asked, if any. */
export const blockProject = command({
  id: "projects.block",
  input: z.strictObject({
    id: idSchema,
    text: longText("Say what holds it up"),
    since: dayField("Enter the day since when"),
    requestId: request.nullish(),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("block", subject),
  async run(context, subject, { text, requestId, ...typed }) {
    requireNow("block", subject);
    const since = resolveDay(typed.since, context.today);
    refuse("since", checkPast(since, context.today, null));
    await requireKind(context, subject.actor, { field: "requestId", id: requestId, kind: "request" });
    const outcome = await change(context, subject, {}, { text, since, helpAsked: Boolean(requestId) });
    await context.tx.projectBlock.create({
      data: {
        id: context.newId(),
        projectId: subject.record.id,
        text,
        since: dayToDate(since),
        bySide: subject.actor.side,
        requestId: requestId ?? null,
      },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) =>
    `said that ${named(data)} has been held up since ${saidDay(data.since)}${saidNote(data.text)}`,
});

/** Links the request by which help was asked with what holds the project up. */
export const askHelp = command({
  id: "projects.ask-help",
  input: z.strictObject({ id: idSchema, blockId: idSchema, requestId: request }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("ask-help", subject),
  async run(context, subject, { blockId, requestId }) {
    requireNow("ask-help", subject);
    const block = openBlocks(subject.project).find(({ id }) => id === blockId);
    if (!block) throw new Problem({ "": "It is no longer held up by this" });
    await requireKind(context, subject.actor, { field: "requestId", id: requestId, kind: "request" });
    const outcome = await change(context, subject, {}, { text: block.text, requestId });
    await context.tx.projectBlock.update({
      where: { id: blockId },
      data: { requestId },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) => `linked the request for help with what holds up ${named(data)}`,
});

/** Says that something no longer holds the project up. */
export const clearBlock = command({
  id: "projects.clear-block",
  input: z.strictObject({
    id: idSchema,
    blockId: idSchema,
    on: dayField("Enter the day it was cleared"),
    note: optionalLongText(),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("clear-block", subject),
  async run(context, subject, { blockId, note, ...typed }) {
    requireNow("clear-block", subject);
    const block = openBlocks(subject.project).find(({ id }) => id === blockId);
    if (!block) throw new Problem({ "": "It is no longer held up by this" });
    const on = resolveDay(typed.on, context.today);
    refuse("on", checkPast(on, context.today, { day: block.since, words: "it was first held up" }));
    const outcome = await change(context, subject, {}, { text: block.text, on, note });
    await context.tx.projectBlock.update({
      where: { id: blockId },
      data: { clearedOn: dayToDate(on), clearedNote: note },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) =>
    `said that “${String(data.text)}” no longer holds up ${named(data)}, since ${saidDay(data.on)}${saidNote(data.note)}`,
});

/** Says which decision a project waits for, of whom, and since when. */
export const awaitDecision = command({
  id: "projects.await-decision",
  input: z.strictObject({
    id: idSchema,
    from: shortText("Say whose decision it waits for"),
    since: dayField("Enter the day since when"),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("await-decision", subject),
  async run(context, subject, { from, ...typed }) {
    requireNow("await-decision", subject);
    const since = resolveDay(typed.since, context.today);
    refuse("since", checkPast(since, context.today, null));
    const columns = { decisionFrom: from, decisionSince: dayToDate(since) };
    return change(context, subject, { columns }, { from, since });
  },
  says: (data) =>
    `said that ${named(data)} waits for a decision of ${String(data.from)} since ${saidDay(data.since)}`,
});

/** Says that the decision was made, and what it was. */
export const noteDecisionMade = command({
  id: "projects.decision-made",
  input: z.strictObject({
    id: idSchema,
    on: dayField("Enter the day of the decision"),
    note: longText("Say what was decided"),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("decision-made", subject),
  async run(context, subject, { note, ...typed }) {
    requireNow("decision-made", subject);
    const on = resolveDay(typed.on, context.today);
    const { decisionFrom: from, decisionSince: since } = subject.project;
    refuse("on", checkPast(on, context.today, since ? { day: since, words: "it was first awaited" } : null));
    const columns = { decisionFrom: null, decisionSince: null };
    return change(context, subject, { columns }, { on, note, from, since });
  },
  says: (data) =>
    `said that ${String(data.from)} decided on ${saidDay(data.on)} about ${named(data)}${saidNote(data.note)}`,
});

/** Names a skill that a project misses. */
export const openSkillGap = command({
  id: "projects.open-gap",
  input: z.strictObject({
    id: idSchema,
    skill: shortText("Say which skill is missing"),
    on: dayField("Enter the day since when"),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("open-gap", subject),
  async run(context, subject, { skill, ...typed }) {
    requireNow("open-gap", subject);
    const on = resolveDay(typed.on, context.today);
    refuse("on", checkPast(on, context.today, null));
    const outcome = await change(context, subject, {}, { skill, on });
    const row = { id: context.newId(), projectId: subject.record.id, skill, openedOn: dayToDate(on) };
    await context.tx.projectSkillGap.create({ data: row, select: { id: true } });
    return outcome;
  },
  says: (data) => `said that ${named(data)} misses a skill: ${String(data.skill)}`,
});

/** Says that a skill was found, and how. */
export const fillSkillGap = command({
  id: "projects.fill-gap",
  input: z.strictObject({
    id: idSchema,
    gapId: idSchema,
    on: dayField("Enter the day it was found"),
    note: optionalLongText(),
  }),
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, subject) => allowAction("fill-gap", subject),
  async run(context, subject, { gapId, note, ...typed }) {
    requireNow("fill-gap", subject);
    const gap = openGaps(subject.project).find(({ id }) => id === gapId);
    if (!gap) throw new Problem({ "": "This skill is not missing any more" });
    const on = resolveDay(typed.on, context.today);
    refuse("on", checkPast(on, context.today, { day: gap.openedOn, words: "it was first missed" }));
    const outcome = await change(context, subject, {}, { skill: gap.skill, on, note });
    await context.tx.projectSkillGap.update({
      where: { id: gapId },
      data: { filledOn: dayToDate(on), filledNote: note },
      select: { id: true },
    });
    return outcome;
  },
  says: (data) => `said that ${named(data)} found a skill: ${String(data.skill)}${saidNote(data.note)}`,
});
