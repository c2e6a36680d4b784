import { dayToDate } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { optionalLongText } from "~/platform/form-texts";
import type { AreaActor } from "../identity/actor";
import type { Context } from "../records/recording.server";
import { type Clause, HEADINGS } from "./clause";
import { checkTerms, type Terms } from "./mou";

/** The fields of an agreement's text: its days, and a text under each heading. */
export const textFields = {
  startsOn: dayField("Enter the day it is to start"),
  endsOn: optionalDayField(),
  reviewOn: optionalDayField(),
  roles: optionalLongText(),
  priorities: optionalLongText(),
  flex: optionalLongText(),
  communication: optionalLongText(),
  liabilities: optionalLongText(),
  data_protection: optionalLongText(),
  review: optionalLongText(),
  duration: optionalLongText(),
};

type FormDay = Parameters<typeof resolveDay>[0];
type Typed = Record<(typeof HEADINGS)[number], string | null> & {
  startsOn: FormDay;
  endsOn: FormDay | null;
  reviewOn: FormDay | null;
};

export type MouText = { terms: Terms; clauses: Clause[] };

/** The text that was typed; throws Problem beside a day that cannot be. */
export function readText(context: Context, typed: Typed): MouText {
  const day = (value: FormDay | null) => value && resolveDay(value, context.today);
  const terms = {
    startsOn: resolveDay(typed.startsOn, context.today),
    endsOn: day(typed.endsOn),
    reviewOn: day(typed.reviewOn),
  };
  const wrong = checkTerms(terms, context.today);
  if (Object.keys(wrong).length > 0) throw new Problem(wrong);
  const clauses = HEADINGS.flatMap((heading) => {
    const text = typed[heading];
    return text === null ? [] : [{ heading, text }];
  });
  return { terms, clauses };
}

/** A text with nothing under any heading is not put to anybody. */
export function mustSaySomething(clauses: readonly Clause[]): void {
  if (clauses.length === 0) throw new Problem({ roles: "Write at least one part of the agreement" });
}

/** Days as columns. */
export function toColumns({ startsOn, endsOn, reviewOn }: Terms) {
  return {
    startsOn: dayToDate(startsOn),
    endsOn: endsOn && dayToDate(endsOn),
    reviewOn: reviewOn && dayToDate(reviewOn),
  };
}

/** A text as its form has it, a field each: what the log keeps of a change. */
export function wordsOfText({ startsOn, endsOn, reviewOn }: Terms, clauses: readonly Clause[]) {
  const texts = HEADINGS.map((heading) => [
    heading,
    clauses.find((one) => one.heading === heading)?.text ?? null,
  ]);
  return { startsOn, endsOn, reviewOn, ...Object.fromEntries(texts) } as Record<string, string | null>;
}

/** Writes a version and its words; they are in place before it is proposed, and fixed from then on. */
export async function writeVersion(
  context: Context,
  actor: AreaActor,
  mouId: string,
  number: number,
  { terms, clauses }: MouText,
): Promise<string> {
  const id = context.newId();
  const draftedOn = dayToDate(context.today);
  await context.tx.mouVersion.create({
    data: { id, mouId, number, bySide: actor.side, draftedOn, ...toColumns(terms) },
    select: { id: true },
  });
  await writeClauses(context, id, clauses);
  return id;
}

/** Writes the words of a version. */
export async function writeClauses(
  context: Context,
  versionId: string,
  clauses: readonly Clause[],
): Promise<void> {
  await context.tx.mouClause.createMany({ data: clauses.map((clause) => ({ versionId, ...clause })) });
}
