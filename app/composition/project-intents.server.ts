import type { z } from "zod";
import { intentOf, submit } from "~/composition/request.server";
import type { Actor } from "~/features/identity/actor";
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
import type { Command } from "~/platform/command.server";

type Context = Parameters<typeof submit>[0];
type Done = (message: string) => () => { to: string; message: string };
type Send = (
  context: Context,
  form: FormData,
  fixed: { id: string },
  back: Done,
) => ReturnType<typeof submit>;

function send<S extends z.ZodType, T, R>(command: Command<Actor, S, T, R>, message: string): Send {
  return (context, form, fixed, back) => submit(context, form, command, fixed, back(message));
}

const moves = {
  "move-day": send(moveDay, "Saved. The old day stays to be seen."),
  "agree-day": send(agreeMove, "Agreed. Both sides see the new day."),
  "decline-day": send(declineMove, "Declined. The day stays as it is."),
} as const satisfies Record<string, Send>;

const OF_PROJECTS: Record<Exclude<ProjectAction, "record" | "edit">, Send> = {
  ...moves,
  "set-stage": send(setStage, "Saved."),
  "change-lead": send(changeLead, "Saved. Both sides see who leads."),
  "note-decision": send(noteDecision, "The decision is on record."),
  "state-responsibility": send(stateResponsibility, "Saved."),
  "set-endpoint": send(setEndpoint, "Set. The other side can agree to it."),
  "agree-endpoint": send(agreeEndpoint, "Agreed by both sides."),
  "fix-scope": send(fixScope, "Saved. The other side can agree to it."),
  "agree-scope": send(agreeScope, "Agreed by both sides."),
  block: send(blockProject, "Saved."),
  "ask-help": send(askHelp, "Linked."),
  "clear-block": send(clearBlock, "Cleared."),
  "await-decision": send(awaitDecision, "Saved."),
  "decision-made": send(noteDecisionMade, "The decision is on record."),
  "open-gap": send(openSkillGap, "Saved."),
  "fill-gap": send(fillSkillGap, "Saved."),
};

const OF_MILESTONES: Record<Exclude<MilestoneAction, "record">, Send> = {
  ...moves,
  edit: send(editMilestone, "Saved."),
  "report-done": send(reportMilestoneDone, "Said. Both sides see that it is done."),
  acknowledge: send(acknowledgeMilestone, "Acknowledged. They see that you have seen it."),
  drop: send(dropMilestone, "Given up."),
  "ask-let-go": send(askLetGo, "Asked. It stands until the other side agrees."),
  "agree-let-go": send(agreeLetGo, "Let go. Nothing is owed."),
  "decline-let-go": send(declineLetGo, "It stays."),
  reopen: send(reopenMilestone, "Open again."),
};

function handle(table: Readonly<Record<string, Send>>) {
  return async (context: Context, form: FormData, id: string, backTo: string) => {
    const intent = intentOf(form);
    const own = Object.hasOwn(table, intent) ? table[intent] : undefined;
    return own ? own(context, form, { id }, (message) => () => ({ to: backTo, message })) : null;
  };
}

/** Does what a form of a project's page asks and gives the action's answer; null: the intent is none of its own. */
export const handleProjectIntent = handle(OF_PROJECTS);

/** The same for a milestone's page. */
export const handleMilestoneIntent = handle(OF_MILESTONES);
