import { z } from "zod";
import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import type { AreaActor } from "../identity/actor";
import { isRole } from "../people/person";
import type {
  Decision,
  DecisionAbout,
  DecisionHow,
  Interest,
  InterestNature,
  Member,
  Mending,
  PartnershipFacts,
  PlanKind,
  PlanText,
  Policy,
  PolicyAbout,
  Vote,
} from "./line";
import { VOTES } from "./line";
import { ownAreaOf, standing } from "./own.server";

const day = (date: Date | null): Day | null => (date === null ? null : dateToDay(date));
const votesSchema = z.array(
  z.strictObject({ member: idSchema, vote: z.enum(Object.keys(VOTES) as [Vote, ...Vote[]]) }),
);

type MemberRow = Prisma.PartnershipMemberGetPayload<object>;

function toMember({ areaId: _, recordedAt: __, removedAt: ___, ...row }: MemberRow): Member {
  return {
    ...row,
    role: isRole(row.role) ? row.role : "member",
    formSignedOn: day(row.formSignedOn),
    startsOn: dateToDay(row.startsOn),
    endsOn: day(row.endsOn),
  };
}

/** Everybody who is or was on the partnership, by name. */
export async function findMembers(tx: Tx, actor: AreaActor): Promise<Member[]> {
  const rows = await tx.partnershipMember.findMany({
    where: standing(actor),
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(toMember);
}

/** One of them, or null. */
export async function findMember(tx: Tx, actor: AreaActor, id: string): Promise<Member | null> {
  const row = await tx.partnershipMember.findFirst({ where: { id, ...standing(actor) } });
  return row && toMember(row);
}

/** The policies the partnership holds or held, the newest first. */
export async function findPolicies(tx: Tx, actor: AreaActor): Promise<Policy[]> {
  const rows = await tx.partnershipPolicy.findMany({
    where: standing(actor),
    orderBy: [{ adoptedOn: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, revision, about, title, note, ...row }) => ({
    id,
    revision,
    about: about as PolicyAbout,
    title,
    note,
    adoptedOn: dateToDay(row.adoptedOn),
    reviewOn: day(row.reviewOn),
    endsOn: day(row.endsOn),
  }));
}

/** What members have declared, the newest first. */
export async function findInterests(tx: Tx, actor: AreaActor): Promise<Interest[]> {
  const rows = await tx.partnershipInterest.findMany({
    where: { ...standing(actor), member: { removedAt: null } },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, revision, memberId, body, nature, note, startsOn, endsOn }) => ({
    id,
    revision,
    memberId,
    body,
    nature: nature as InterestNature,
    note,
    startsOn: dateToDay(startsOn),
    endsOn: day(endsOn),
  }));
}

type DecisionRow = Prisma.PartnershipDecisionGetPayload<object>;

function toDecision({ areaId: _, recordedAt: __, removedAt: ___, ...row }: DecisionRow): Decision {
  return {
    ...row,
    about: row.about as DecisionAbout,
    how: row.how as DecisionHow | null,
    votes: votesSchema.parse(row.votes),
    decidedOn: dateToDay(row.decidedOn),
    toldOn: day(row.toldOn),
  };
}

/** What the partnership decided or is about to, the newest first. */
export async function findDecisions(tx: Tx, actor: AreaActor): Promise<Decision[]> {
  const rows = await tx.partnershipDecision.findMany({
    where: standing(actor),
    orderBy: [{ decidedOn: "desc" }, { id: "desc" }],
  });
  return rows.map(toDecision);
}

/** One of them, or null. */
export async function findDecision(tx: Tx, actor: AreaActor, id: string): Promise<Decision | null> {
  const row = await tx.partnershipDecision.findFirst({ where: { id, ...standing(actor) } });
  return row && toDecision(row);
}

/** The words of the plan, the newest first. */
export async function findPlanTexts(tx: Tx, actor: AreaActor): Promise<PlanText[]> {
  const rows = await tx.partnershipPlan.findMany({
    where: standing(actor),
    orderBy: [{ agreedOn: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, revision, kind, agreedOn, until, text }) => {
    return { id, revision, kind: kind as PlanKind, agreedOn: dateToDay(agreedOn), until: day(until), text };
  });
}

/** What is being done about checks, the newest first. */
export async function findMendings(tx: Tx, actor: AreaActor): Promise<Mending[]> {
  const rows = await tx.partnershipMending.findMany({
    where: standing(actor),
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, revision, checkId, doing, who, byOn }) => {
    return { id, revision, checkId, doing, who, byOn: dateToDay(byOn) };
  });
}

/** Everything the checks look at. */
export async function findFacts(tx: Tx, actor: AreaActor): Promise<PartnershipFacts> {
  const reviews = await tx.partnershipReview.findMany({
    where: { areaId: ownAreaOf(actor) },
    select: { id: true, year: true, submittedOn: true },
    orderBy: { year: "asc" },
  });
  return {
    members: await findMembers(tx, actor),
    policies: await findPolicies(tx, actor),
    interests: await findInterests(tx, actor),
    decisions: await findDecisions(tx, actor),
    reviews: reviews.map((one) => ({ ...one, submittedOn: day(one.submittedOn) })),
  };
}
