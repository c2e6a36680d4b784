import { asMail } from "./mail-words";

type InvitationMail = { name: string; inviter: string; asked: string; address: string; days: number };

/** The mail that asks somebody to take part. It says who asks and to what, and nothing of what they will see. */
export function wordInvitation({ name, inviter, asked, address, days }: InvitationMail) {
  return asMail("You are invited to Common Ground", [
    `Dear ${name},`,
    `${inviter} asks you ${asked}. Common Ground is where a partnership and its councils keep what they agree.`,
    "Open this link to see what it is about, and to say yes:",
    { address },
    `It works once, for ${days} days, for you alone: please do not pass it on.`,
    "If you do not know what this is about, do nothing.",
  ]);
}
