import { AS_OF } from "../arbitrary-facts.ts";
import type { Component, Fact } from "../facts.ts";
import { currentMethod } from "../methods/index.ts";
import { SignalIndex } from "../signal-index.ts";
import type { Emit, Stands } from "../signals.ts";
import { type Told, toldKey, toldStreams } from "../told.ts";
import { sayings } from "./sayings.ts";

// Used by tests only: what an indicator says of some facts.

export const NAMES = { council: "Barley", community: "the partnership" };

/** The streams of some facts, as they are told. */
export function toldOf(emit: Emit, facts: readonly Fact[]) {
  const signals = new SignalIndex(facts.flatMap((fact) => emit(fact, AS_OF)));
  const streams = toldStreams(signals, currentMethod, AS_OF);
  return [...streams].flatMap(([key, items]): { key: string; indicator: string; told: Told }[] => {
    const [, indicator = "", side] = key.split("/");
    const { parameters } = currentMethod;
    const told = { side: side as Stands, names: NAMES, items, signals, asOf: AS_OF, parameters };
    return items.length === 0 ? [] : [{ key, indicator, told }];
  });
}

/** One indicator's sentence about a side; nothing where it has no items. */
export function sentenceBy(emit: Emit) {
  return (indicator: string, side: Stands, facts: readonly Fact[], component?: Component): string => {
    const own = currentMethod.rules.find((rule) => rule.id === indicator)?.component;
    const key = toldKey(component ?? own ?? "", indicator, side);
    const found = toldOf(emit, facts).find((one) => one.key === key);
    return found ? (sayings[indicator]?.(found.told) ?? "") : "";
  };
}
