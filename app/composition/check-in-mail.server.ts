import { findSeatMail, type SeatMail } from "~/features/check-ins/seat-mail.queries.server";
import { hashToken } from "~/features/links/link-token.server";
import { dayToDate } from "~/platform/calendar/day";
import { type Clock, todayBy } from "~/platform/clock";
import { inReading, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";

const PRINCIPAL = "job:send-check-in";

/** Asks for a mail to everybody of a round who has not answered: each is a job of its own, and tried again on its own. */
export function mailRound(round: string, step: number, clock: Clock): Promise<void> {
  const today = todayBy(clock);
  return inTransaction(PRINCIPAL, today, async (tx) => {
    const seats = await tx.checkInSeat.findMany({
      where: {
        checkInId: round,
        answered: false,
        checkIn: { state: "open", closesOn: { gt: dayToDate(today) } },
      },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    // Asked for twice it is one job while it waits.
    for (const { id } of seats)
      await enqueue(tx, "send-check-in", { seat: id, step }, { key: `send-check-in ${id} ${step}` });
  });
}

/** Makes the link a mail carries; null where its seat has answered, or is gone. */
export function makeMailLink(seatId: string, token: string, clock: Clock): Promise<string | null> {
  return inTransaction(PRINCIPAL, todayBy(clock), async (tx) => {
    const seat = await tx.checkInSeat.findFirst({
      where: { id: seatId, answered: false, checkIn: { state: "open" } },
      select: { id: true },
    });
    if (!seat) return null;
    const id = newId(clock.now());
    // Nothing is asked back: nobody reads a link.
    await tx.checkInLink.createMany({ data: [{ id, seatId, tokenHash: hashToken(token) }] });
    return id;
  });
}

/** What the mail with a link may say, as that link sees things; null where it opens nothing, or nobody has an address. */
export function findMailOfSeat(linkId: string, clock: Clock): Promise<SeatMail | null> {
  return inReading(`link:${linkId}`, todayBy(clock), async (tx, [stand]) =>
    stand && !stand.closed ? findSeatMail(tx, stand.council_id) : null,
  );
}

/** The mail server took a reminder. */
export function markReminded(seatId: string, clock: Clock): Promise<void> {
  const today = todayBy(clock);
  return inTransaction(PRINCIPAL, today, async (tx) => {
    await tx.checkInSeat.updateMany({ where: { id: seatId }, data: { remindedOn: dayToDate(today) } });
  });
}
