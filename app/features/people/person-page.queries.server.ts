import { addDays, type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, councilNow } from "../identity/actor";
import { canLead, canWrite } from "../records/record.policy";
import { sideOf } from "./leads.queries.server";
import { findNamesNow, type NameNow } from "./names-now.queries.server";
import { peopleVisibleTo, postsVisibleTo } from "./people.queries.server";
import type { PersonView } from "./people-view";

const personSelect = (actor: AreaActor) =>
  ({
    id: true,
    name: true,
    email: true,
    phone: true,
    erasedAt: true,
    revision: true,
    changes: {
      orderBy: [{ on: "desc" }, { id: "desc" }],
      take: 50,
      select: { id: true, on: true, what: true, before: true, after: true },
    },
    appointments: {
      where: postsVisibleTo(actor),
      orderBy: [{ endsOn: { sort: "desc", nulls: "first" } }, { isLead: "desc" }, { id: "desc" }],
      include: { organisation: { select: { id: true, shortName: true, kinds: true } } },
    },
  }) satisfies Prisma.PersonSelect;

type PersonRow = Prisma.PersonGetPayload<{ select: ReturnType<typeof personSelect> }>;

/** Somebody's page: their posts in this area with their days, and what of them changed. Null: nobody is there. */
export async function findPersonPage(
  tx: Tx,
  actor: AreaActor,
  id: string,
  today: Day,
): Promise<PersonView | null> {
  const row = await tx.person.findFirst({
    where: { AND: [{ id }, peopleVisibleTo(actor)] },
    select: personSelect(actor),
  });
  if (!row) return null;
  const { erasedAt, appointments, changes, ...person } = row;
  const erased = erasedAt !== null;
  const nameNow = await findNamesNow(tx, actor);
  return {
    ...person,
    erased,
    can: { write: canWrite(actor) === true && !erased, lead: canLead(actor) === true && !erased },
    changes: erased ? [] : changes.map(({ on, ...change }) => ({ ...change, on: dateToDay(on) })),
    posts: appointments.map((post) => toPost(post, { today, nameNow, actor })),
  };
}

function toPost(
  post: PersonRow["appointments"][number],
  { today, nameNow, actor }: { today: Day; nameNow: NameNow; actor: AreaActor },
): PersonView["posts"][number] {
  const startsOn = post.startsOn && dateToDay(post.startsOn);
  const endsOn = post.endsOn && dateToDay(post.endsOn);
  return {
    id: post.id,
    // A post that is over was in the council of then.
    ...(endsOn !== null && endsOn <= today
      ? { organisation: post.organisation.shortName, organisationId: post.organisation.id }
      : {
          organisation: nameNow(post.organisation),
          organisationId: councilNow(actor, post.organisation.id),
        }),
    side: sideOf(post.organisation),
    role: post.role,
    level: post.level,
    topic: post.topic,
    ward: post.ward,
    party: post.party,
    cabinetPost: post.cabinetPost,
    startsOn,
    lastDay: endsOn && addDays(endsOn, -1),
    held: (startsOn === null || startsOn <= today) && (endsOn === null || today < endsOn),
    isLead: post.isLead,
    checkedOn: post.checkedOn && dateToDay(post.checkedOn),
    revision: post.revision,
  };
}
