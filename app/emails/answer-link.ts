import { asMail } from "./mail-words";

/** What a mail with a link says: who asks, what for, until when, and the link. Nothing of the record itself. */
export type AnswerLinkMail = {
  contact: string;
  /** The organisation that asks, as a sentence begins with it. */
  asker: string;
  /** What is asked, to follow "asks you to". */
  asked: string;
  address: string;
  /** The last day on which it opens, in words. */
  lastDay: string;
  /** It went before, and nobody has answered. */
  again: boolean;
};

/** The mail, as text and as a page. A sentence a paragraph, so that both say the same. */
export function wordAnswerLink(mail: AnswerLinkMail): { subject: string; text: string; html: string } {
  const { contact, asker, asked, address, lastDay, again } = mail;
  const subject = `${again ? "Still open: " : ""}${asker} asks you to ${asked}`;
  const before = [
    `Dear ${contact},`,
    `${asker} asks you to ${asked}. It is kept in Common Ground, the tracker that a partnership and its council share.`,
    "You need no account. This link opens that one thing, for you alone, and takes one answer:",
  ];
  const after = [
    `It opens until ${lastDay}. Please do not pass it on: whoever has it can answer in your name.`,
    again ? "This was sent before. If you have answered by now, there is nothing more to do." : "",
    "If you would rather not have such mail, tell them. They can hand you links in another way.",
  ].filter((line) => line !== "");
  return asMail(subject, [...before, { address }, ...after]);
}
