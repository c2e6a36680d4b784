import { reviseDraft } from "~/features/agreements/draft-mou.commands.server";
import { findVersions, subjectMou } from "~/features/agreements/mou-subject.server";
import { wordsOfText } from "~/features/agreements/mou-text.server";
import { subjectAim } from "~/features/aims/aim-rows.server";
import { editAim } from "~/features/aims/aims.commands.server";
import { subjectCommitment } from "~/features/commitments/commitment-subject.server";
import { editCommitment } from "~/features/commitments/record-commitment.commands.server";
import { subjectEvidence } from "~/features/evidence/evidence-subject.server";
import { editEvidence } from "~/features/evidence/record-evidence.commands.server";
import { editMeeting, editPlan } from "~/features/meetings/edit-meeting.commands.server";
import { decisionsNow, meetingNow } from "~/features/meetings/meeting-rows.server";
import { subjectMeeting } from "~/features/meetings/meeting-subject.server";
import { subjectMilestone } from "~/features/projects/milestone-subject.server";
import { subjectProject } from "~/features/projects/project-subject.server";
import { editMilestone } from "~/features/projects/record-milestone.commands.server";
import { editProject } from "~/features/projects/record-project.commands.server";
import { reviseNote } from "~/features/records/notes.commands.server";
import type { Context } from "~/features/records/recording.server";
import { reviseRequest } from "~/features/requests/ask-request.commands.server";
import { subjectRequest } from "~/features/requests/request-subject.server";

/** What a command takes that makes a change again, by its fields. */
export type Values = Record<string, unknown>;

/** How a change is made again: what stands there now, as its command takes it; and the command itself. */
export type Putter = {
  now: (context: Context, id: string) => Promise<Values | null>;
  put: (context: Context, input: never) => Promise<unknown>;
  /** The fields whose entries hold all that stood there; where it is not said, every field. */
  fields?: readonly string[];
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

const PLAN_FIELDS = ["title", "on", "how", "startsAt", "place", "purpose"] as const;

/** A decision's votes are not in the log: decisions stay as they are. */
const meeting: Putter = {
  fields: [
    ...PLAN_FIELDS,
    ...["durationMinutes", "formal", "tone", "wentWell", "wentBadly", "attendees", "projects"],
  ],
  async now(context, id) {
    const found = await subjectMeeting(context, id);
    if (found === null) return null;
    const { revision: _, decisions: __, ...now } = await meetingNow(context, id);
    if (found.status === "held") return { ...now, decisions: await decisionsNow(context, id) };
    return Object.fromEntries(PLAN_FIELDS.map((field) => [field, now[field]]));
  },
  // What was planned when it was changed may have been held since.
  put: (context, input: Values) =>
    "attendees" in input ? context.call(editMeeting, input as never) : context.call(editPlan, input as never),
};

/** A draft: what both sides have seen has versions of its own. */
const agreement: Putter = {
  async now(context, id) {
    const found = await subjectMou(context, id);
    const [version] = found ? await findVersions(context.tx, id) : [];
    if (!found || !version) return null;
    return {
      title: found.record.title,
      otherParties: found.row.otherParties,
      ...wordsOfText(version, version.clauses),
    };
  },
  put: (context, input) => context.call(reviseDraft, input),
};

/** Every change that can be put back, by the command that made it. */
export const PUTTERS = new Map<string, Putter>([
  [editCommitment.id, commitment],
  [editAim.id, aim],
  [editEvidence.id, evidence],
  [editProject.id, project],
  [editMilestone.id, milestone],
  [reviseRequest.id, request],
  [reviseNote.id, note],
  [editPlan.id, meeting],
  [editMeeting.id, meeting],
  [reviseDraft.id, agreement],
]);
