import type { ConflictField } from "~/ui/conflict-view";
import { formatDay } from "~/ui/format-date";
import type { Question } from "../evidence-form";

type Given = Readonly<Record<string, unknown>>;

/** What is saved beside what was typed, question by question. */
export function versionsOf(questions: readonly Question[], saved: Given, typed: Given): ConflictField[] {
  return questions.map((question) => {
    const [one, other] = [words(question, saved[question.name]), words(question, typed[question.name])];
    return { label: question.label, saved: one, yours: other, differs: one !== other };
  });
}

function words({ type, options }: Question, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (type === "day") return dayWords(value);
  const given = Array.isArray(value) ? value.map(String) : [String(value)];
  return given.map((one) => options.find((option) => option.value === one)?.label ?? one).join(", ");
}

/** A day as it is kept, or as it was typed into the boxes. */
function dayWords(value: unknown): string {
  if (typeof value === "string") return formatDay(value);
  const { quick, day, month, year } = value as Record<string, string | undefined>;
  if (quick && quick !== "other") return quick;
  const whole = [year?.padStart(4, "0"), month?.padStart(2, "0"), day?.padStart(2, "0")].join("-");
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? formatDay(whole) : [day, month, year].filter(Boolean).join(" ");
}
