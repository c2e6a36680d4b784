import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { change as changeMilestone, subjectMilestone } from "./milestone-subject.server";
import { findNames } from "./plan-names.queries.server";
import { named } from "./plan-says";
import { change as changeProject, subjectProject } from "./project-subject.server";

const command = defineCommand<Actor>();
const input = z.strictObject({ id: idSchema, fromId: idSchema, toId: idSchema });
const HELD = { "": "Somebody else holds this by now" };

/** Somebody else looks after a milestone for their side, in place of who held that post: part of a handover. */
export const handOverMilestone = command({
  id: "milestones.hand-over",
  input,
  subject: (context, { id }) => subjectMilestone(context, id),
  allow: (_, { actor }) => canWrite(actor),
  async run(context, subject, { fromId, toId }) {
    const { councilPersonId, communityPersonId } = subject.columns;
    const columns = {
      ...(councilPersonId === fromId ? { councilPersonId: toId } : {}),
      ...(communityPersonId === fromId ? { communityPersonId: toId } : {}),
    };
    if (Object.keys(columns).length === 0) throw new Problem(HELD);
    const names = await findNames(context.tx, [fromId, toId]);
    const data = { from: names.get(fromId) ?? null, to: names.get(toId) ?? null };
    return changeMilestone(context, subject, { columns }, data);
  },
  says: (data) => `handed over ${named(data)} from ${String(data.from)} to ${String(data.to)}`,
});

/** Somebody else holds the lead of a project for the same bearer, in place of who held that post: part of a handover. */
export const handOverProject = command({
  id: "projects.hand-over",
  input,
  subject: (context, { id }) => subjectProject(context, id),
  allow: (_, { actor }) => canWrite(actor),
  async run(context, subject, { fromId, toId }) {
    if (subject.columns.leadPersonId !== fromId) throw new Problem(HELD);
    const names = await findNames(context.tx, [fromId, toId]);
    const data = { from: names.get(fromId) ?? null, to: names.get(toId) ?? null };
    return changeProject(context, subject, { columns: { leadPersonId: toId } }, data);
  },
  says: (data) => `handed over ${named(data)} from ${String(data.from)} to ${String(data.to)}`,
});
