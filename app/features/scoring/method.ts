import type { Day } from "./day.ts";
import { COMPONENTS, type Component, type Side } from "./facts.ts";
import type { Parameters } from "./parameters.ts";
import type { Rule } from "./rule.ts";
import type { Stands } from "./signals.ts";

/** Which rules with which numbers, and from which day on. */
export type Method = {
  readonly id: string;
  readonly from: Day;
  readonly rules: readonly Rule[];
  readonly parameters: Parameters;
  /** SHA-256, hex (docs/method.md 9). */
  readonly parameterHash: string;
};

/** One indicator of one side (or joint) within a component, and its weight W there. */
export type StreamPlace = {
  readonly key: string;
  readonly rule: Rule;
  readonly component: Component;
  readonly side: Stands;
  readonly weight: number;
};

/** What names a stream, also in stored rolled sums. */
export function streamKey(component: Component, indicator: string, side: Stands): string {
  return `${component}/${indicator}/${side}`;
}

function sidesOf(rule: Rule): Stands[] {
  if (rule.split === "each side") return ["council", "community"];
  return rule.split === "joint" ? ["joint"] : ["council"];
}

// The records' part of a component: the anchor's share of it, the rest equal; a split rule halves its own.
function weightOf(rule: Rule, component: Component, method: Method): number {
  const { beh, anchor } = method.parameters;
  const halves = rule.split === "each side" ? 2 : 1;
  if (rule.component === "every") return (1 - beh) / halves;
  const others = method.rules.filter((one) => one.component === component && !one.anchor).length;
  return (rule.anchor ? beh * anchor : (beh * (1 - anchor)) / others) / halves;
}

const remembered = new WeakMap<Method, readonly StreamPlace[]>();

/**
 * Every stream of a method with its weight (docs/method.md 3), by component, then in the order of its rules, council
 * first. The weights of a component add up to 1.
 */
export function streamsOf(method: Method): readonly StreamPlace[] {
  const known = remembered.get(method);
  if (known) return known;
  const places = COMPONENTS.flatMap((component) =>
    method.rules
      .filter((rule) => rule.component === component || rule.component === "every")
      .flatMap((rule) =>
        sidesOf(rule).map((side) => {
          const key = streamKey(component, rule.id, side);
          return { key, rule, component, side, weight: weightOf(rule, component, method) };
        }),
      ),
  );
  remembered.set(method, places);
  return places;
}

/** A stream's weight in the direction of one side: its own whole, a joint one half, the other's not (docs/method.md 4). */
export function weightInDirection(place: { side: Stands; weight: number }, direction: Side): number {
  if (place.side === "joint") return place.weight / 2;
  return place.side === direction ? place.weight : 0;
}
