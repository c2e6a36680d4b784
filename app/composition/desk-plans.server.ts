import type { DeskItem } from "~/features/areas/desk";
import type { AreaActor } from "~/features/identity/actor";
import { findMilestoneLines } from "~/features/projects/milestones.queries.server";
import { daysPastEnd, endpointOf, waitsForWord } from "~/features/projects/project";
import { findProjectRows } from "~/features/projects/project-rows.server";
import { visibleTo } from "~/features/records/record.queries.server";
import { addDays, type Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { recordHref } from "./record-href";

/** Days ahead from which an own milestone is on the desk. */
const SOON_DAYS = 14;

/** What plans want of the actor's side today: milestones near or past their day, or done by the other; words asked for. */
export async function planned(tx: Tx, actor: AreaActor, today: Day): Promise<DeskItem[]> {
  const soon = addDays(today, SOON_DAYS);
  // Parts tell what they are part of, finished or not; the rest is what may still wait for somebody.
  const mayWait = [{ parentId: { not: null } }, { doneOn: null }, { acknowledgedOn: null }];
  const open = {
    AND: [visibleTo(actor), { milestone: { droppedOn: null, withdrawnOn: null, OR: mayWait } }],
  };
  const lines = await findMilestoneLines(tx, open, today);
  const milestones = lines.flatMap(
    ({ id, title, state, acts, owner, dueOn, daysPast, doneOn }): DeskItem[] => {
      if (!acts.includes(actor.side)) return [];
      const item = { id, title, href: recordHref("milestone", actor.areaSlug, id), pastItsDay: daysPast > 0 };
      if (state === "done")
        return [{ ...item, on: doneOn ?? dueOn, wants: "Reached by the other side: acknowledge it" }];
      if (owner !== "joint" && owner !== actor.side)
        return [{ ...item, on: dueOn, wants: "Milestone of the other side: your word is asked for" }];
      return dueOn > soon ? [] : [{ ...item, on: dueOn, wants: "Your side’s milestone" }];
    },
  );
  const rows = await findProjectRows(tx, { AND: [visibleTo(actor), { project: { closedOn: null } }] });
  const projects = rows.flatMap(({ record: { id, title }, project }): DeskItem[] => {
    if (!waitsForWord(project).includes(actor.side)) return [];
    const on = endpointOf(project)?.agreed ?? project.startedOn;
    const href = recordHref("project", actor.areaSlug, id);
    const wants = "Project: your side’s word is asked for";
    return [{ id, title, href, on, wants, pastItsDay: daysPastEnd(project, today) > 0 }];
  });
  return [...milestones, ...projects];
}
