import { asMail } from "./mail-words";

/** What a mail to a check-in says: about whom it asks, until when, and the link. Nothing of what anybody answers. */
export type CheckInMail = {
  name: string;
  /** The organisation the questions are about. */
  about: string;
  address: string;
  /** The last day on which answers are taken, in words. */
  lastDay: string;
  /** It went before, and they have not answered. */
  again: boolean;
};

/** The mail, as text and as a page. */
export function wordCheckIn({ name, about, address, lastDay, again }: CheckInMail) {
  const subject = `${again ? "Still open: " : ""}A check-in about working with ${about}`;
  return asMail(subject, [
    `Dear ${name},`,
    `You are asked for a check-in: fifteen short questions about working with ${about}. It takes about three minutes.`,
    "It is kept in Common Ground, the tracker that a partnership and its council share. You need no password. This link is yours alone:",
    { address },
    `You can answer, and change what you answered, until ${lastDay}. Nobody reads it before then. Afterwards both sides see what each said as a whole, if three people or more of each answered, and never what you answered.`,
    "Please do not pass the link on: whoever has it can read and change your answers.",
    ...(again ? ["This was sent before. If you have answered by now, there is nothing more to do."] : []),
  ]);
}
