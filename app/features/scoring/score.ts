import { type Band, bandOf, cappedBand, holdsCut } from "./bands.ts";
import type { Day } from "./day.ts";
import { COMPONENTS, type Component, type Side } from "./facts.ts";
import { type Method, streamsOf, weightInDirection } from "./method.ts";
import { type Estimate, likelyRange, meanMin } from "./mmf.ts";
import type { Parameters } from "./parameters.ts";
import { type Filled, type Pool, perceptionGap, pool } from "./pool.ts";
import { SignalIndex } from "./signal-index.ts";
import type { Signal, Stands } from "./signals.ts";
import {
  addItems,
  emptyTally,
  filledStreams,
  latestDay,
  perComponent,
  ruledItems,
  type ScoredItem,
  type Tally,
  weigh,
} from "./tally.ts";

export type ComponentStatus = "not enough evidence" | "limited" | "moderate" | "good";
export type OverallStatus = "scored" | "provisional" | "not scored";

/** One stream with something in it. `n`, `S` sums of w and s·w; `x` = S/n, 0..1; `Z` its credibility, 0..1. */
export type Stream = {
  readonly indicator: string;
  readonly component: Component;
  readonly side: Stands;
  readonly weight: number;
  readonly items: number;
  readonly n: number;
  readonly S: number;
  readonly x: number;
  readonly Z: number;
  /** Points by which it lifts or lowers each direction it is in: 100·W·Z·(x − direction)/D (docs/method.md 7). */
  readonly contributions: Readonly<Record<Side, number | null>>;
};

/** How one side does as a partner to the other, 0–100; evidence = Σ W Z. */
export type Direction = Estimate & { readonly lo: number; readonly hi: number; readonly evidence: number };

export type ComponentScore = Direction & {
  readonly pooled: number;
  readonly pooledSe: number;
  readonly coverage: number;
  /** Community's view of the council less the council's of the community, in points; never scored. */
  readonly gap: number | null;
  readonly gapSe: number | null;
  readonly gapFlag: boolean;
  readonly status: ComponentStatus;
  readonly band: Band | null;
  readonly borderline: boolean;
  readonly council: Direction;
  readonly community: Direction;
  readonly streams: readonly Stream[];
};

/** The figures of one relationship on one day. Values and errors in points, 0–100. */
export type Figures = {
  readonly method: string;
  readonly parameterHash: string;
  readonly asOf: Day;
  readonly overall: number;
  readonly se: number;
  readonly lo: number;
  readonly hi: number;
  readonly status: OverallStatus;
  /** Components without enough evidence. */
  readonly missing: readonly Component[];
  readonly band: Band | null;
  readonly stale: boolean;
  readonly borderline: boolean;
  readonly daysSinceLastRecord: number | null;
  readonly components: Readonly<Record<Component, ComponentScore>>;
};

/** Figures with the items they were made from, in id order within each indicator. */
export type Score = Figures & { readonly items: readonly ScoredItem[] };

/** Days without a record after which bands are withheld. */
export const STALE_AFTER_DAYS = 120;
// Evidence from which a component is called moderate, and good; pairs it must have to be shown (docs/method.md 5).
const MODERATE_FROM = 0.25;
const GOOD_FROM = 0.45;
const MIN_PAIRS = 3;

function asDirection(found: Pool, z: number): Direction {
  const estimate = { value: 100 * found.value, se: 100 * Math.sqrt(found.variance) };
  return { ...estimate, ...likelyRange(estimate, z), evidence: found.evidence };
}

function componentStatus(evidence: number, pairs: number, parameters: Parameters): ComponentStatus {
  if (evidence < parameters.E_min || pairs < MIN_PAIRS) return "not enough evidence";
  if (evidence < MODERATE_FROM) return "limited";
  return evidence < GOOD_FROM ? "moderate" : "good";
}

