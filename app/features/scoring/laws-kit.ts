import type fc from "fast-check";
import { AS_OF, FACT_TYPES } from "./arbitrary-facts.ts";
import { dayText } from "./day.ts";
import { COMPONENTS, type Fact, type FactType } from "./facts.ts";
import type { Score } from "./score.ts";

// The laws of docs/method.md 11, each a property over random records, for any way of scoring: they must hold for the
// real one and fail for a broken one (laws.test.ts). Used by tests only.

export type ScoreFacts = (facts: readonly Fact[], asOf: number) => Score;
export type Law = {
  readonly id: string;
  readonly says: string;
  readonly about: (score: ScoreFacts) => fc.IProperty<unknown>;
};

export const EPSILON = 1e-9;
export const only = (...out: FactType[]) => FACT_TYPES.filter((type) => !out.includes(type));
export const RESIDENTS: FactType[] = ["residents-lead", "councillor-steps-back", "decision"];
export const today = dayText(AS_OF);

export function fail(message: string): never {
  throw new Error(message);
}

/** Values of overall and components; `a` must not lie below `b` in any of them. */
export function notBelow(
  a: Score,
  b: Score,
  components: readonly (typeof COMPONENTS)[number][] = COMPONENTS,
): void {
  for (const one of components) {
    const [x, y] = [a.components[one].value, b.components[one].value];
    if (x < y - EPSILON) fail(`${one}: ${x} < ${y}`);
  }
  if (components === COMPONENTS && a.overall < b.overall - EPSILON)
    fail(`overall: ${a.overall} < ${b.overall}`);
}

export function same(a: unknown, b: unknown): void {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  if (x !== y) fail(`${x} is not ${y}`);
}

export const figuresOf = ({ items: _, ...figures }: Score) => figures;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A fact with each of its days turned into another, or taken out. */
export const mapDays = (
  value: unknown,
  key: string,
  to: (text: string, key: string) => string | null,
): unknown => {
  if (typeof value === "string") return DAY.test(value) ? to(value, key) : value;
  if (Array.isArray(value)) return value.map((one) => mapDays(one, key, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapDays(one, name, to)]));
};
