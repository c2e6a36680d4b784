import type { Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, otherSide } from "../identity/actor";
import { isContested } from "../records/record";
import { aboutRelationship, baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import { idleClauses } from "./clause";
import { findClauseLinks } from "./clause-links.queries.server";
import { endingOn, isInForce, type Mou, type MouState, overOn, reviewIsDue, stateOf } from "./mou";
import { stageOf } from "./mou.transitions";
import type { MouFilter } from "./mou-filter";
import { mouSelect, toMou, toVersion, versionSelect } from "./mou-rows.server";
import { standingText } from "./mou-version";
import type { MouView } from "./mou-views";

const PAGE_SIZE = 25;
/** An area has a handful of agreements: states are worked out from days, here and not in the database. */
const MOST = 500;

async function findRows(tx: Tx, where: Prisma.RecordWhereInput) {
  const rows = await tx.record.findMany({
    where: { AND: [where, { kind: "mou" }] },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: { ...baseSelect, mou: { select: mouSelect } },
    take: MOST,
  });
  return rows.flatMap(({ mou, ...base }) => (mou === null ? [] : [{ base, row: mou, mou: toMou(mou) }]));
}

const VIEWS: Record<MouView, readonly MouState[]> = {
  current: ["proposed", "agreed", "signed", "in-force", "under-review", "draft"],
  "in-force": ["in-force", "under-review"],
  "on-the-way": ["draft", "proposed", "agreed", "signed"],
  over: ["superseded", "expired", "ended"],
  all: [
    "draft",
    "proposed",
    "agreed",
    "signed",
    "in-force",
    "under-review",
    "superseded",
    "expired",
    "ended",
  ],
};

/** One page of the area's agreements, as filtered; what is in force first. */
export async function findMous(tx: Tx, actor: AreaActor, filter: MouFilter, today: Day) {
  const relationship = actor.relationships.find((r) => r.councilSlug === filter.council);
  const about = relationship ? aboutRelationship(actor, relationship.id) : {};
  const found = (await findRows(tx, { AND: [visibleTo(actor), about] }))
    .filter(({ mou }) => VIEWS[filter.view].includes(stateOf(mou, today)))
    .toSorted((a, b) => Number(isInForce(b.mou, today)) - Number(isInForce(a.mou, today)));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const idle = await findIdle(
    tx,
    actor,
    shown.filter(({ mou }) => mou.kind === "partnership" && isInForce(mou, today)).map(({ base }) => base.id),
    today,
  );
  const mous = shown.map(({ base, row, mou }) => ({
    id: base.id,
    title: base.title,
    relationshipId: base.relationshipId,
    kind: row.kind,
    state: stateOf(mou, today),
    startsOn: mou.startsOn,
    endsOn: mou.endsOn,
    overOn: overOn(mou),
    reviewOn: mou.reviewOn,
    endingOn: endingOn(mou, today),
    reviewIsDue: reviewIsDue(mou, today),
    idle: idle.get(base.id) ?? [],
    own: base.level !== "shared",
    contested: isContested(toBase(base), today),
  }));
  return { mous, count: found.length, page, pages };
}

/** The clauses of some agreements on which nothing has moved, by agreement. */
async function findIdle(tx: Tx, actor: AreaActor, ids: readonly string[], today: Day) {
  const rows = await tx.mouVersion.findMany({
    where: { mouId: { in: [...ids] } },
    select: { mouId: true, ...versionSelect },
  });
  const links = await findClauseLinks(tx, actor, ids);
  return new Map(
    ids.map((id) => {
      const versions = rows.filter(({ mouId }) => mouId === id).map(toVersion);
      return [id, idleClauses(standingText(versions)?.clauses ?? [], links.get(id) ?? [], today)];
    }),
  );
}

/** Something about an agreement that wants one side's, or both sides', attention. */
export type MouWaiting = {
  id: string;
  title: string;
  on: Day;
  wants: "agree" | "sign" | "agree-review" | "answer-end" | "review" | "what-follows";
  pastItsDay: boolean;
};

/** What the agreements of an area want of the actor's side today. */
export async function findMousWaiting(tx: Tx, actor: AreaActor, today: Day): Promise<MouWaiting[]> {
  const rows = await findRows(tx, visibleTo(actor));
  return rows.flatMap(({ base, mou }) =>
    wantsOf(mou, actor, today).map((want) => ({ id: base.id, title: base.title, ...want })),
  );
}

function wantsOf(mou: Mou, actor: AreaActor, today: Day): Pick<MouWaiting, "on" | "wants" | "pastItsDay">[] {
  const stage = stageOf(mou, today);
  const onThem = otherSide(actor.side);
  const shared = mou.kind === "partnership";
  const own = actor.side === "community" ? mou.signedOn.community : mou.signedOn.other;
  const want = (wants: MouWaiting["wants"], on: Day, pastItsDay = false) => [{ wants, on, pastItsDay }];
  const ending = endingOn(mou, today);
  const followed = ending ? want("what-follows", ending) : [];
  if (stage === "proposed" && shared && mou.textBySide === onThem)
    return want("agree", mou.proposedOn ?? today);
  if ((stage === "agreed" || stage === "half-signed") && own === null)
    return want("sign", mou.agreedOn ?? today);
  if (stage === "ending" && mou.endAskedBySide === onThem) return want("answer-end", mou.endOn ?? today);
  const review = mou.reviews.find(({ agreedOn }) => agreedOn === null);
  if (stage === "reviewed" && review?.doneBySide === onThem)
    return [...want("agree-review", review.doneOn ?? today), ...followed];
  if (reviewIsDue(mou, today) && mou.reviewOn !== null)
    return [...want("review", mou.reviewOn, mou.reviewOn < today), ...followed];
  return followed;
}

/** Agreements of the same two that a new one could take the place of. */
export async function findReplaceable(tx: Tx, actor: AreaActor, today: Day) {
  const rows = await findRows(tx, visibleTo(actor));
  return rows
    .filter(({ mou }) => !["draft", "proposed", "superseded", "ended"].includes(stateOf(mou, today)))
    .map(({ base }) => ({ id: base.id, title: base.title }));
}
