import { addDays, type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { otherSide } from "../identity/actor";
import { sideName } from "../records/side-names";

/** What a mail with a link says: to whom, about whom, until when. Nothing of what is asked or answered. */
export type SeatMail = { name: string; email: string; about: string; lastDay: Day };

/** What a link's own mail may say, as the link sees things; null where whoever sits there has no address. */
export async function findSeatMail(tx: Tx, councilId: string | null): Promise<SeatMail | null> {
  const seat = await tx.checkInSeat.findFirst({
    select: {
      side: true,
      user: { select: { name: true, email: true } },
      person: { select: { name: true, email: true } },
      checkIn: { select: { closesOn: true } },
    },
  });
  const who = seat?.user ?? seat?.person;
  if (!seat || !who?.email) return null;
  const council = await tx.organisation.findUnique({
    where: { id: councilId ?? "" },
    select: { shortName: true },
  });
  return {
    name: who.name,
    email: who.email,
    about: sideName(otherSide(seat.side), council?.shortName ?? null),
    lastDay: addDays(dateToDay(seat.checkIn.closesOn), -1),
  };
}
