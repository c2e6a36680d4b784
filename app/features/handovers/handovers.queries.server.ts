import type { Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor, Side } from "../identity/actor";
import { findNames } from "../projects/plan-names.queries.server";
import { isContested } from "../records/record";
import { aboutRelationship, baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import { type Handover, isOpen, isVacant, nextStep, noticeDays, STATE_WORDS, stateOf } from "./handover";
import { roleOf } from "./handover.transitions";
import type { HandoverFilter } from "./handover-filter";
import { handoverSelect, namesOf, peopleOf, toHandover } from "./handover-rows.server";
import type { HandoverView } from "./handover-views";
import { findMeetingsSince } from "./meetings-since.queries.server";

const PAGE_SIZE = 25;
/** An area has a handful of leavers: states are worked out from days, here and not in the database. */
const MOST = 500;

async function findRows(tx: Tx, where: Prisma.RecordWhereInput) {
  const rows = await tx.record.findMany({
    where: { AND: [where, { kind: "handover" }] },
    orderBy: [{ handover: { effectiveOn: "desc" } }, { id: "desc" }],
    select: { ...baseSelect, handover: { select: handoverSelect } },
    take: MOST,
  });
  const names = await findNames(tx, peopleOf(rows.flatMap(({ handover }) => handover ?? [])));
  return rows.flatMap(({ handover: row, ...record }) => {
    if (row === null) return [];
    const base = toBase(record);
    return { base, row, handover: toHandover(row, base), names: namesOf(row, names) };
  });
}

type Found = Awaited<ReturnType<typeof findRows>>[number];

function toLine({ base, handover, names }: Found, today: Day) {
  return {
    id: base.id,
    title: base.title,
    areaId: base.areaId,
    relationshipId: base.relationshipId,
    ...names,
    ofSide: handover.ofSide,
    state: stateOf(handover),
    notifiedOn: handover.notifiedOn,
    effectiveOn: handover.effectiveOn,
    notice: noticeDays(handover),
    completedOn: handover.completedOn,
    next: nextStep(handover),
    vacant: isVacant(handover, today),
    contested: isContested(base, today),
  };
}

/** A handover as lists show it. */
export type HandoverLine = ReturnType<typeof toLine>;

const MATCHES: Record<HandoverView, (handover: Handover) => boolean> = {
  open: isOpen,
  vacant: (handover) => isOpen(handover) && handover.incomingId === null,
  complete: (handover) => stateOf(handover) === "complete",
  withdrawn: (handover) => stateOf(handover) === "withdrawn",
  all: () => true,
};

/** One page of the area's handovers, as filtered: who leaves, or left, last first. */
export async function findHandovers(tx: Tx, actor: AreaActor, filter: HandoverFilter, today: Day) {
  const relationship = actor.relationships.find((r) => r.councilSlug === filter.council);
  const about = relationship ? aboutRelationship(actor, relationship.id) : {};
  const found = (await findRows(tx, { AND: [visibleTo(actor), about] })).filter(
    ({ handover }) => MATCHES[filter.view](handover) && (!filter.side || handover.ofSide === filter.side),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const lines = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((one) => toLine(one, today));
  return { lines, count: found.length, page, pages };
}

/** The open handovers that match, for pages over several areas. */
export async function findOpenHandovers(tx: Tx, where: Prisma.RecordWhereInput, today: Day) {
  const rows = await findRows(tx, where);
  return rows.filter(({ handover }) => isOpen(handover)).map((one) => toLine(one, today));
}

/** What a handover wants: of the side whose post it is, or of both. */
export type HandoverWaiting = {
  id: string;
  outgoing: string;
  incoming: string | null;
  on: Day;
  pastItsDay: boolean;
  wants: "prepare" | "name" | "accept" | "meet" | "say-met" | "leaves" | "vacant";
};

/** The leavers and empty posts of an area, and what they want of the actor's side: told to both sides. */
export async function findHandoversWaiting(tx: Tx, actor: AreaActor, today: Day): Promise<HandoverWaiting[]> {
  const waiting: HandoverWaiting[] = [];
  for (const one of await findRows(tx, visibleTo(actor))) {
    const { base, handover, names } = one;
    const next = isOpen(handover) && nextStep(handover);
    if (!next) continue;
    const about = { ...handover, relationshipId: base.relationshipId };
    const met = next.step === "complete" && (await findMeetingsSince(tx, actor, about)).length > 0;
    const own = roleOf(handover, actor.side) !== "other";
    const wants = wantsOf(handover, { own, met, today });
    const forReader = own || wants === "meet" || wants === "say-met";
    // To whom it is for to do by a day; to the other side it says when somebody leaves, or since when nobody is there.
    const on = forReader ? next.by : handover.effectiveOn;
    waiting.push({ id: base.id, ...names, on, pastItsDay: forReader && next.by < today, wants });
  }
  return waiting;
}

type Standing = { own: boolean; met: boolean; today: Day };

function wantsOf(handover: Handover, { own, met, today }: Standing): HandoverWaiting["wants"] {
  const { step } = nextStep(handover) ?? { step: "prepare" };
  if (step === "complete") return met ? "say-met" : "meet";
  if (!own) return isVacant(handover, today) ? "vacant" : "leaves";
  if (step === "prepare") return "prepare";
  return handover.incomingId === null ? "name" : "accept";
}

/** The small words of handovers on a timeline: who leaves, when, and how far it has come. */
export async function findHandoverDetails(
  tx: Tx,
  ids: string[],
  sidesOf: (id: string) => Record<Side, string>,
): Promise<Map<string, string[]>> {
  const rows = await findRows(tx, { id: { in: ids } });
  return new Map(
    rows.map(({ base, handover, names }) => {
      const who = names.incoming ? `${names.outgoing} to ${names.incoming}` : `${names.outgoing} leaves`;
      return [base.id, [who, `Of ${sidesOf(base.id)[handover.ofSide]}`, STATE_WORDS[stateOf(handover)]]];
    }),
  );
}
