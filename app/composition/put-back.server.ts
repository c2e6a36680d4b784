import { subjectAim } from "~/features/aims/aim-rows.server";
import { editAim } from "~/features/aims/aims.commands.server";
import { ofArea } from "~/features/audit/audit.queries.server";
import { type Change, changesOf } from "~/features/audit/changes";
import { subjectCommitment } from "~/features/commitments/commitment-subject.server";
import { editCommitment } from "~/features/commitments/record-commitment.commands.server";
import { subjectEvidence } from "~/features/evidence/evidence-subject.server";
import { editEvidence } from "~/features/evidence/record-evidence.commands.server";
import type { Actor, AreaActor } from "~/features/identity/actor";
import { subjectMilestone } from "~/features/projects/milestone-subject.server";
import { subjectProject } from "~/features/projects/project-subject.server";
import { editMilestone } from "~/features/projects/record-milestone.commands.server";
import { editProject } from "~/features/projects/record-project.commands.server";
import { reviseNote } from "~/features/records/notes.commands.server";
import type { Level } from "~/features/records/record";
import { type Context, subjectRecord } from "~/features/records/recording.server";
import { reviseRequest } from "~/features/requests/ask-request.commands.server";
import { subjectRequest } from "~/features/requests/request-subject.server";
import type { Tx } from "~/platform/db.server";
import type { Reading } from "./request.server";

type Values = Record<string, unknown>;

/** How a change is made again: what stands there now, as its command takes it; and the command itself. */
type Putter = {
  now: (context: Context, id: string) => Promise<Values | null>;
  put: (context: Context, input: never) => Promise<unknown>;
};

const commitment: Putter = {
  now: async (context, id) => (await subjectCommitment(context, id))?.written ?? null,
  put: (context, input) => context.call(editCommitment, input),
};

const aim: Putter = {
  async now(context, id) {
    const found = await subjectAim(context, id);
    return found && { title: found.record.title, detail: found.detail };
  },
  put: (context, input) => context.call(editAim, input),
};

const evidence: Putter = {
  async now(context, id) {
    const found = await subjectEvidence(context, id);
    return found && { ...found.entry.values, kind: found.entry.kind.id };
  },
  put: (context, input) => context.call(editEvidence, input),
};

const project: Putter = {
  async now(context, id) {
    const found = await subjectProject(context, id);
    if (found === null) return null;
    const { aim: words, caseText, involves } = found.columns;
    const { startedOn } = found.project;
    return { title: found.record.title, aim: words, caseText, involves, startedOn };
  },
  put: (context, input) => context.call(editProject, input),
};

const milestone: Putter = {
  async now(context, id) {
    const found = await subjectMilestone(context, id);
    if (found === null) return null;
    const { evidence: shown, earlyWin, dueDiligence, projectId, parentId, ...people } = found.columns;
    const { councilPersonId, communityPersonId } = people;
    const words = { title: found.record.title, evidence: shown, earlyWin, dueDiligence };
    return { ...words, projectId, parentId, councilPersonId, communityPersonId };
  },
  put: (context, input) => context.call(editMilestone, input),
};

const request: Putter = {
  async now(context, id) {
    const found = await subjectRequest(context, id);
    if (found === null) return null;
    const where = { recordId: id };
    const own = await context.tx.request.findUniqueOrThrow({ where, select: { detail: true } });
    return { title: found.record.title, detail: own.detail, targetOn: found.request.targetOn };
  },
  put: (context, input) => context.call(reviseRequest, input),
};

const note: Putter = {
  async now({ tx }, id) {
    return tx.note.findUnique({ where: { recordId: id }, select: { text: true } });
  },
  put: (context, input) => context.call(reviseNote, input),
};

/** Every change that can be put back, by the command that made it. */
const PUTTERS = new Map<string, Putter>([
  [editCommitment.id, commitment],
  [editAim.id, aim],
  [editEvidence.id, evidence],
  [editProject.id, project],
  [editMilestone.id, milestone],
  [reviseRequest.id, request],
  [reviseNote.id, note],
]);

/** Whether what this command changed can be put back. */
export function mayPutBack(command: string): boolean {
  return PUTTERS.has(command);
}

/** An entry of the log of one record that can be put back, with how; null: there is no such entry for this reader. */
export async function findPutBack(tx: Tx, actor: AreaActor, recordId: string, entryId: string) {
  const entry = await tx.event.findFirst({
    where: { AND: [ofArea(actor), { id: entryId, subjectId: recordId }] },
    select: { at: true, command: true, data: true, level: true },
  });
  const putter = entry && PUTTERS.get(entry.command);
  return putter ? { putter, at: entry.at, level: entry.level, changes: changesOf(entry.data) } : null;
}

const STRICTNESS: readonly Level[] = ["shared", "side", "personal"];

/** Whether words of an entry may stand in a record again: never before more people than they were written for. */
export function mayShow(written: Level, now: Level): true | string {
  if (STRICTNESS.indexOf(written) <= STRICTNESS.indexOf(now)) return true;
  const whose = written === "side" ? "your own side alone" : "one person alone";
  return `This was written when the record was for ${whose}. More people see the record now, so it cannot be put back.`;
}

/** One field of a preview: as it is now, and as it would be. */
export type Preview = { field: string; now: unknown; before: unknown };

/** What putting an entry back would change: each field with what stands there now; null: not there. */
export async function previewPutBack(
  all: Actor,
  actor: AreaActor,
  { tx, today, now }: Reading,
  { id, entry }: { id: string; entry: string },
): Promise<{ title: string; revision: number; at: Date; level: Level; fields: Preview[] } | null> {
  const found = await findPutBack(tx, actor, id, entry);
  const looking: Context = { tx, actor: all, today, now, newId: unasked, call: unasked };
  const subject = found && (await subjectRecord(looking, id));
  const current = subject && (await found.putter.now(looking, id));
  if (!current) return null;
  const { title, revision } = subject.record;
  const fields = found.changes.map(({ field, before }) => ({
    field,
    now: current[field] ?? null,
    before,
  }));
  const differs = ({ now: is, before }: Preview) => JSON.stringify(is) !== JSON.stringify(before);
  return { title, revision, at: found.at, level: found.level, fields: fields.filter(differs) };
}

function unasked(): never {
  throw new Error("a preview writes nothing");
}

/** What the command takes that makes a change again: all as it stands now, but the fields to put back. */
export function inputOf(
  now: Values,
  changes: readonly Change[],
  fixed: { id: string; revision: number },
): never {
  const before = Object.fromEntries(changes.map(({ field, before: value }) => [field, value]));
  // Each command checks its own input: what was once right need not be so today.
  return { ...now, ...before, ...fixed } as never;
}
