import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, isAbout, liveTies, type Side } from "../identity/actor";
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
  if (!post) return findFormerLead(tx, appointmentId);
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

/** A post that led, or is no more: what the score still holds of it tells where it has to be taken out. */
async function findFormerLead(tx: Tx, id: string): Promise<LeadSource | null> {
  const held = await tx.scoringFact.findFirst({
    where: { sourceId: id, knownUntil: null },
    select: { areaId: true, relationshipId: true },
  });
  return held && { id, ...held, facts: [] };
}

/** Where one side is led from: the council's relationship, or null for the community, which has one lead for all. */
export type LeadPlace = {
  areaId: string;
  side: Side;
  relationshipId: string | null;
  /** That relationship and those it has taken over. */
  parts: readonly string[];
};

/** Posts marked as lead of a place, those who left included. */
export function leadsOf({ areaId, side, parts }: LeadPlace): Prisma.AppointmentWhereInput {
  if (side === "council") return { isLead: true, areaId, relationshipId: { in: [...parts] } };
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
  const { areaId } = actor;
  const organisations = await tx.organisation.findMany({
    where: {
      OR: [{ partnershipOf: { id: areaId } }, { id: { in: liveTies(actor).map((r) => r.councilId) } }],
    },
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
    select: { id: true, shortName: true, kinds: true },
  });
  const posts = await findLeadPosts(tx, areaId, today);
  const isOf = (of: string | null, about: string | null | undefined) =>
    of !== null && about != null && isAbout(actor, of, about);
  const views = organisations.map((organisation) => {
    const side = sideOf(organisation);
    const relationshipId =
      side === "council" ? actor.relationships.find((r) => r.councilId === organisation.id)?.id : null;
    const own = posts.filter((post) =>
      side === "council" ? isOf(post.relationshipId, relationshipId) : sideOf(post.organisation) === side,
    );
    return toLeadView(side, organisation.shortName, own, today);
  });
  return views.sort((a, b) => Number(a.side === "council") - Number(b.side === "council"));
}

type LeadPost = Awaited<ReturnType<typeof findLeadPosts>>[number];

/** Posts that lead here or left without a follower, who left last first: of every place in one go. */
function findLeadPosts(tx: Tx, areaId: string, today: Day) {
  return tx.appointment.findMany({
    where: {
      isLead: true,
      areaId,
      OR: [heldOn(today), { leadFilledOn: null, endsOn: { lte: dayToDate(today) } }],
    },
    orderBy: [{ endsOn: "desc" }, { id: "desc" }],
    select: {
      id: true,
      relationshipId: true,
      checkedOn: true,
      endsOn: true,
      person: { select: { id: true, name: true } },
      organisation: { select: { kinds: true } },
    },
  });
}

function toLeadView(side: Side, organisation: string, posts: readonly LeadPost[], today: Day): LeadView {
  const isOver = ({ endsOn }: LeadPost) => endsOn !== null && dateToDay(endsOn) <= today;
  const held = posts.find((post) => !isOver(post));
  const gone = held ? undefined : posts.find(isOver);
  return {
    side,
    organisation,
    lead: held
      ? {
          appointmentId: held.id,
          personId: held.person.id,
          name: held.person.name,
          checkedOn: held.checkedOn && dateToDay(held.checkedOn),
          leavesOn: held.endsOn && dateToDay(held.endsOn),
        }
      : null,
    vacant: gone?.endsOn ? { since: dateToDay(gone.endsOn), name: gone.person.name } : null,
  };
}
