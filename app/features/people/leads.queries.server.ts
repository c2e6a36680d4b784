import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor, Side } from "../identity/actor";
import type { Fact } from "../scoring/facts";
import { toFact } from "./appointment.facts";
import { heldOn } from "./people.queries.server";

/** The side an organisation's people stand on. Local groups stand with the community. */
export function sideOf(organisation: { kinds: readonly string[] }): Side {
  return organisation.kinds.includes("council") ? "council" : "community";
}

/** What a lead says to the score and whose score it is part of: a source, in the sense of composition. */
export type LeadSource = { id: string; areaId: string; relationshipId: string | null; facts: Fact[] };

/** The facts of a post as it stands: none once it leads no more. Null where it never led. */
export async function findLeadFacts(tx: Tx, appointmentId: string): Promise<LeadSource | null> {
  const post = await tx.appointment.findUnique({
    where: { id: appointmentId },
    select: {
      id: true,
      areaId: true,
      relationshipId: true,
      isLead: true,
      checkedOn: true,
      endsOn: true,
      leadFilledOn: true,
      organisation: { select: { kinds: true } },
    },
  });
  if (!post) return null;
  const { id, areaId, relationshipId, isLead } = post;
  if (!isLead || areaId === null) return findFormerLead(tx, id);
  const fact = toFact({
    id,
    isLead,
    side: sideOf(post.organisation),
    checkedOn: post.checkedOn && dateToDay(post.checkedOn),
    endsOn: post.endsOn && dateToDay(post.endsOn),
    filledOn: post.leadFilledOn && dateToDay(post.leadFilledOn),
  });
  return { id, areaId, relationshipId, facts: fact ? [fact] : [] };
}

/** A post that led: what the score still holds of it tells where it has to be taken out. */
async function findFormerLead(tx: Tx, id: string): Promise<LeadSource | null> {
  const held = await tx.scoringFact.findFirst({
    where: { sourceId: id, knownUntil: null },
    select: { areaId: true, relationshipId: true },
  });
  return held && { id, ...held, facts: [] };
}

/** Where one side is led from: the council's relationship, or null for the community, which has one lead for all. */
export type LeadPlace = { areaId: string; side: Side; relationshipId: string | null };

/** Posts marked as lead of a place, those who left included. */
export function leadsOf({ areaId, side, relationshipId }: LeadPlace): Prisma.AppointmentWhereInput {
  if (side === "council") return { isLead: true, areaId, relationshipId };
  return { isLead: true, areaId, NOT: { organisation: { kinds: { has: "council" } } } };
}

/** A place that somebody should lead from, as pages show it. */
export type LeadView = {
  side: Side;
  /** Whose lead: the partnership's or a council's short name. */
  organisation: string;
  lead: {
    appointmentId: string;
    personId: string;
    name: string;
    checkedOn: Day | null;
    leavesOn: Day | null;
  } | null;
  /** Where somebody left and nobody follows: since when, and who it was. */
  vacant: { since: Day; name: string } | null;
};

/** The named lead of each side: the partnership's, then one a council this actor deals with. */
export async function findLeads(tx: Tx, actor: AreaActor, today: Day): Promise<LeadView[]> {
  const { partnership } = await tx.area.findUniqueOrThrow({
    where: { id: actor.areaId },
    select: { partnership: { select: { shortName: true } } },
  });
  const councils = await tx.organisation.findMany({
    where: { id: { in: actor.relationships.map((r) => r.councilId) } },
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
    select: { id: true, shortName: true },
  });
  const { areaId } = actor;
  const views = [
    await findLead(tx, { areaId, side: "community", relationshipId: null }, partnership.shortName, today),
  ];
  for (const council of councils) {
    const relationshipId = actor.relationships.find((r) => r.councilId === council.id)?.id ?? null;
    views.push(await findLead(tx, { areaId, side: "council", relationshipId }, council.shortName, today));
  }
  return views;
}

async function findLead(tx: Tx, place: LeadPlace, organisation: string, today: Day): Promise<LeadView> {
  const select = {
    id: true,
    checkedOn: true,
    endsOn: true,
    person: { select: { id: true, name: true } },
  } as const;
  const held = await tx.appointment.findFirst({
    where: { AND: [leadsOf(place), heldOn(today)] },
    select,
  });
  const gone = held
    ? null
    : await tx.appointment.findFirst({
        where: { ...leadsOf(place), leadFilledOn: null, endsOn: { lte: dayToDate(today) } },
        orderBy: [{ endsOn: "desc" }, { id: "desc" }],
        select,
      });
  return {
    side: place.side,
    organisation,
    lead: held && {
      appointmentId: held.id,
      personId: held.person.id,
      name: held.person.name,
      checkedOn: held.checkedOn && dateToDay(held.checkedOn),
      leavesOn: held.endsOn && dateToDay(held.endsOn),
    },
    vacant: gone?.endsOn ? { since: dateToDay(gone.endsOn), name: gone.person.name } : null,
  };
}
