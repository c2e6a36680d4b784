import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { saidDay } from "../commitments/commitment-says";
import type { Actor, AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { findBase } from "../records/record.queries.server";
import { type Context, createBase, eventOf, relationshipFor, standIn } from "../records/recording.server";
import { wouldCircle } from "./milestone";
import { canRecord } from "./milestone.policy";
import { findAbove, findWithParts } from "./milestone-rows.server";
import {
  allowAction,
  change,
  type MilestoneSubject,
  requireNow,
  subjectMilestone,
} from "./milestone-subject.server";
import { refuse, requirePerson } from "./plan-change.server";
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
  input: z.strictObject({ id: idSchema, revision: z.number().int(), ...words }),
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

/** The parts of a milestone go with it to another project. */
async function takeParts({ tx }: Context, id: string, projectId: string | null): Promise<void> {
  const parts = (await findWithParts(tx, id)).map(({ record }) => record.id);
  await tx.milestone.updateMany({ where: { recordId: { in: parts } }, data: { projectId } });
}

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

type Place = { projectId: string | null; parentId: string | null; relationshipId: string | null };
type Typed = {
  projectId?: string | null | undefined;
  parentId?: string | null | undefined;
  councilPersonId?: string | null | undefined;
  communityPersonId?: string | null | undefined;
};

/**
 * Where a milestone belongs, and whose relationship that is; null: to no project and no other milestone. A part is in
 * its parent's project and relationship, so that whoever sees one sees both. Throws Problem beside what does not fit.
 */
async function placeOf(
  context: Context,
  actor: AreaActor,
  own: RecordBase | null,
  { projectId = null, parentId = null }: Typed,
): Promise<Place | null> {
  if (parentId === null && projectId === null) return null;
  const parent = parentId === null ? null : await findBase(context.tx, actor, parentId);
  if (parentId !== null && parent?.kind !== "milestone")
    throw new Problem({ parentId: "Choose a milestone of this area" });
  const project = projectId === null ? null : await findBase(context.tx, actor, projectId);
  if (projectId !== null && project?.kind !== "project")
    throw new Problem({ projectId: "Choose a project of this area" });
  const relationshipId = (parent ?? project)?.relationshipId ?? null;
  const about = own ? own.relationshipId : relationshipId;
  if (project && project.relationshipId !== about)
    throw new Problem({ projectId: "That project is about another council" });
  if (parent && parent.relationshipId !== about)
    throw new Problem({ parentId: "That milestone is about another council" });
  if (parent) await requireNoCircle(context, own, parent, projectId);
  return { projectId, parentId, relationshipId };
}

/** Throws Problem where a parent is of another project, or part of what it should be the parent of. */
async function requireNoCircle(
  { tx }: Context,
  own: RecordBase | null,
  parent: RecordBase,
  projectId: string | null,
): Promise<void> {
  // Two who hang each under the other at once take turns: the second sees what the first did.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${parent.areaId}, 11))`;
  if (wouldCircle(own?.id ?? null, await findAbove(tx, parent.id)))
    throw new Problem({ parentId: "This milestone is above that one already: it cannot also be part of it" });
  const row = await tx.milestone.findUnique({ where: { recordId: parent.id }, select: { projectId: true } });
  if ((row?.projectId ?? null) !== projectId)
    throw new Problem({ parentId: "A part belongs to the same project as what it is part of" });
}

/** The people of each side, each checked to be of it. */
async function peopleOf(
  context: Context,
  actor: AreaActor,
  relationshipId: string | null,
  { councilPersonId = null, communityPersonId = null }: Typed,
  now: { councilPersonId: string | null; communityPersonId: string | null } | null,
) {
  const wanted = [
    {
      field: "councilPersonId",
      personId: councilPersonId,
      side: "council",
      kept: now?.councilPersonId ?? null,
    },
    {
      field: "communityPersonId",
      personId: communityPersonId,
      side: "community",
      kept: now?.communityPersonId ?? null,
    },
  ] as const;
  for (const one of wanted) await requirePerson(context, actor, { ...one, relationshipId });
  return { councilPersonId, communityPersonId };
}
