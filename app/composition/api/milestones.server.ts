import { agreeMove, declineMove, moveDay, withdrawMove } from "~/features/projects/day-moves.commands.server";
import { getMilestonePage } from "~/features/projects/milestone.queries.server";
import {
  acknowledgeMilestone,
  agreeLetGo,
  askLetGo,
  declineLetGo,
  dropMilestone,
  reopenMilestone,
  reportMilestoneDone,
} from "~/features/projects/milestone-outcomes.commands.server";
import { findMilestones } from "~/features/projects/milestones.queries.server";
import { milestoneFilter } from "~/features/projects/plan-filters";
import { editMilestone, recordMilestone } from "~/features/projects/record-milestone.commands.server";
import { toMilestoneView } from "../project-view";
import { milestoneItem, milestoneView } from "./milestone-views";
import { inArea, list, one, type Resource, write } from "./resource.server";

/** Dated steps of projects and of the area. */
export const milestones: Resource = {
  name: "milestones",
  words: { one: "milestone", many: "milestones" },
  kind: "milestone",
  list: list(milestoneFilter, milestoneItem, async (actor, { tx, today }, filter) => {
    const { lines: items, count, page, pages } = await findMilestones(tx, actor, filter, today);
    return { items, count, page, pages };
  }),
  one: one(milestoneView, async (actor, { tx, today }, id) => {
    const page = await getMilestonePage(tx, actor, id, today);
    return page && toMilestoneView(page, actor.areaSlug);
  }),
  create: { "": write(recordMilestone, "Set a milestone", inArea) },
  verbs: {
    edit: write(editMilestone, "Change its words"),
    "move-day": write(moveDay, "Move its day, with a reason"),
    "agree-day": write(agreeMove, "Agree to the moved day"),
    "decline-day": write(declineMove, "Decline the moved day"),
    "withdraw-day": write(withdrawMove, "Take back the day your side proposed"),
    "report-done": write(reportMilestoneDone, "Say that it is done"),
    acknowledge: write(acknowledgeMilestone, "Acknowledge that it is done"),
    drop: write(dropMilestone, "Give it up"),
    "ask-let-go": write(askLetGo, "Ask to let it go"),
    "agree-let-go": write(agreeLetGo, "Agree to let it go"),
    "decline-let-go": write(declineLetGo, "Say that it stays"),
    reopen: write(reopenMilestone, "Open it again"),
  },
};
