import { intentOf, submit } from "~/composition/request.server";
import { agreeMove, declineMove, moveDay } from "~/features/projects/day-moves.commands.server";
import type { Action as MilestoneAction } from "~/features/projects/milestone.transitions";
import {
  acknowledgeMilestone,
  agreeLetGo,
  askLetGo,
  declineLetGo,
  dropMilestone,
  reopenMilestone,
  reportMilestoneDone,
} from "~/features/projects/milestone-outcomes.commands.server";
import type { Action as ProjectAction } from "~/features/projects/project.transitions";
import {
  agreeEndpoint,
  agreeScope,
  fixScope,
  setEndpoint,
  setStage,
} from "~/features/projects/project-course.commands.server";
import {
  askHelp,
  awaitDecision,
  blockProject,
  clearBlock,
  fillSkillGap,
  noteDecisionMade,
  openSkillGap,
} from "~/features/projects/project-hindrances.commands.server";
import { changeLead, noteDecision } from "~/features/projects/project-lead.commands.server";
import { editMilestone } from "~/features/projects/record-milestone.commands.server";
import { stateResponsibility } from "~/features/projects/record-project.commands.server";

type Context = Parameters<typeof submit>[0];
type Done = (message: string) => () => { to: string; message: string };
type Send = (
  context: Context,
  form: FormData,
  fixed: { id: string },
  back: Done,
) => ReturnType<typeof submit>;

const moves = {
  "move-day": (context, form, fixed, back) =>
    submit(context, form, moveDay, fixed, back("Saved. The old day stays to be seen.")),
  "agree-day": (context, form, fixed, back) =>
    submit(context, form, agreeMove, fixed, back("Agreed. Both sides see the new day.")),
  "decline-day": (context, form, fixed, back) =>
    submit(context, form, declineMove, fixed, back("Declined. The day stays as it is.")),
} as const satisfies Record<string, Send>;

const OF_PROJECTS: Record<Exclude<ProjectAction, "record" | "edit">, Send> = {
  ...moves,
  "set-stage": (context, form, fixed, back) => submit(context, form, setStage, fixed, back("Saved.")),
  "change-lead": (context, form, fixed, back) =>
    submit(context, form, changeLead, fixed, back("Saved. Both sides see who leads.")),
  "note-decision": (context, form, fixed, back) =>
    submit(context, form, noteDecision, fixed, back("The decision is on record.")),
  "state-responsibility": (context, form, fixed, back) =>
    submit(context, form, stateResponsibility, fixed, back("Saved.")),
  "set-endpoint": (context, form, fixed, back) =>
    submit(context, form, setEndpoint, fixed, back("Set. The other side can agree to it.")),
  "agree-endpoint": (context, form, fixed, back) =>
    submit(context, form, agreeEndpoint, fixed, back("Agreed by both sides.")),
  "fix-scope": (context, form, fixed, back) =>
    submit(context, form, fixScope, fixed, back("Saved. The other side can agree to it.")),
  "agree-scope": (context, form, fixed, back) =>
    submit(context, form, agreeScope, fixed, back("Agreed by both sides.")),
  block: (context, form, fixed, back) => submit(context, form, blockProject, fixed, back("Saved.")),
  "ask-help": (context, form, fixed, back) => submit(context, form, askHelp, fixed, back("Linked.")),
  "clear-block": (context, form, fixed, back) => submit(context, form, clearBlock, fixed, back("Cleared.")),
  "await-decision": (context, form, fixed, back) =>
    submit(context, form, awaitDecision, fixed, back("Saved.")),
  "decision-made": (context, form, fixed, back) =>
    submit(context, form, noteDecisionMade, fixed, back("The decision is on record.")),
  "open-gap": (context, form, fixed, back) => submit(context, form, openSkillGap, fixed, back("Saved.")),
  "fill-gap": (context, form, fixed, back) => submit(context, form, fillSkillGap, fixed, back("Saved.")),
};

const OF_MILESTONES: Record<Exclude<MilestoneAction, "record">, Send> = {
  ...moves,
  edit: (context, form, fixed, back) => submit(context, form, editMilestone, fixed, back("Saved.")),
  "report-done": (context, form, fixed, back) =>
    submit(context, form, reportMilestoneDone, fixed, back("Said. Both sides see that it is done.")),
  acknowledge: (context, form, fixed, back) =>
    submit(context, form, acknowledgeMilestone, fixed, back("Acknowledged. They see that you have seen it.")),
  drop: (context, form, fixed, back) => submit(context, form, dropMilestone, fixed, back("Given up.")),
  "ask-let-go": (context, form, fixed, back) =>
    submit(context, form, askLetGo, fixed, back("Asked. It stands until the other side agrees.")),
  "agree-let-go": (context, form, fixed, back) =>
    submit(context, form, agreeLetGo, fixed, back("Let go. Nothing is owed.")),
  "decline-let-go": (context, form, fixed, back) =>
    submit(context, form, declineLetGo, fixed, back("It stays.")),
  reopen: (context, form, fixed, back) => submit(context, form, reopenMilestone, fixed, back("Open again.")),
};

function handle(table: Readonly<Record<string, Send>>) {
  return async (context: Context, form: FormData, id: string, backTo: string) => {
    const intent = intentOf(form);
    const send = Object.hasOwn(table, intent) ? table[intent] : undefined;
    return send ? send(context, form, { id }, (message) => () => ({ to: backTo, message })) : null;
  };
}

/** Does what a form of a project's page asks and gives the action's answer; null: the intent is none of its own. */
export const handleProjectIntent = handle(OF_PROJECTS);

/** The same for a milestone's page. */
export const handleMilestoneIntent = handle(OF_MILESTONES);
