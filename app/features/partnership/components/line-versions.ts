import { listWords } from "~/platform/list-words";
import type { ConflictField } from "~/ui/conflict-view";
import { toDateParts } from "~/ui/date-parts";
import { formatDay } from "~/ui/format-date";
import type { Question } from "../question";

type Values = Readonly<Record<string, unknown>>;

/** A line as it is saved now beside what was typed, question by question. */
export function versionsOf(questions: readonly Question[], saved: Values, typed: Values): ConflictField[] {
  return questions.map((question) => {
    const [one, other] = [saved, typed].map((values) => inWords(question, values[question.name]));
    return { label: question.label, saved: one, yours: other, differs: one !== other };
  });
}

function inWords({ type, options = [] }: Question, value: unknown): string {
  if (type === "day") return dayWords(value);
  const chosen = (Array.isArray(value) ? value : [value]).map(String);
  if (options.length === 0) return value === undefined ? "" : String(value);
  return listWords(options.filter((one) => chosen.includes(one.value)).map(({ label }) => label));
}

function dayWords(value: unknown): string {
  const parts = typeof value === "string" ? value : ((value ?? {}) as Parameters<typeof toDateParts>[0]);
  const { day = "", month = "", year = "" } = toDateParts(parts);
  const whole = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? formatDay(whole) : `${day} ${month} ${year}`.trim();
}
