import { z } from "zod";
import { addDays, type Day, isDay } from "./calendar/day";

/** A day as a form gives it: a real day, or one of the quick choices, which the command's own clock resolves. */
export type FormDay = Day | "today" | "yesterday";

/** The day meant, given the command's today. */
export function resolveDay(day: FormDay, today: Day): Day {
  if (day === "today") return today;
  return day === "yesterday" ? addDays(today, -1) : day;
}

const QUICK = ["today", "yesterday"] as const;

function joinParts(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { quick, day, month, year, ...rest } = value as Record<string, unknown>;
  if (Object.keys(rest).length > 0) return value;
  if (QUICK.some((q) => q === quick)) return quick;
  const parts = [year, month, day].map((part) =>
    typeof part === "string" || typeof part === "number" ? String(part).trim() : "",
  );
  if (parts.every((part) => part === "")) return undefined;
  const [typedYear = "", typedMonth = "", d = ""] = parts;
  const y = typedYear.length === 2 ? `20${typedYear}` : typedYear;
  const m = monthNumber(typedMonth);
  return `${y.padStart(4, "0")}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function monthNumber(text: string): string {
  const named = MONTHS.indexOf(text.toLowerCase().slice(0, 3));
  return named < 0 ? text : String(named + 1);
}

/** A required day, from three boxes, a quick choice, or 'YYYY-MM-DD'. `missing` says what to enter when it is empty. */
export function dayField(missing: string) {
  return z.preprocess(
    joinParts,
    z
      .string({ error: missing })
      .refine((text): boolean => QUICK.some((q) => q === text) || isDay(text), {
        error: "Enter a real date, such as 27 3 2026",
      })
      .transform((text) => text as FormDay),
  );
}

/** A day that may be left empty: null. */
export function optionalDayField() {
  return z.preprocess((value) => joinParts(value) ?? null, dayField("").nullable()).default(null);
}
