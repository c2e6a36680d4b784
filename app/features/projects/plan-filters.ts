import { z } from "zod";
import { MILESTONE_VIEWS, type MilestoneView, PROJECT_VIEWS, type ProjectView } from "./plan-list-views";
import { BEARERS } from "./project";

const viewOf = <V extends string>(views: Record<V, string>, usual: V) =>
  z.enum(Object.keys(views) as [V, ...V[]]).catch(usual);
const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const council = z.string().max(100).optional().catch(undefined);
const bearer = z.enum(BEARERS).optional().catch(undefined);

/** What the address of the list of projects may say; anything else falls back. */
export const projectFilter = z.object({
  view: viewOf<ProjectView>(PROJECT_VIEWS, "open"),
  lead: bearer,
  council,
  page,
});
export type ProjectFilter = z.output<typeof projectFilter>;

/** The same for the list of milestones. */
export const milestoneFilter = z.object({
  view: viewOf<MilestoneView>(MILESTONE_VIEWS, "planned"),
  owner: bearer,
  project: z.uuid().optional().catch(undefined),
  council,
  page,
});
export type MilestoneFilter = z.output<typeof milestoneFilter>;
