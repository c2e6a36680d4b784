import type { RouterContextProvider } from "react-router";
import { countGuess, forgiveGuess } from "~/features/identity/sign-in-limits.server";
import { type AnswerForm, type AnswerThing, ASKED_WORDS, answeredWords } from "~/features/links/link";
import { hashToken, isToken } from "~/features/links/link-token.server";
import { noteLinkOpened } from "~/features/links/links.commands.server";
import { type FoundLink, findLinkByHash, type OwnLink } from "~/features/links/links.queries.server";
import { sideNameFirst } from "~/features/records/side-names";
import { addDays, type Day, dateToDay, dayOf } from "~/platform/calendar/day";
import { type Clock, todayBy } from "~/platform/clock";
import { execute } from "~/platform/command.server";
import { inTransaction } from "~/platform/db.server";
import { findAnswerForms } from "./answer-forms.server";
import { executionByLink, type LinkReading, readAsLink } from "./link-actor.server";
import { circumstancesOf, visitContext } from "./visit.server";

type Context = Readonly<RouterContextProvider>;

/** What a link's address shows: its one thing, what was answered, or that it opens nothing. */
export type AnswerPage =
  | {
      state: "open";
      asker: string;
      asked: string;
      contact: string;
      forWhom: string;
      lastDay: Day;
      thing: AnswerThing;
      forms: AnswerForm[];
    }
  | { state: "spent"; answered: string; on: Day }
  | { state: "closed" }
  | { state: "nothing" }
  | { state: "wait" };

/** The link a token opens or has opened, counted against guessing; "wait" after too many tries from one place. */
async function openToken(context: Context, token: string): Promise<FoundLink | "nothing" | "wait"> {
  const { clock, clientAddress } = circumstancesOf(context);
  if (!(await countGuess(clientAddress, clock.now()))) return "wait";
  if (!isToken(token)) return "nothing";
  const today = todayBy(clock);
  const found = await inTransaction("auth", today, (tx) => findLinkByHash(tx, hashToken(token), today));
  if (found === null) return "nothing";
  await forgiveGuess(clientAddress);
  return found;
}

/** Whether a program asks ahead of anybody who will look: a mail filter's HEAD, a browser's guess at the next page. */
export function asksAhead({ method, headers }: Request): boolean {
  const purpose = `${headers.get("Sec-Purpose") ?? ""} ${headers.get("Purpose") ?? ""}`;
  return method === "HEAD" || /\b(prefetch|preview)\b/i.test(purpose);
}

/**
 * Everything a link's page shows. Its first opening is noted: whoever opened it was told. Not one by somebody signed in,
 * who is not its contact: else whoever made it could open it, keep it, and win by waiting.
 */
export async function findAnswerPage(context: Context, token: string, ahead = false): Promise<AnswerPage> {
  const found = await openToken(context, token);
  if (typeof found === "string") return { state: found };
  if (found.usedAt) return { state: "spent", answered: answeredWords(found.answer), on: dayOf(found.usedAt) };
  const { clock } = circumstancesOf(context);
  const read = await readAsLink(found.id, clock, findOpenPage);
  if (read === null) return { state: "nothing" };
  const isTold = !ahead && context.get(visitContext) === null;
  if (isTold && !found.opened && read.page.state === "open") await noteLinkOpening(context, read.link);
  return read.page;
}

/** The link an answer comes by; null where it takes none. */
export async function findAnsweringLink(context: Context, token: string): Promise<OwnLink | null> {
  const found = await openToken(context, token);
  if (typeof found === "string" || !found.isOpen) return null;
  return readAsLink(found.id, circumstancesOf(context).clock, async ({ link }) => link);
}

async function noteLinkOpening(context: Context, link: OwnLink): Promise<void> {
  const execution = executionByLink(link, circumstancesOf(context));
  await execute(noteLinkOpened, { id: link.recordId, linkId: link.id }, execution);
}

async function findOpenPage(reading: LinkReading): Promise<{ link: OwnLink; page: AnswerPage }> {
  const { link } = reading;
  const answers = await findAnswerForms(reading);
  // Answered by somebody with an account, or taken back: there is nothing left to say.
  if (answers === null) return { link, page: { state: "closed" } };
  const { contact, asker, forWhom } = await findParties(reading);
  const lastDay = addDays(dateToDay(link.expiresOn), -1);
  const asked = ASKED_WORDS[link.purpose];
  return { link, page: { state: "open", asker, asked, contact, forWhom, lastDay, ...answers } };
}

/** Who asks whom: the two parties by their organisations, and the contact by name. */
async function findParties({ tx, link, actor }: LinkReading) {
  const council = await tx.organisation.findUnique({
    where: { id: actor.relationships[0]?.councilId ?? "" },
    select: { id: true, shortName: true },
  });
  const person = await tx.person.findUnique({
    where: { id: link.personId },
    select: { name: true, email: true },
  });
  const name = council?.shortName ?? null;
  const theirs = actor.side;
  const ours = theirs === "council" ? "community" : "council";
  return {
    contact: person?.name ?? "",
    email: person?.email ?? null,
    asker: sideNameFirst(ours, name),
    forWhom: theirs === "council" ? (name ?? "the council") : "the partnership",
  };
}

/** For the job that sends mail: what it may say as this link, or null where nothing waits any more. */
export function findMailOf(linkId: string, clock: Clock) {
  return readAsLink(linkId, clock, async (reading) => {
    if ((await findAnswerForms(reading)) === null) return null;
    const lastDay = addDays(dateToDay(reading.link.expiresOn), -1);
    return { ...(await findParties(reading)), asked: ASKED_WORDS[reading.link.purpose], lastDay };
  });
}
