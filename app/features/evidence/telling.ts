import { addDays, type Day } from "../../platform/calendar/day.ts";
import type { EvidenceKind } from "./kind.ts";

/** Answers whose days are told as numbers of days from one day, as a form gives them. */
export function told(
  kind: EvidenceKind,
  fields: Readonly<Record<string, unknown>>,
  on: Day,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      kind.fields[name]?.type === "day" && typeof value === "number" ? addDays(on, value) : value,
    ]),
  );
}

/** The same as a browser sends them: a day in its three boxes, a choice of several once each. */
export function sent(
  kind: EvidenceKind,
  fields: Readonly<Record<string, unknown>>,
  on: Day,
): [name: string, value: string][] {
  return Object.entries(told(kind, fields, on)).flatMap(([name, value]): [string, string][] => {
    if (kind.fields[name]?.type === "day") {
      const [year = "", month = "", day = ""] = String(value).split("-");
      return [
        [`${name}.day`, day],
        [`${name}.month`, month],
        [`${name}.year`, year],
      ];
    }
    if (Array.isArray(value)) return value.map((one) => [name, String(one)]);
    return [[name, typeof value === "boolean" ? (value ? "yes" : "no") : String(value)]];
  });
}
