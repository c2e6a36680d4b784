import { asMail } from "./mail-words";

type GlassMail = { name: string; address: string };

/** A lead is told that the programme may read what both sides of their area share, for an hour. */
export function wordBreakGlass({ name, address }: GlassMail) {
  return asMail("The programme may read your area’s shared records for an hour", [
    `Dear ${name},`,
    "Two programme admins have agreed that one of them may read what both sides of one of your areas share. It is over after an hour at most. They can change nothing, and they do not see what is your own side’s or a person’s alone.",
    "Who it is, the reason, and each page they open are listed here:",
    { address },
  ]);
}
