import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { EndingMember, EndingTie, OpenCounts, OpenKind, Successor } from "./takeover";

const day = (date: Date | null) => date && dateToDay(date);

/** How many things of each kind are open in these relationships on a day. */
async function findOpenCounts(
  tx: Tx,
  relationshipIds: readonly string[],
  on: Day,
): Promise<Map<string, OpenCounts>> {
  const rows = await tx.$queryRaw<{ relationship_id: string; what: OpenKind; many: bigint }[]>`
    SELECT * FROM app.open_counts(${[...relationshipIds]}::uuid[], NULL, ${on}::date)`;
  const found = new Map<string, OpenCounts>(relationshipIds.map((id) => [id, {}]));
  for (const { relationship_id: id, what, many } of rows)
    if (id !== null) found.set(id, { ...found.get(id), [what]: Number(many) });
  return found;
}

/** Everything a council's end is about: its areas, its accounts, and who takes over as the register says. */
export async function findTakeover(tx: Tx, predecessorId: string, today: Day) {
  const successors = await findSuccessors(tx, predecessorId);
  const on = successors.map((one) => one.on).sort()[0] ?? today;
  return {
    successors,
    ties: await findEndingTies(tx, predecessorId, on),
    members: await findEndingMembers(tx, predecessorId, on),
  };
}

/** Who takes over from a council, by the day and the name. */
export async function findSuccessors(tx: Tx, predecessorId: string): Promise<Successor[]> {
  const rows = await tx.organisationSuccession.findMany({
    where: { predecessorId },
    orderBy: [{ takesOverOn: "asc" }, { successor: { name: "asc" } }],
    select: { takesOverOn: true, successor: { select: { id: true, name: true } } },
  });
  return rows.map(({ takesOverOn, successor }) => ({ ...successor, on: dateToDay(takesOverOn) }));
}

async function findEndingTies(tx: Tx, councilId: string, on: Day): Promise<EndingTie[]> {
  const rows = await tx.relationship.findMany({
    where: { councilId },
    orderBy: [{ area: { name: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      area: { select: { id: true, name: true } },
      takenOverBy: { select: { council: { select: { name: true } } } },
    },
  });
  const counts = await findOpenCounts(
    tx,
    rows.map(({ id }) => id),
    on,
  );
  return rows.map(({ id, startsOn, endsOn, area, takenOverBy }) => ({
    id,
    areaId: area.id,
    area: area.name,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    takenOverBy: takenOverBy?.council.name ?? null,
    open: counts.get(id) ?? {},
  }));
}

async function findEndingMembers(tx: Tx, organisationId: string, on: Day): Promise<EndingMember[]> {
  const rows = await tx.membership.findMany({
    where: {
      organisationId,
      side: "council",
      startsOn: { lt: dayToDate(on) },
      OR: [{ endsOn: null }, { endsOn: { gt: dayToDate(on) } }],
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      role: true,
      areaId: true,
      user: { select: { name: true } },
      area: { select: { name: true } },
    },
  });
  return rows.map(({ user, area, ...row }) => ({ ...row, name: user.name, area: area?.name ?? null }));
}

/** What the two sides are told of a takeover: by whom, and from when. */
export type ToldTakeover = { predecessor: string; successor: string; on: Day; past: boolean };

const TOLD_DAYS_AFTER = 56;

/** The takeovers that are coming for this actor's relationships, and those of the last weeks. */
export async function findToldTakeovers(tx: Tx, actor: AreaActor, today: Day): Promise<ToldTakeover[]> {
  const rows = await tx.$queryRaw<
    { relationship_id: string; predecessor: string; successor: string; takes_over_on: Date }[]
  >`SELECT * FROM app.takeovers() ORDER BY takes_over_on, predecessor`;
  const own = new Set(actor.relationships.map(({ id }) => id));
  const from = new Date(dayToDate(today).getTime() - TOLD_DAYS_AFTER * 86_400_000);
  return rows
    .filter(({ relationship_id: id, takes_over_on: on }) => own.has(id) && on > from)
    .map(({ predecessor, successor, takes_over_on: on }) => ({
      predecessor,
      successor,
      on: dateToDay(on),
      past: dateToDay(on) <= today,
    }));
}
