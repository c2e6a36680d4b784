import { addDays, type Day, dateToDay, dayOf, dayToDate } from "~/platform/calendar/day";

import type { Tx } from "~/platform/db.server";
import { type AreaActor, councilNow, councilsOf } from "../identity/actor";
import { findNamesNow } from "./names-now.queries.server";
import { heldOn, postsVisibleTo } from "./people.queries.server";
import { type EndedPost, VACANCY_DAYS, vacanciesOf } from "./vacancies";

/** Roles that nobody has to take over. */
const NOT_MISSED = ["resident", "volunteer", "member"];

/** Posts of the last year that nobody took over: those about this area, and those of people the area met. */
export async function findVacancies(
  tx: Tx,
  actor: AreaActor,
  met: readonly string[],
  today: Day,
): Promise<EndedPost[]> {
  const ended = await findEnded(tx, actor, met, today);
  if (ended.length === 0) return [];
  const councils = ended.flatMap(({ organisationId }) => councilsOf(actor, organisationId));
  const places = { organisationId: { in: councils } };
  const filled = await tx.appointment.findMany({
    where: { AND: [postsVisibleTo(actor), heldOn(today), places] },
  });
  const since = ({ startsOn, createdAt }: { startsOn: Date | null; createdAt: Date }) =>
    startsOn ? dateToDay(startsOn) : dayOf(createdAt);
  return vacanciesOf(
    ended,
    filled.map((post) => ({
      ...post,
      organisationId: councilNow(actor, post.organisationId),
      since: since(post),
    })),
  );
}

async function findEnded(tx: Tx, actor: AreaActor, met: readonly string[], today: Day): Promise<EndedPost[]> {
  const between = { lte: dayToDate(today), gte: dayToDate(addDays(today, -VACANCY_DAYS)) };
  const rows = await tx.appointment.findMany({
    where: {
      AND: [
        postsVisibleTo(actor),
        { endsOn: between, isLead: false, role: { notIn: NOT_MISSED }, person: { erasedAt: null } },
        { OR: [{ areaId: actor.areaId }, { personId: { in: [...met] } }] },
      ],
    },
    include: { person: { select: { name: true } }, organisation: { select: { id: true, shortName: true } } },
  });
  const nameNow = await findNamesNow(tx, actor);
  const handed = await findHandedOver(
    tx,
    actor,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ person, organisation, endsOn, ...post }) => {
    if (endsOn === null) return [];
    const words = { name: person.name, organisation: nameNow(organisation) };
    const organisationId = councilNow(actor, organisation.id);
    return [
      { ...post, ...words, organisationId, endsOn: dateToDay(endsOn), handedOver: handed.has(post.id) },
    ];
  });
}

/** Posts for which a handover that stands names who follows. */
async function findHandedOver(tx: Tx, actor: AreaActor, posts: readonly string[]): Promise<Set<string>> {
  if (posts.length === 0) return new Set();
  const rows = await tx.handover.findMany({
    where: {
      appointmentId: { in: [...posts] },
      incomingId: { not: null },
      withdrawnOn: null,
      record: { areaId: actor.areaId, binnedAt: null, voidedOn: null },
    },
    select: { appointmentId: true },
  });
  return new Set(rows.map(({ appointmentId }) => appointmentId));
}
