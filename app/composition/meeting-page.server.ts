import { href } from "react-router";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { findOpenCommitments } from "~/features/commitments/commitments.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { agendaOf, MILESTONE_AHEAD_DAYS, type OpenThings } from "~/features/meetings/agenda";
import type { MeetingPage } from "~/features/meetings/components/meeting-page";
import { getMeeting } from "~/features/meetings/meeting.queries.server";
import { personOptions } from "~/features/meetings/people-typed";
import { roleLabel } from "~/features/people/person";
import { findMilestoneLines } from "~/features/projects/milestones.queries.server";
import { aboutRelationship, visibleTo } from "~/features/records/record.queries.server";
import { sideNames } from "~/features/records/side-names";
import { findOpenRequests } from "~/features/requests/request.queries.server";
import { addDays, type Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { findKnownPeople } from "./meeting-people.server";
import { recordHref } from "./record-href";

/** One meeting with its agenda, as its page shows it; null where this actor sees none. */
export async function findMeetingPage(
  tx: Tx,
  actor: AreaActor,
  id: string,
  today: Day,
): Promise<MeetingPage | null> {
  const meeting = await getMeeting(tx, actor, id);
  if (meeting === null) return null;
  const { relationshipId, side: _, attendees, ...view } = meeting;
  const { councils } = await getAreaFrame(tx, actor);
  const slug = actor.relationships.find((one) => one.id === relationshipId)?.councilSlug;
  const council = councils.find((one) => one.slug === slug)?.name ?? null;
  const planned = view.status === "planned";
  const open = planned ? await findOpenThings(tx, actor, today, relationshipId) : null;
  return {
    ...view,
    attendees: attendees.map(({ capacity, ...one }) => ({ ...one, as: roleLabel(capacity).toLowerCase() })),
    projects: view.projects.map((one) => ({ ...one, href: recordHref("project", actor.areaSlug, one.id) })),
    people: view.can.draftMinutes ? personOptions(await findKnownPeople(tx, actor, { today })) : [],
    agenda: open ? agendaOf(open, view.on, addDays(view.on, MILESTONE_AHEAD_DAYS)) : [],
    names: sideNames(council),
    side: actor.side,
  };
}

/** What is open between the two sides. */
async function findOpenThings(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  relationshipId: string | null,
): Promise<OpenThings> {
  // A milestone of all councils comes up with each of them.
  const mine = relationshipId === null ? {} : aboutRelationship(actor, relationshipId);
  const about = relationshipId === null ? {} : { relationshipId };
  const area = actor.areaSlug;
  const commitments = await findOpenCommitments(tx, actor, today, about);
  const requests = await findOpenRequests(tx, actor, today, about);
  const milestones = (await findMilestoneLines(tx, { AND: [visibleTo(actor), mine] }, today)).filter(
    ({ state }) => state === "planned",
  );
  return {
    commitments: commitments.map(({ id, title, dueOn, bySide }) => ({
      ...{ id, title, dueOn, side: bySide },
      href: href("/areas/:area/commitments/:id", { area, id }),
    })),
    requests: requests
      .filter(({ answered }) => !answered)
      .map(({ id, title, targetOn, toSide }) => ({
        ...{ id, title, dueOn: targetOn, side: toSide },
        href: href("/areas/:area/requests/:id", { area, id }),
      })),
    milestones: milestones.map(({ id, title, expectedOn, owner }) => ({
      ...{ id, title, dueOn: expectedOn, side: owner },
      href: href("/areas/:area/milestones/:id", { area, id }),
    })),
  };
}
