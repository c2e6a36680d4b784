import { type Day, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, councilsOf } from "../identity/actor";
import { sideOf } from "../people/leads.queries.server";
import { findNamesNow } from "../people/names-now.queries.server";
import { postsVisibleTo } from "../people/people.queries.server";

const postSelect = {
  id: true,
  personId: true,
  organisationId: true,
  areaId: true,
  relationshipId: true,
  role: true,
  topic: true,
  level: true,
  isLead: true,
  leadFilledOn: true,
  startsOn: true,
  endsOn: true,
  revision: true,
  person: { select: { name: true } },
  organisation: { select: { id: true, shortName: true, kinds: true } },
} satisfies Prisma.AppointmentSelect;

/** A post that changes hands. */
export type Post = Prisma.AppointmentGetPayload<{ select: typeof postSelect }>;

/** A post this actor sees in the area, past ones included; null: there is none. */
export function findPost(tx: Tx, actor: AreaActor, id: string): Promise<Post | null> {
  return tx.appointment.findFirst({
    where: { AND: [{ id, person: { erasedAt: null } }, postsVisibleTo(actor)] },
    select: postSelect,
  });
}

/** The handover a post has, on its way or complete; null: none that stands. */
export function findStandingHandover(tx: Tx, appointmentId: string): Promise<{ recordId: string } | null> {
  return tx.handover.findFirst({
    where: {
      appointmentId,
      withdrawnOn: null,
      record: { binnedAt: null, voidedOn: null, level: "shared" },
    },
    select: { recordId: true },
  });
}

/** Posts of the same organisation not over yet; of the community, of its whole side. */
function fellows(actor: AreaActor, post: Post, today: Day): Prisma.AppointmentWhereInput {
  const same =
    sideOf(post.organisation) === "council"
      ? { organisationId: { in: councilsOf(actor, post.organisationId) } }
      : { NOT: { organisation: { kinds: { has: "council" as const } } } };
  return {
    AND: [
      postsVisibleTo(actor),
      same,
      { NOT: { personId: post.personId } },
      { person: { erasedAt: null } },
      { OR: [{ endsOn: null }, { endsOn: { gt: dayToDate(today) } }] },
    ],
  };
}

/** Who could follow in a post, by name. */
export async function findSuccessors(tx: Tx, actor: AreaActor, post: Post, today: Day) {
  const posts = await tx.appointment.findMany({
    where: fellows(actor, post, today),
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: {
      person: { select: { id: true, name: true } },
      organisation: { select: { id: true, shortName: true } },
    },
  });
  const nameNow = await findNamesNow(tx, actor);
  const people = posts.map(({ person, organisation }) => ({
    ...person,
    organisation: nameNow(organisation),
  }));
  return people.filter(({ id }, index) => people.findIndex((one) => one.id === id) === index);
}

/** Whether somebody could follow in a post. */
export async function isSuccessor(tx: Tx, actor: AreaActor, post: Post, personId: string, today: Day) {
  return (await tx.appointment.count({ where: { AND: [fellows(actor, post, today), { personId }] } })) > 0;
}

const CHOICES = 300;

/** The posts somebody can be said to leave: held, or over for less than a year, and without a handover. */
export async function findPostsToLeave(tx: Tx, actor: AreaActor, from: Day) {
  const standing = await tx.handover.findMany({
    where: { withdrawnOn: null, record: { areaId: actor.areaId, binnedAt: null, voidedOn: null } },
    select: { appointmentId: true },
  });
  const posts = await tx.appointment.findMany({
    where: {
      AND: [
        postsVisibleTo(actor),
        { person: { erasedAt: null } },
        { id: { notIn: standing.map(({ appointmentId }) => appointmentId) } },
        { OR: [{ endsOn: null }, { endsOn: { gte: dayToDate(from) } }] },
      ],
    },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: postSelect,
    take: CHOICES,
  });
  return posts;
}
