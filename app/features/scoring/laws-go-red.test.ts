import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emit } from "../../composition/emitters.ts";
import { AS_OF } from "./arbitrary-facts.ts";
import { lastDayIn } from "./fact-days.ts";
import { COMPONENTS, type Fact } from "./facts.ts";
import { laws } from "./laws.ts";
import type { ScoreFacts } from "./laws-kit.ts";
import type { Method } from "./method.ts";
import { method202611 } from "./methods/2026-11.ts";
import type { Item, Rule } from "./rule.ts";
import type { Score } from "./score.ts";
import { createScorer } from "./scorer.ts";
import type { Signal } from "./signals.ts";

// A law that no broken score breaks is no law. Each way of being wrong here must be caught by the law it names.

const FAR = 1_000_000;
const right = createScorer(emit, method202611).score;
const withMethod = (method: Partial<Method>): ScoreFacts =>
  createScorer(emit, { ...method202611, ...method }).score;
const withParameters = (changed: Partial<Method["parameters"]>): ScoreFacts =>
  withMethod({ parameters: { ...method202611.parameters, ...changed } });
const withItems = (change: (item: Item, rule: Rule) => Item, ids: readonly string[] = []): ScoreFacts =>
  withMethod({
    rules: method202611.rules.map((rule) => ({
      ...rule,
      items: (signals, context) => {
        const items = rule.items(signals, context);
        return ids.length === 0 || ids.includes(rule.id) ? items.map((item) => change(item, rule)) : items;
      },
    })),
  });
const withSignals = (change: (signals: Signal[], fact: Fact) => Signal[]): ScoreFacts =>
  createScorer((fact, asOf) => change(emit(fact, asOf), fact), method202611).score;
const withScore =
  (change: (score: Score) => Score): ScoreFacts =>
  (facts, asOf) =>
    change(right(facts, asOf));

const gapSubtracted = (found: Score): Score => ({
  ...found,
  components: Object.fromEntries(
    COMPONENTS.map((one) => {
      const component = found.components[one];
      return [one, { ...component, value: component.value - Math.abs(component.gap ?? 0) / 2 }];
    }),
  ) as Score["components"],
});

const worse = (item: Item): Item => ({ ...item, s: item.s < 1 ? 0 : 1 });

const mistakes: readonly [law: string, mistake: string, broken: ScoreFacts][] = [
  ["1", "a range that is not kept inside", withScore((s) => ({ ...s, lo: s.overall - 3 * s.se }))],
  [
    "2",
    "sums in the order given",
    (facts, asOf) =>
      right(
        facts.map((fact, i) => ({ ...fact, id: String(1000 + i) })),
        asOf,
      ),
  ],
  ["3", "missing = 0", withParameters({ m: 0 })],
  ["4", "late = 0", withItems(worse)],
  ["5", "kept is worth a little", withItems((item) => ({ ...item, s: item.s * 0.4 }), ["T1"])],
  ["6", "answered late = 0", withItems(worse, ["D2", "R5", "F5", "F6"])],
  ["7", "open counts as kept", withItems((item) => (item.fadesFrom === null ? { ...item, s: 1 } : item))],
  ["8", "late outdoes in time", withItems((item) => ({ ...item, s: 1.3 - item.s }), ["T1"])],
  [
    "8",
    "own word halves only what is in time",
    withItems((item) => (item.grows && item.fadesFrom !== null ? { ...item, size: 1 } : item), ["T4"]),
  ],
  [
    "9",
    "one side's barriers do not count",
    withItems((item) => (item.side === "community" ? { ...item, size: 0 } : item), ["F5"]),
  ],
  ["10", "the gap subtracted", withScore(gapSubtracted)],
  ["11", "days ahead read", createScorer((fact) => emit(fact, FAR), method202611).score],
  [
    "12",
    "a hard window of a year",
    (facts, asOf) =>
      right(
        facts.filter((fact) => (lastDayIn(fact) ?? asOf) > asOf - 365),
        asOf,
      ),
  ],
  ["13", "nothing fades", withParameters({ half_lives: { fast: 1e9, mid: 1e9, slow: 1e9 } })],
  ["14", "the same thing counted once", (facts, asOf) => right(facts.slice(0, 1), asOf)],
  ["15", "disputed in full", withParameters({ half_weight: 1 })],
  ["15, effect", "disputed weighs double", withParameters({ half_weight: 2 })],
  [
    "15, promise",
    "a disputed promise still kept",
    withSignals((signals, fact) =>
      fact.type === "commitment" ? emit({ ...fact, contested: null }, AS_OF) : signals,
    ),
  ],
  [
    "16",
    "A7 is joint",
    withMethod({
      rules: method202611.rules.map((rule) =>
        rule.id !== "A7"
          ? rule
          : {
              ...rule,
              split: "joint",
              items: (signals, context) =>
                rule.items(signals, context).map((item) => ({ ...item, side: "joint" })),
            },
      ),
    }),
  ],
  [
    "17",
    "an agreed rhythm is a shorter leash",
    withMethod({
      rules: method202611.rules.map((rule) =>
        rule.id !== "D1"
          ? rule
          : {
              ...rule,
              items: (signals, context) =>
                rule
                  .items(signals, context)
                  .map((item) => ({ ...item, s: signals.rhythms.length > 0 ? item.s / 2 : item.s })),
            },
      ),
    }),
  ],
  [
    "18",
    "told is invited",
    (facts, asOf) =>
      right(
        facts.map((fact) =>
          fact.type === "engagement-event" && fact.other === "for information"
            ? { ...fact, other: "absent" }
            : fact,
        ),
        asOf,
      ),
  ],
  [
    "input, contradictory",
    "more than all that could be had",
    withItems((item) => ({ ...item, s: item.s * 1.2 })),
  ],
  [
    "input, backdated",
    "days before a year begins count less",
    (facts, asOf) => right(facts, asOf < AS_OF ? asOf - 1 : asOf),
  ],
  [
    "input, erased",
    "a full house weighs less",
    (facts, asOf) =>
      createScorer(emit, {
        ...method202611,
        rules: method202611.rules.map((rule) => ({
          ...rule,
          items: (signals, context) =>
            rule.items(signals, context).map((item) => ({ ...item, size: item.size / facts.length })),
        })),
      }).score(facts, asOf),
  ],
  [
    "input, duplicated",
    "what is there already is let pass",
    (facts, asOf) =>
      right(
        facts.filter(({ id }, i) => facts.findIndex((one) => one.id === id) === i),
        asOf,
      ),
  ],
];

describe("each law goes red", () => {
  it("for every law", () => {
    expect(new Set(mistakes.map(([law]) => law))).toEqual(new Set(laws.map((law) => law.id)));
  });

  it.each(mistakes)("law %s on: %s", { timeout: 60_000 }, (id, _, broken) => {
    const law = laws.find((one) => one.id === id);
    const found = law && fc.check(law.about(broken), { seed: 20_261_101, numRuns: 500, endOnFailure: true });
    expect(found?.failed).toBe(true);
  });
});
