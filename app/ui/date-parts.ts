/** A calendar day as it is typed into a date input: text, because what was typed must come back unchanged. */
export type DateParts = { day: string; month: string; year: string; quick?: string | undefined };

/** Splits "2026-03-03" into what the three boxes show. */
export function toDateParts(value: string | DateParts | undefined): DateParts {
  if (typeof value === "object") return value;
  const [year = "", month = "", day = ""] = (value ?? "").split("-");
  return { day: day.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}
