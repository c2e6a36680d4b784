import { z } from "zod";
import { type Day, dayOf } from "../calendar/day";
import { daySchema } from "../calendar/day-schema";
import { learnHolidays } from "../calendar/known-holidays.server";
import { yearsIn } from "../calendar/published-holidays";
import type { Clock } from "../clock";
import { findKeptAnswer } from "./answers.server.ts";
import { ask, type Question } from "./door.server.ts";

/** Less than a day, so that whoever looks once a day asks once a day. */
const MAX_AGE_MS = 20 * 60 * 60_000;
/** No year has had more than ten. */
const MOST_A_YEAR = 15;

const event = z.object({
  title: z.string().min(1).max(200),
  date: daySchema.refine((day) => day >= "1990" && day < "2100"),
});

/** The list for England and Wales; what it holds for Scotland and Northern Ireland is not read. */
const division = z.object({ events: z.array(event).min(1).max(1_000) }).refine(({ events }) => {
  const days = events.map(({ date }) => date);
  const once = new Set(days).size === days.length;
  const years = yearsIn(days);
  return once && years.length > 0 && days.length <= (years.length + 2) * MOST_A_YEAR;
});

const told = z.object({ status: z.literal(200), body: z.object({ "england-and-wales": division }) });
type BankHolidays = z.output<typeof told>;

/** GOV.UK's list of bank holidays. */
export const bankHolidaysQuestion: Question<BankHolidays> = {
  service: "gov-uk",
  key: "bank-holidays",
  path: "/bank-holidays.json",
  statuses: [200],
  schema: told,
  maxAgeMs: MAX_AGE_MS,
};

/** The days in such a list. */
export function daysIn({ body }: BankHolidays): Day[] {
  return body["england-and-wales"].events.map(({ date }) => date);
}

/** Counts working days by what GOV.UK publishes from now on; where it is away, by what it last said, or by the rule. */
export async function refreshBankHolidays(clock: Clock): Promise<void> {
  const answer = await ask(bankHolidaysQuestion, clock);
  if (answer.state !== "away") learnHolidays(daysIn(answer.told), dayOf(answer.fetchedAt));
}

/** Counts by the list that was kept last, whichever process asked for it: one small query, and nothing outside. */
export async function learnKeptHolidays(clock: Clock): Promise<void> {
  const kept = await findKeptAnswer(bankHolidaysQuestion.key, clock);
  const list = told.safeParse(kept);
  if (kept && list.success) learnHolidays(daysIn(list.data), dayOf(kept.fetchedAt));
}
