import type { Day } from "~/platform/calendar/day";
import { holidaysOf } from "~/platform/calendar/known-holidays.server";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, otherSide, type Side } from "../identity/actor";
import { isContested } from "../records/record";
import { aboutRelationship, baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import { daysPastTarget, stateOf, waitingOn, workingDaysWaited } from "./request";
import type { RequestFilter } from "./request-filter";
import { requestSelect, toRequest } from "./request-rows.server";
import type { RequestView } from "./request-views";

const PAGE_SIZE = 25;

/** One page of the area's requests, as filtered. */
export async function findRequests(tx: Tx, actor: AreaActor, filter: RequestFilter, today: Day) {
  const where = whereOf(actor, filter);
  const count = await tx.record.count({ where });
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const rows = await tx.record.findMany({
    where,
    orderBy: ORDER[filter.sort],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: { ...baseSelect, request: { select: requestSelect } },
  });
  const requests = rows.flatMap(({ request: row, ...base }) => {
    if (row === null) return [];
    const request = toRequest(row);
    return {
      id: base.id,
      title: base.title,
      relationshipId: base.relationshipId,
      toSide: request.toSide,
      toPerson: row.toPerson?.name ?? null,
      state: stateOf(request),
      waitingOn: waitingOn(request),
      askedOn: request.askedOn,
      targetOn: request.targetOn,
      answeredOn: request.answeredOn,
      answer: request.answer,
      judgement: request.judgement,
      waited: workingDaysWaited(request, today, holidaysOf(tx))[request.toSide],
      pastTarget: daysPastTarget(request, today, holidaysOf(tx)),
      contested: isContested(toBase(base), today),
    };
  });
  return { requests, count, page, pages };
}

const ORDER: Record<RequestFilter["sort"], Prisma.RecordOrderByWithRelationInput[]> = {
  wanted: [{ request: { targetOn: "asc" } }, { id: "asc" }],
  newest: [{ occurredOn: "desc" }, { id: "desc" }],
};

function whereOf(actor: AreaActor, { view, council, from }: RequestFilter): Prisma.RecordWhereInput {
  const relationship = actor.relationships.find((r) => r.councilSlug === council);
  return {
    AND: [
      visibleTo(actor),
      {
        kind: "request",
        request: { ...VIEWS[view](actor.side), ...(from ? { toSide: otherSide(from) } : {}) },
      },
      relationship ? aboutRelationship(actor, relationship.id) : {},
    ],
  };
}

const OPEN = { answeredOn: null, withdrawnOn: null };

const VIEWS: Record<RequestView, (own: Side) => Prisma.RequestWhereInput> = {
  open: () => OPEN,
  "to-answer": (own) => ({ ...OPEN, AND: [{ toSide: own }] }),
  "to-judge": (own) => ({
    withdrawnOn: null,
    answeredOn: { not: null },
    judgement: null,
    AND: [{ toSide: otherSide(own) }],
  }),
  "on-them": (own) => ({ ...OPEN, AND: [{ toSide: otherSide(own) }] }),
  answered: () => ({ answeredOn: { not: null } }),
  withdrawn: () => ({ withdrawnOn: { not: null } }),
  all: () => ({}),
};
