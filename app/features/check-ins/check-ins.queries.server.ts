import { addDays, type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, mayWrite, otherSide, ownOrganisations, partsOf } from "../identity/actor";
import { sideName } from "../records/side-names";
import type {
  AnswersInput,
  CheckInSeen,
  DraftAnswers,
  RoundState,
  RoundView,
  SeatForm,
  SeatView,
} from "./check-in";
import { nextOpening } from "./check-in";
import { seenSchema } from "./result";
import { takesAnswers } from "./round.server";

const STATES = {
  open: "open",
  released: "released",
  too_few: "too few",
  called_off: "called off",
} as const satisfies Record<Prisma.CheckInGetPayload<true>["state"], RoundState>;

const listed = {
  id: true,
  relationshipId: true,
  organisationId: true,
  side: true,
  openedOn: true,
  closesOn: true,
  state: true,
  endedOn: true,
  // By row security: one's own, and for a lead those of their own side.
  seats: {
    select: {
      id: true,
      side: true,
      organisationId: true,
      userId: true,
      answered: true,
      user: { select: { name: true } },
      person: { select: { name: true } },
      answers: { where: { isDraft: true }, select: { isDraft: true } },
    },
  },
} satisfies Prisma.CheckInSelect;
type Row = Prisma.CheckInGetPayload<{ select: typeof listed }>;

/** The rounds of a relationship and of what it has taken over, newest first, as the actor may see them. */
export async function findRounds(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string,
  today: Day,
): Promise<RoundView[]> {
  const rows = await tx.checkIn.findMany({
    where: { relationshipId: { in: partsOf(actor, relationshipId) } },
    orderBy: [{ openedOn: "desc" }, { id: "desc" }],
    select: listed,
  });
  const canOpen = mayOpen(rows, actor, today);
  return rows.map((row) => toView(row, actor, today, canOpen));
}

/** One round as the actor may see it; null: to them there is none. */
export async function findRound(
  tx: Tx,
  actor: AreaActor,
  id: string,
  today: Day,
): Promise<(RoundView & { relationshipId: string }) | null> {
  const ties = actor.relationships.map((tie) => tie.id);
  const row = await tx.checkIn.findFirst({ where: { id, relationshipId: { in: ties } }, select: listed });
  return row && { ...toView(row, actor, today, false), relationshipId: row.relationshipId };
}

function mayOpen(rows: readonly Row[], actor: AreaActor, today: Day): boolean {
  const counted = rows.filter(({ state }) => state !== "called_off");
  const days = counted.map(({ openedOn }) => dateToDay(openedOn));
  return (
    mayWrite(actor) && counted.every(({ state }) => state !== "open") && nextOpening(days, today) === today
  );
}

function toView(row: Row, actor: AreaActor, today: Day, canOpen: boolean): RoundView {
  const closesOn = dateToDay(row.closesOn);
  const open = takesAnswers({ state: row.state, closesOn }, today) && !actor.closed;
  const mine = row.seats.find(({ userId }) => userId === actor.userId);
  const leads = actor.role === "lead" && !actor.closed;
  return {
    id: row.id,
    state: STATES[row.state],
    openedOn: dateToDay(row.openedOn),
    closesOn,
    lastDay: addDays(closesOn, -1),
    isOver: row.state === "open" && today >= closesOn,
    endedOn: row.endedOn && dateToDay(row.endedOn),
    openedBy: row.side,
    mine: mine ? { seatId: mine.id, answered: mine.answered, hasDraft: mine.answers.length > 0 } : null,
    ownSide: leads && row.state === "open" ? toOwnSide(row.seats, actor) : null,
    can: {
      open: canOpen,
      invite: leads && open,
      callOff: open && mayWrite(actor) && ownOrganisations(actor).includes(row.organisationId),
      answer: open && mine !== undefined,
    },
  };
}

function toOwnSide(seats: Row["seats"], { organisationId }: AreaActor): RoundView["ownSide"] {
  const own = seats.filter((seat) => seat.organisationId === organisationId);
  const people = own.map(
    ({ id, userId, user, person, answered }): SeatView => ({
      seatId: id,
      name: user?.name ?? person?.name ?? "Somebody of your side",
      answered,
      via: userId === null ? "link" : "account",
    }),
  );
  return {
    invited: people.length,
    answered: people.filter(({ answered }) => answered).length,
    people: people.sort((a, b) => a.name.localeCompare(b.name, "en-GB") || (a.seatId < b.seatId ? -1 : 1)),
  };
}

const seated = {
  id: true,
  side: true,
  user: { select: { name: true } },
  person: { select: { name: true } },
  answers: { select: { isDraft: true, answers: true } },
  checkIn: { select: { id: true, relationshipId: true, state: true, closesOn: true } },
} satisfies Prisma.CheckInSeatSelect;

/** One's own seat in a round, with what one sent and what one began; null: not asked, or the round takes no answers. */
export async function findSeatForm(
  tx: Tx,
  actor: AreaActor,
  checkInId: string,
  today: Day,
): Promise<SeatForm | null> {
  const seat = await tx.checkInSeat.findFirst({
    where: { checkInId, userId: actor.userId },
    select: seated,
  });
  return seat && toForm(tx, seat, actor, today);
}

/** The same for a link, which sees one seat and no other. */
export async function findLinkedSeatForm(tx: Tx, actor: AreaActor, today: Day): Promise<SeatForm | null> {
  const seat = await tx.checkInSeat.findFirst({ select: seated });
  return seat && toForm(tx, seat, actor, today);
}

async function toForm(
  tx: Tx,
  { checkIn, ...seat }: Prisma.CheckInSeatGetPayload<{ select: typeof seated }>,
  actor: AreaActor,
  today: Day,
): Promise<SeatForm | null> {
  const closesOn = dateToDay(checkIn.closesOn);
  if (!takesAnswers({ state: checkIn.state, closesOn }, today) || actor.closed) return null;
  const tie = actor.relationships.find(({ id }) => id === checkIn.relationshipId);
  const [area, council] = [
    await tx.area.findUnique({ where: { id: actor.areaId }, select: { name: true } }),
    await tx.organisation.findUnique({ where: { id: tie?.councilId ?? "" }, select: { shortName: true } }),
  ];
  const held = (isDraft: boolean) => seat.answers.find((one) => one.isDraft === isDraft)?.answers ?? null;
  return {
    roundId: checkIn.id,
    seatId: seat.id,
    name: seat.user?.name ?? seat.person?.name ?? "",
    side: seat.side,
    about: sideName(otherSide(seat.side), council?.shortName ?? null),
    areaName: area?.name ?? "",
    lastDay: addDays(closesOn, -1),
    // Written by our own commands alone, through their schema.
    answers: held(false) as AnswersInput | null,
    draft: held(true) as DraftAnswers | null,
  };
}

/** The released rounds of a relationship and of what it has taken over, newest first: what both sides are shown. */
export async function findReleased(
  tx: Tx,
  actor: Pick<AreaActor, "relationships">,
  relationshipId: string,
): Promise<CheckInSeen[]> {
  const rows = await tx.checkIn.findMany({
    where: { relationshipId: { in: partsOf(actor, relationshipId) }, state: "released" },
    orderBy: [{ endedOn: "desc" }, { id: "desc" }],
    select: { id: true, endedOn: true, result: true },
  });
  return rows.flatMap(({ id, endedOn, result }) => {
    const seen = seenSchema.safeParse(result);
    return endedOn && seen.success ? [{ id, releasedOn: dateToDay(endedOn), ...seen.data }] : [];
  });
}
