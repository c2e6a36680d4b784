import { z } from "zod";
import type { Actor } from "~/features/identity/actor";
import { mayWrite } from "~/features/identity/actor";
import { findInvitees } from "~/features/imports/contacts.queries.server";
import { countSteps, type ImportState, importState } from "~/features/imports/import";
import { findImports } from "~/features/imports/imports.queries.server";
import { forgetDraft, keepImport, rowsOf, sourceFields } from "~/features/imports/keep-import.server";
import type { MeetingEvent } from "~/features/imports/meeting-event";
import { planMeetingRows } from "~/features/imports/meetings-import.queries.server";
import { MOST_ASKED } from "~/features/imports/meetings-plan";
import { findMeetingsUndo, type MeetingUndo, meetingsChanged } from "~/features/imports/meetings-undo.server";
import type { Located } from "~/features/imports/problem";
import { editPlan } from "~/features/meetings/edit-meeting.commands.server";
import { MEETING_HOWS } from "~/features/meetings/meeting";
import { canWrite } from "~/features/records/record.policy";
import { type Context, standIn } from "~/features/records/recording.server";
import { binRecord } from "~/features/records/records.commands.server";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import { carryOutStep, type Into, logPast } from "./import-meetings.server";

const command = defineCommand<Actor>();

const chosen = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  idSchema.nullable(),
);
const answer = z.strictObject({
  became: z.enum(["leave", "met"]).default("leave"),
  council: chosen,
  community: chosen,
});

/** Takes a calendar into the meetings of an area, each by the commands of the meetings' own pages. All of it or nothing. */
export const importMeetings = command({
  id: "imports.meetings",
  input: z.strictObject({
    area: z.string().min(1).max(100),
    council: z.string().max(100).optional(),
    how: z.enum(MEETING_HOWS),
    ...sourceFields,
    rows: rowsOf<Located<MeetingEvent>>(),
    /** One for each past meeting that is asked about, in the order of the plan. */
    asked: z.array(answer).max(MOST_ASKED).default([]),
    /** How many past meetings the page asked about: where they are others by now, it asks again. */
    askedCount: z.int().optional(),
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, { rows, draft, fileName, sha256, council, how, asked, askedCount }) {
    const { tx, today } = context;
    await forgetDraft(context, draft);
    // Two who import into one area take turns: no meeting is made twice.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${actor.areaId}, 9))`;
    const plan = await planMeetingRows(tx, actor, rows, today);
    const past = plan.steps.filter(({ kind }) => kind === "ask-past").length;
    if (askedCount !== undefined && askedCount !== past)
      throw new Problem({
        "": "Something changed since you looked. Look again, and say yes to what is there now.",
      });
    const { areaId, organisationId, side } = actor;
    const source = { what: "meetings" as const, fileName, sha256, organisationId, areaId };
    const into: Into = { actor, council, how, people: await findInvitees(tx, actor) };
    const done = plan.steps.filter((step) => step.kind !== "ask-past" || became(step) === "met");
    function became(step: (typeof plan.steps)[number]) {
      const at = plan.steps.filter(({ kind }) => kind === "ask-past").indexOf(step);
      return asked[at]?.became ?? "leave";
    }
    if (done.length === 0)
      throw new Problem({ "": "There is nothing to import: all of it is in already, or left out." });
    const counts = countSteps({ steps: done, unchanged: plan.unchanged });
    const { importId } = await keepImport(context, source, counts, (id) =>
      carryOut(context, into, { importId: id, steps: plan.steps, asked }),
    );
    return {
      result: { importId, counts },
      event: {
        ...{ subjectId: importId, areaId, relationshipId: null, organisationId, side, level: "side" },
        data: { fileName, counts },
      },
    };
  },
  says: (data) => `imported meetings from ${String(data.fileName)}`,
});

type Plan = Awaited<ReturnType<typeof planMeetingRows>>;
type Given = { importId: string; steps: Plan["steps"]; asked: readonly z.output<typeof answer>[] };

async function carryOut(
  context: Context,
  into: Into,
  { importId, steps, asked }: Given,
): Promise<MeetingUndo[]> {
  const undo: MeetingUndo[] = [];
  const ids: { id: string; meetingId: string; value: string; importId: string }[] = [];
  let at = 0;
  for (const step of steps) {
    let back: MeetingUndo | null = null;
    if (step.kind === "ask-past") {
      const said = asked[at];
      if (said?.became === "met") back = await logPast(context, into, step, said, at);
      at += 1;
    } else back = await carryOutStep(context, into, step);
    if (back) undo.push(back);
    if (back?.undo === "bin")
      ids.push({ id: context.newId(), meetingId: back.id, value: step.event.externalId, importId });
  }
  await context.tx.meetingExternalId.createMany({ data: ids });
  return undo;
}

/** Takes an import of meetings back: what it made goes to the bin, as the bin's own rules allow; all of it or nothing. */
export const revertMeetings = command({
  id: "imports.revert-meetings",
  input: z.strictObject({ id: idSchema }),
  async subject({ tx, actor }, { id }) {
    await tx.$queryRaw`SELECT id FROM import WHERE id = ${id}::uuid FOR UPDATE`;
    const record = (await findImports(tx)).find((one) => one.id === id && one.what === "meetings");
    const stand = actor.stands.find(({ areaId }) => areaId === record?.areaId);
    return record && stand ? { record, stand } : null;
  },
  allow: (_, { record, stand }) =>
    (mayWrite(stand) && stand.organisationId === record.organisationId) ||
    "Only the side that imported this can take it back.",
  async run(context, { record, stand }) {
    const { tx, now } = context;
    const state: ImportState = importState(record);
    if (state !== "applied") throw new Problem({ "": "This import was taken back already." });
    const undo = await findMeetingsUndo(tx, record.id);
    const problems = await meetingsChanged(tx, undo);
    if (problems.length > 0) throw new Problem({ "": problems });
    for (const step of [...undo].reverse()) problems.push(...(await putBack(context, step)));
    if (problems.length > 0) throw new Problem({ "": problems });
    await tx.import.updateMany({ where: { id: record.id }, data: { revertedAt: now } });
    const { areaId, organisationId, side } = stand;
    return {
      result: { importId: record.id, undone: undo.length },
      event: {
        ...{ subjectId: record.id, areaId, relationshipId: null, organisationId, side, level: "side" },
        data: { fileName: record.fileName, undone: undo.length },
      },
    };
  },
  says: (data) => `took back the import of meetings from ${String(data.fileName)}`,
});

/** Undoes one step; why it cannot be, where it cannot. */
async function putBack(context: Context, step: MeetingUndo): Promise<string[]> {
  try {
    if (step.undo === "bin") await context.call(binRecord, { id: step.id });
    if (step.undo === "edit")
      await context.call(editPlan, { id: step.id, revision: step.revision, ...step.before });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [`“${step.title}”: ${Object.values(error.fields).flat().join(" ")}`];
  }
}
