import { agreeMove, declineMove, moveDay, withdrawMove } from "~/features/projects/day-moves.commands.server";
import { projectFilter } from "~/features/projects/plan-filters";
import { getProjectPage } from "~/features/projects/project.queries.server";
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
import { findProjects } from "~/features/projects/projects.queries.server";
import {
  editProject,
  recordProject,
  stateResponsibility,
} from "~/features/projects/record-project.commands.server";
import { toProjectView } from "../project-view";
import { projectItem, projectView } from "./project-views";
import { inArea, list, one, type Resource, write } from "./resource.server";

/** What the two sides do together. */
export const projects: Resource = {
  name: "projects",
  words: { one: "project", many: "projects" },
  kind: "project",
  list: list(projectFilter, projectItem, async (actor, { tx, today }, filter) => {
    const { lines: items, count, page, pages } = await findProjects(tx, actor, filter, today);
    return { items, count, page, pages };
  }),
  one: one(projectView, async (actor, { tx, today }, id) => {
    const page = await getProjectPage(tx, actor, id, today);
    return page && toProjectView(page, actor.areaSlug);
  }),
  create: { "": write(recordProject, "Record a project", inArea) },
  verbs: {
    edit: write(editProject, "Change its words"),
    "move-day": write(moveDay, "Move its endpoint, with a reason"),
    "agree-day": write(agreeMove, "Agree to the moved endpoint"),
    "decline-day": write(declineMove, "Decline the moved endpoint"),
    "withdraw-day": write(withdrawMove, "Take back the endpoint your side proposed"),
    "set-stage": write(setStage, "Say at which stage it is"),
    "change-lead": write(changeLead, "Say who leads now"),
    "note-decision": write(noteDecision, "Note a decision"),
    "state-responsibility": write(stateResponsibility, "Say what a side answers for"),
    "set-endpoint": write(setEndpoint, "Set its endpoint"),
    "agree-endpoint": write(agreeEndpoint, "Agree to the endpoint"),
    "fix-scope": write(fixScope, "Say what it should come to"),
    "agree-scope": write(agreeScope, "Agree to what it should come to"),
    block: write(blockProject, "Say what is in its way"),
    "ask-help": write(askHelp, "Link what is in its way with a request"),
    "clear-block": write(clearBlock, "Say that it is out of the way"),
    "await-decision": write(awaitDecision, "Say whose decision it waits for"),
    "decision-made": write(noteDecisionMade, "Say that the decision is made"),
    "open-gap": write(openSkillGap, "Name a skill that is missing"),
    "fill-gap": write(fillSkillGap, "Say that a missing skill is found"),
  },
};