function streamShown(one: Filled, pools: Record<Side, Pool>): Stream {
  const { place, sums, x, Z } = one;
  const toward = (side: Side) => {
    const weight = weightInDirection(place, side);
    return weight === 0 ? null : (100 * weight * Z * (x - pools[side].value)) / pools[side].D;
  };
  return {
    indicator: place.rule.id,
    component: place.component,
    side: place.side,
    weight: place.weight,
    ...{ items: sums.items, n: sums.n, S: sums.S, x, Z },
    contributions: { council: toward("council"), community: toward("community") },
  };
}

function scoreComponent(component: Component, filled: readonly Filled[], tally: Tally, method: Method) {
  const { parameters } = method;
  const { a, b, m, prior_var, z } = parameters;
  const places = streamsOf(method).filter((place) => place.component === component);
  const weights = places.map((place) => place.weight);
  const pooled = pool(filled, weights, { mass: a, value: m, variance: prior_var }, parameters);
  const towards = (side: Side) => {
    const own = filled.map((one) => ({ ...one, weight: weightInDirection(one.place, side) }));
    const all = places.map((place) => weightInDirection(place, side));
    return pool(own, all, { mass: b, value: pooled.value, variance: pooled.variance }, parameters);
  };
  const pools = { council: towards("council"), community: towards("community") };
  const [council, community] = [asDirection(pools.council, z), asDirection(pools.community, z)];
  const estimate = meanMin([council, community], parameters);
  const status = componentStatus(pooled.evidence, tally.pairs[component], parameters);
  return {
    ...estimate,
    ...likelyRange(estimate, z),
    pooled: 100 * pooled.value,
    pooledSe: 100 * Math.sqrt(pooled.variance),
    evidence: pooled.evidence,
    coverage: filled.reduce((sum, one) => sum + one.weight, 0),
    ...perceptionGap(filled, parameters),
    status,
    council,
    community,
    streams: filled.map((one) => streamShown(one, pools)),
  };
}

/** Figures from a tally: everything of docs/method.md 4–6. Needs no record, so rolled sums do as well. */
export function figures(tally: Tally, method: Method, asOf: Day): Figures {
  const { parameters } = method;
  const filled = filledStreams(tally, method).map(({ place, sums }): Filled => {
    const x = Math.min(1, Math.max(0, sums.S / sums.n));
    return { place, sums, x, Z: sums.n / (sums.n + parameters.h), weight: place.weight };
  });
  const daysSinceLastRecord = tally.latest === null ? null : asOf - tally.latest;
  const stale = daysSinceLastRecord !== null && daysSinceLastRecord > STALE_AFTER_DAYS;
  const components = perComponent((component): ComponentScore => {
    const own = filled.filter(({ place }) => place.component === component);
    const found = scoreComponent(component, own, tally, method);
    const band = stale || found.status === "not enough evidence" ? null : bandOf(found.value);
    return { ...found, band, borderline: band !== null && holdsCut(found) };
  });
  const list = COMPONENTS.map((component) => components[component]);
  const overall = meanMin(list, parameters);
  const range = likelyRange(overall, parameters.z);
  const missing = COMPONENTS.filter((one) => components[one].status === "not enough evidence");
  const status = missing.length === 0 ? "scored" : missing.length <= 2 ? "provisional" : "not scored";
  const shown = list.filter((one) => one.status !== "not enough evidence").map((one) => one.value);
  const band = stale || status === "not scored" ? null : cappedBand(overall.value, shown);
  return {
    method: method.id,
    parameterHash: method.parameterHash,
    asOf,
    overall: overall.value,
    se: overall.se,
    ...range,
    ...{ status, missing, band, stale, borderline: band !== null && holdsCut(range) },
    daysSinceLastRecord,
    components,
  };
}

/**
 * The score of one relationship on a day, from the signals of its facts as of that day (docs/method.md). Pure; the order
 * of records does not change a bit of it, since every sum is made in id order. No signals: 50, "not scored".
 */
export function score(signals: readonly Signal[], method: Method, asOf: Day): Score {
  const index = new SignalIndex(signals);
  const items = weigh(ruledItems(index, method, asOf), index, method, asOf);
  const tally = emptyTally(latestDay(index));
  addItems(tally, items);
  return { ...figures(tally, method, asOf), items };
}
