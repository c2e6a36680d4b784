import { z } from "zod";
import type { Day } from "~/platform/calendar/day";
import { daySchema } from "~/platform/calendar/day-schema";

const slug = z.string().regex(/^[a-z0-9-]{1,100}$/);
const methodId = z.string().regex(/^\d{4}-\d{2}$/);
/** Longer than any day somebody would write. */
const TYPED_MOST = 40;

type HealthSearch = { council: string | null; on: Day | null; known: Day | null; method: string | null };

/** What is wrong with a day that was asked for, beside its field, with what was typed there. */
export type DayProblems = Partial<Record<"on" | "known", { typed: string; says: string }>>;

/**
 * What the address asks of a health page. A value that is not one is null: a day with its problem, to stand beside its
 * field, anything else with its name in `wrong`. The page then shows today's figures.
 */
export function readHealthSearch(url: URL): HealthSearch & { wrong: string[]; problems: DayProblems } {
  const wrong: string[] = [];
  const problems: DayProblems = {};
  const given = (name: string) => url.searchParams.get(name) ?? "";
  const take = (name: "council" | "method", schema: z.ZodType<string>): string | null => {
    const text = given(name);
    if (text === "") return null;
    const parsed = schema.safeParse(text);
    if (!parsed.success) wrong.push(name);
    return parsed.success ? parsed.data : null;
  };
  const takeDay = (name: "on" | "known"): Day | null => {
    const text = given(name);
    if (text === "") return null;
    const parsed = daySchema.safeParse(text);
    if (parsed.success) return parsed.data;
    problems[name] = { typed: text.slice(0, TYPED_MOST), says: parsed.error.issues[0]?.message ?? "" };
    return null;
  };
  const [council, method] = [take("council", slug), take("method", methodId)];
  return { council, on: takeDay("on"), known: takeDay("known"), method, wrong, problems };
}

type Search = ReturnType<typeof readHealthSearch>;

/** The same without days that have not come: nothing is known of them yet, and their fields say so. */
export function withoutDaysAhead({ on, known, problems, ...search }: Search, today: Day): Search {
  const ahead = (day: Day | null) => day !== null && day > today;
  const says = "That day has not come yet: enter today or a day before it";
  return {
    ...search,
    on: ahead(on) ? null : on,
    known: ahead(known) ? null : known,
    problems: {
      ...problems,
      ...(on && ahead(on) ? { on: { typed: on, says } } : {}),
      ...(known && ahead(known) ? { known: { typed: known, says } } : {}),
    },
  };
}
