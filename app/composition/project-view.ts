import type { MilestonePage } from "~/features/projects/milestone.queries.server";
import type { MilestoneLine } from "~/features/projects/plan-views";
import type { ProjectPage } from "~/features/projects/project.queries.server";
import { recordHref } from "./record-href";

type Side = "council" | "community";
type Titled = { id: string; title: string } | null;

/** A milestone's line with where it leads, for a reader of one side. */
export function toItem(
  line: MilestoneLine,
  {
    area,
    sides,
    side,
    project,
  }: { area: string; sides: Record<Side, string>; side: Side; project: string | null },
) {
  const {
    areaId: _,
    relationshipId: __,
    projectId: ___,
    parentId: ____,
    acts,
    countedOn: _____,
    ...shown
  } = line;
  return {
    ...shown,
    href: recordHref("milestone", area, line.id),
    sides,
    project,
    forReader: acts.includes(side),
  };
}

/** A project's page with the addresses of what it leads to. */
export function toProjectView({ relationshipId: _, ...page }: ProjectPage, area: string) {
  const to = (kind: "meeting" | "request", link: Titled) =>
    link && { href: recordHref(kind, area, link.id), title: link.title };
  const place = { area, sides: page.sides, side: page.ownSide, project: null };
  return {
    ...page,
    blocks: page.blocks.map((block) => ({ ...block, request: to("request", block.request) })),
    leadChanges: page.leadChanges.map((change) => ({ ...change, meeting: to("meeting", change.meeting) })),
    meetings: page.meetings.map((one) => ({ ...one, href: recordHref("meeting", area, one.id) })),
    steps: page.steps.map((line) => toItem(line, place)),
    plan: page.plan.map((row) => ({
      ...row,
      href: row.id === page.id ? null : recordHref("milestone", area, row.id),
    })),
  };
}

/** A milestone's page with the addresses of what it leads to. */
export function toMilestoneView({ areaId: _, acts: __, ...page }: MilestonePage, area: string) {
  const to = (kind: "project" | "milestone", link: Titled) =>
    link && { id: link.id, href: recordHref(kind, area, link.id), title: link.title };
  const place = { area, sides: page.sides, side: page.ownSide, project: null };
  return {
    ...page,
    project: to("project", page.project),
    parent: to("milestone", page.parent),
    partLines: page.partLines.map((line) => toItem(line, place)),
  };
}
