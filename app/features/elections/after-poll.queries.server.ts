import { addDays, type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { postsVisibleTo } from "../people/people.queries.server";
import { visibleTo } from "../records/record.queries.server";
import { isAskedFor, type SeatAfter, seatAfter, seatsFrom } from "./after-poll";
import type { ElectionView, SeatView } from "./election-views";

const seatSelect = {
  id: true,
  personId: true,
  ward: true,
  isLead: true,
  startsOn: true,
  endsOn: true,
  checkedOn: true,
  person: { select: { name: true } },
} satisfies Prisma.AppointmentSelect;
type Row = Prisma.AppointmentGetPayload<{ select: typeof seatSelect }>;

const ORDER: readonly SeatAfter[] = ["left", "up", "stays"];

/** What became of the councillors whose seats were up: of each of these elections whose poll was in the last half year. */
export async function findAfterPoll(
  tx: Tx,
  actor: AreaActor,
  elections: readonly ElectionView[],
  today: Day,
): Promise<{ election: ElectionView; seats: SeatView[] }[]> {
  const past = elections.filter(({ pollOn }) => isAskedFor(pollOn, today));
  const found = [];
  for (const election of past) {
    const seats = await findSeats(tx, actor, election);
    if (seats.length > 0) found.push({ election, seats });
  }
  return found;
}

async function findSeats(tx: Tx, actor: AreaActor, election: ElectionView): Promise<SeatView[]> {
  const rows = await tx.appointment.findMany({
    where: {
      AND: [
        postsVisibleTo(actor),
        { role: "councillor", organisationId: election.councilId, person: { erasedAt: null } },
        { OR: [{ endsOn: null }, { endsOn: { gte: dayToDate(seatsFrom(election.pollOn)) } }] },
      ],
    },
    orderBy: [{ person: { name: "asc" } }, { id: "asc" }],
    select: seatSelect,
  });
  const handovers = await tx.handover.findMany({
    where: {
      appointmentId: { in: rows.map(({ id }) => id) },
      withdrawnOn: null,
      record: visibleTo(actor),
    },
    select: { recordId: true, appointmentId: true },
  });
  const handoverOf = new Map(handovers.map(({ appointmentId, recordId }) => [appointmentId, recordId]));
  return rows
    .flatMap((row) => {
      const after = seatAfter(daysOf(row), election);
      return after === null ? [] : [toSeat(row, after, handoverOf.get(row.id) ?? null)];
    })
    .sort((a, b) => ORDER.indexOf(a.after) - ORDER.indexOf(b.after));
}

function daysOf({ startsOn, endsOn, checkedOn }: Row) {
  return {
    startsOn: startsOn && dateToDay(startsOn),
    endsOn: endsOn && dateToDay(endsOn),
    checkedOn: checkedOn && dateToDay(checkedOn),
  };
}

function toSeat(row: Row, after: SeatAfter, handoverId: string | null): SeatView {
  const { endsOn } = daysOf(row);
  const { id: postId, personId, ward, isLead, person } = row;
  return {
    ...{ postId, personId, name: person.name, ward, isLead, after, handoverId },
    lastDay: endsOn && addDays(endsOn, -1),
  };
}
