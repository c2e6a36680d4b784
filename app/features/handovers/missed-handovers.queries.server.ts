import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor, Side } from "../identity/actor";
import { sideOf } from "../people/leads.queries.server";
import { postsVisibleTo } from "../people/people.queries.server";
import type { Fact } from "../scoring/facts";
import { contactFrom, losesContact } from "./contact";
import { missedFact } from "./handover.facts";
import { findStandingHandover, type Post } from "./successors.queries.server";

/** A contact's post that ended, or will, without a handover: what it says to the score, and to whose. */
export type MissedHandover = { id: string; areaId: string; relationshipId: string | null; facts: Fact[] };

type Ending = Pick<Post, "id" | "personId" | "organisationId" | "level" | "isLead"> & {
  areaId: string;
  endsOn: Day;
  side: Side;
};

/** A post that ended as a missed handover; null where it is none. */
export async function findMissedHandover(tx: Tx, appointmentId: string): Promise<MissedHandover | null> {
  const post = await tx.appointment.findUnique({
    where: { id: appointmentId },
    select: {
      id: true,
      personId: true,
      organisationId: true,
      areaId: true,
      level: true,
      isLead: true,
      endsOn: true,
      organisation: { select: { kinds: true } },
    },
  });
  if (!post?.endsOn || post.areaId === null) return null;
  const side = sideOf(post.organisation);
  const ending = { ...post, areaId: post.areaId, endsOn: dateToDay(post.endsOn), side };
  const relationshipId = await relationshipOf(tx, ending);
  if (relationshipId === undefined || !(await isMissed(tx, ending, relationshipId))) return null;
  return { id: post.id, areaId: ending.areaId, relationshipId, facts: [missedFact(ending)] };
}

/** A council's relationship with the area; null for the community, which stands in all; undefined: it has none. */
async function relationshipOf(tx: Tx, post: Ending): Promise<string | null | undefined> {
  if (post.side === "community") return null;
  const found = await tx.relationship.findFirst({
    where: { areaId: post.areaId, councilId: post.organisationId },
    select: { id: true },
  });
  return found?.id;
}

async function isMissed(tx: Tx, post: Ending, relationshipId: string | null): Promise<boolean> {
  if (await findStandingHandover(tx, post.id)) return false;
  const since = { relationship: { takesOverFrom: { some: { id: relationshipId ?? "" } } } };
  const about = relationshipId ? { OR: [{ relationshipId }, since, { relationshipId: null }] } : {};
  const shared = { areaId: post.areaId, level: "shared", binnedAt: null, voidedOn: null, ...about } as const;
  const first = await tx.record.findFirst({
    where: shared,
    orderBy: { occurredOn: "asc" },
    select: { occurredOn: true },
  });
  const came = (who: { personId: string } | { side: Side }) => ({
    attendances: { some: { ...who, attendance: "attended" as const } },
  });
  const met = await tx.record.findMany({
    where: {
      ...shared,
      kind: "meeting",
      occurredOn: { gte: dayToDate(contactFrom(post.endsOn)), lte: dayToDate(post.endsOn) },
      meeting: {
        AND: [
          { status: "held" },
          came({ personId: post.personId }),
          came({ side: "council" }),
          came({ side: "community" }),
        ],
      },
    },
    select: { occurredOn: true },
  });
  const days = met.map(({ occurredOn }) => dateToDay(occurredOn));
  return losesContact({ ...post, met: days }, first && dateToDay(first.occurredOn));
}

/** The posts that may be missed handovers because somebody came to this meeting: their facts follow it. */
export async function findPostsAfter(tx: Tx, meetingId: string): Promise<string[]> {
  const meeting = await tx.meeting.findUnique({
    where: { recordId: meetingId },
    select: {
      record: { select: { areaId: true, occurredOn: true } },
      attendances: { select: { personId: true } },
    },
  });
  if (!meeting) return [];
  const { record, attendances } = meeting;
  const posts = await tx.appointment.findMany({
    where: {
      personId: { in: attendances.map(({ personId }) => personId) },
      areaId: record.areaId,
      endsOn: { gte: record.occurredOn },
    },
    select: { id: true },
  });
  return posts.map(({ id }) => id);
}

/** The contacts of an area who left, or leave, since a day, without a handover: who left last first. */
export async function findMissedHandovers(tx: Tx, actor: AreaActor, from: Day) {
  const posts = await tx.appointment.findMany({
    where: {
      AND: [
        postsVisibleTo(actor),
        { areaId: actor.areaId, endsOn: { gte: dayToDate(from) }, person: { erasedAt: null } },
      ],
    },
    orderBy: [{ endsOn: "desc" }, { id: "asc" }],
    select: {
      id: true,
      personId: true,
      organisationId: true,
      role: true,
      level: true,
      isLead: true,
      endsOn: true,
      person: { select: { name: true } },
      organisation: { select: { shortName: true, kinds: true } },
    },
  });
  const missed = [];
  for (const { endsOn, organisation, person, ...post } of posts) {
    if (endsOn === null) continue;
    const ending = { ...post, areaId: actor.areaId, endsOn: dateToDay(endsOn), side: sideOf(organisation) };
    const relationshipId = await relationshipOf(tx, ending);
    if (relationshipId === undefined || !(await isMissed(tx, ending, relationshipId))) continue;
    missed.push({ ...ending, name: person.name, organisation: organisation.shortName });
  }
  return missed;
}
