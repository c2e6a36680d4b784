import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { defineCommand } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { createBase, eventOf, relationshipFor, standIn } from "../records/recording.server";
import { canRecord } from "./milestone.policy";
import { peopleOf, placeOf, takeParts } from "./milestone-place.server";
import {
  allowAction,
  change,
  type MilestoneSubject,
  requireNow,
  subjectMilestone,
} from "./milestone-subject.server";
import { refuse } from "./plan-change.server";
import { checkEnd, checkPast } from "./plan-days";
import { named } from "./plan-says";
import { BEARERS } from "./project";

const command = defineCommand<Actor>();

const person = z.uuid({ error: "Choose somebody from the list" }).nullish();
/** A box to tick: sent as "on", or not at all. */
const ticked = z.boolean().default(false);

const words = {
  title: shortText("Say what will be done"),
  evidence: optionalLongText(),
  projectId: z.uuid({ error: "Choose a project of this area" }).nullish(),
  parentId: z.uuid({ error: "Choose a milestone of this area" }).nullish(),
  councilPersonId: person,
  communityPersonId: person,
  earlyWin: ticked,
  dueDiligence: ticked,
};

/** Sets a milestone, of a project or of the area. It is shared from the start. */
export const recordMilestone = command({
  id: "milestones.record",
  input: z.strictObject({
    area: z.string().max(200),
    council: z.string().max(200).optional(),
    ...words,
    owner: z.enum(BEARERS, { error: "Say whose milestone it is" }),
    dueOn: dayField("Enter the day it is due"),
    setOn: optionalDayField(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canRecord(actor),
  async run(context, actor, input) {
    const { tx, today } = context;
    const { title, owner, evidence, earlyWin, dueDiligence } = input;
    const setOn = input.setOn === null ? today : resolveDay(input.setOn, today);
    refuse("setOn", checkPast(setOn, today, null));
    const dueOn = resolveDay(input.dueOn, today);
    refuse("dueOn", checkEnd(dueOn, setOn, "the milestone was set", today));
    const place = await placeOf(context, actor, null, input);
    const relationshipId = place ? place.relationshipId : relationshipFor(actor, input.council);
    const people = await peopleOf(context, actor, relationshipId, input, null);
    const base = { kind: "milestone", relationshipId, level: "shared", title, occurredOn: setOn } as const;
    const recordId = await createBase(context, actor, base);
    const columns = { owner, evidence, earlyWin, dueDiligence, ...people };
    const { projectId, parentId } = place ?? { projectId: null, parentId: null };
    await tx.milestone.create({
      data: { recordId, projectId, parentId, dueOn: dayToDate(dueOn), ...columns },
      select: { recordId: true },
    });
    const record = { id: recordId, areaId: actor.areaId, ...base };
    const data = { kind: base.kind, title, setOn, dueOn, projectId, parentId, ...columns };
    return { result: { id: recordId }, event: eventOf(record, actor, data) };
  },
  says: (data) => `set ${named(data)}, due on ${saidDay(data.dueOn)}`,
});

/** Changes a milestone's words, its people and where it belongs. Its day moves by a verb of its own. */
export const editMilestone = command({
  id: "milestones.edit",
  input: z.strictObject({ id: idSchema, revision: z.int32(), ...words }),
  subject: (context, { id }) => subjectMilestone(context, id),
  allow: (_, subject) => allowAction("edit", subject),
  async run(context, subject, input) {
    requireNow("edit", subject);
    const { actor, record, columns: now } = subject;
    const { title, evidence, earlyWin, dueDiligence } = input;
    const before = wordsOf(subject);
    const place = await placeOf(context, actor, record, input);
    const { projectId, parentId } = place ?? { projectId: null, parentId: null };
    const people = await peopleOf(context, actor, record.relationshipId, input, now);
    const columns = { evidence, earlyWin, dueDiligence, projectId, parentId, ...people };
    const write = { base: { title }, columns, seen: input.revision, current: before };
    const outcome = await change(context, subject, write, { title, before, after: { title, ...columns } });
    if (projectId !== now.projectId) await takeParts(context, record.id, projectId);
    // What it was part of before follows its parts, and it is no longer one.
    const left = now.parentId !== null && now.parentId !== parentId ? [now.parentId] : [];
    return { ...outcome, event: { ...outcome.event, alsoTouched: left } };
  },
  says: (data) => `changed ${named(data)}`,
});

/** What a person wrote of a milestone, as edits overwrite it. */
function wordsOf({ record, columns }: MilestoneSubject) {
  const { evidence, earlyWin, dueDiligence, projectId, parentId, councilPersonId, communityPersonId } =
    columns;
  return {
    title: record.title,
    evidence,
    earlyWin,
    dueDiligence,
    projectId,
    parentId,
    councilPersonId,
    communityPersonId,
  };
}
