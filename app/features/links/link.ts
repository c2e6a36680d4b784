import { addDays, type Day } from "~/platform/calendar/day";

/** Days a link opens its thing, the day it was made included: as long as a promise waits for an answer. */
export const LINK_DAYS = 28;
/** Days after the first mail on which it goes again, while nobody has answered. */
export const MAIL_DAYS = [0, 14, 25] as const;

/** What a link asks for. Ids are for ever; the stored ones are Prisma's. */
export const PURPOSES = ["confirm", "new_day", "promise", "request", "minutes"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Every answer a link can give, by the command that a member would run for it. */
export const ANSWERS = [
  "commitments.confirm",
  "commitments.refuse",
  "commitments.agree-day",
  "commitments.decline-day",
  "commitments.not-ours",
  "commitments.propose-day",
  "requests.answer",
  "requests.hold",
  "meetings.agree-minutes",
  "meetings.dissent-from-minutes",
] as const;
export type LinkAnswer = (typeof ANSWERS)[number];

/** What each purpose lets its link do: these commands, on its one record, and no other. */
export const ALLOWED: Record<Purpose, readonly LinkAnswer[]> = {
  confirm: ["commitments.confirm", "commitments.refuse"],
  new_day: ["commitments.agree-day", "commitments.decline-day"],
  promise: ["commitments.not-ours", "commitments.propose-day"],
  request: ["requests.answer", "requests.hold"],
  minutes: ["meetings.agree-minutes", "meetings.dissent-from-minutes"],
};

/** The answer by that name, where a link of this purpose may give it; null: it may not. */
export function allowedAnswer(purpose: Purpose, answer: string): LinkAnswer | null {
  return ALLOWED[purpose].find((one) => one === answer) ?? null;
}

/** What the other side is asked, to follow "to". */
export const PURPOSE_WORDS: Record<Purpose, string> = {
  confirm: "say whether the promise is done",
  new_day: "agree or decline the new day",
  promise: "say whether the promise is theirs, or propose another day",
  request: "answer the request",
  minutes: "agree the minutes",
};

/** The same said to the contact, to follow "asks you to". */
export const ASKED_WORDS: Record<Purpose, string> = {
  confirm: "say whether a promise is done",
  new_day: "answer a new day for a promise",
  promise: "look at a promise that was noted for you",
  request: "answer a request",
  minutes: "agree the minutes of a meeting",
};

/** What was answered, to follow a name or "You". */
export const ANSWERED_WORDS: Record<LinkAnswer, string> = {
  "commitments.confirm": "said yes, it is done",
  "commitments.refuse": "said no, not yet",
  "commitments.agree-day": "agreed to the new day",
  "commitments.decline-day": "declined the new day",
  "commitments.not-ours": "said that the promise is not theirs",
  "commitments.propose-day": "proposed a new day",
  "requests.answer": "answered the request",
  "requests.hold": "sent a holding reply",
  "meetings.agree-minutes": "agreed the minutes",
  "meetings.dissent-from-minutes": "noted what they see differently in the minutes",
};

/** A purpose as it is stored, or null where it is none of these. */
export function toPurpose(text: string): Purpose | null {
  return PURPOSES.find((one) => one === text) ?? null;
}

/** What was answered in words; a stored answer that is no longer one is said plainly. */
export function answeredWords(answer: string | null): string {
  const known = ANSWERS.find((one) => one === answer);
  return known ? ANSWERED_WORDS[known] : "answered";
}

/** The first day on which a link made on a day opens nothing. */
export function expiryOf(madeOn: Day): Day {
  return addDays(madeOn, LINK_DAYS);
}

export type LinkState = "waiting" | "out" | "answered" | "revoked" | "over";

/** Where a link stands on a day. One by mail waits until the mail server has taken it. */
export function stateOf(
  link: {
    way: "hand" | "mail";
    sentOn: Day | null;
    usedAt: Date | null;
    revokedAt: Date | null;
    expiresOn: Day;
  },
  today: Day,
): LinkState {
  if (link.usedAt !== null) return "answered";
  if (link.revokedAt !== null) return "revoked";
  if (today >= link.expiresOn) return "over";
  return link.way === "mail" && link.sentOn === null ? "waiting" : "out";
}

/** A contact of the other side whom a link can be made for. */
export type Contact = {
  id: string;
  name: string;
  organisation: string;
  organisationId: string;
  hasEmail: boolean;
};

/** A link in the list of those that are out. */
export type LinkView = {
  id: string;
  contact: string;
  way: "hand" | "mail";
  madeOn: Day;
  lastDay: Day;
  state: LinkState;
  opened: boolean;
  sentOn: Day | null;
  answered: { words: string; on: Day } | null;
  canRevoke: boolean;
};

/** A question of a contact's answer. */
export type AnswerField =
  | { name: string; kind: "text"; label: string; hint?: string; optional?: boolean }
  | { name: string; kind: "day"; label: string; hint?: string; optional?: boolean }
  | { name: string; kind: "choice"; label: string; options: readonly { value: string; label: string }[] };

/** One answer a contact can give: what it does, what it asks, its button. */
export type AnswerForm = {
  answer: LinkAnswer;
  button: string;
  /** What the answer does, before it is given. */
  does: string;
  fields: readonly AnswerField[];
  hidden: Record<string, string>;
};

/** The one thing a link shows, and no more of it than its answer needs. */
export type AnswerThing = {
  kind: string;
  title: string;
  facts: readonly { label: string; value: string }[];
  text: string | null;
};

/** A link just made: its address and the code to scan, shown once. */
export type MadeLink = { linkId: string; address: string; code: string };
