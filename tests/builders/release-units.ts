import { strataOf } from "~/features/releases/strata";
import type { Measured, Unit } from "~/features/releases/unit";

/** A source of chance that says the same again for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Invented relationships: `areas` of them under about two fifths as many councils, their classes as uneven as real ones. */
export function inventedUnits(areas: number, seed: number, measure = "overall"): Unit[] {
  const next = chance(seed);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0];
  const councils = Array.from({ length: Math.ceil(areas * 0.4) }, (_, i) => ({
    name: `council-${i}`,
    tier: pick(["unitary", "district", "district", "metropolitan", "london_borough", "county"]),
    region: `region ${Math.floor(9 * next() ** 1.5)}`,
    ruralUrban: pick(["Urban", "Urban", "Urban", "Urban with rural areas", "Rural"]),
  }));
  return Array.from({ length: areas }, (_, i) => {
    const council = councils[Math.floor(councils.length * next() ** 1.4)] ?? {
      name: "council-0",
      tier: "unitary",
      region: "region 0",
      ruralUrban: "Urban",
    };
    const traits = {
      ...council,
      months: Math.floor(next() * 40),
      lifecycle: next() < 0.9 ? "active" : "closing",
      quintile: 1 + Math.floor(5 * next() ** 2),
    };
    const figure: Measured = { value: 20 + 60 * next(), se: 4 + 8 * next() };
    return {
      id: `relationship-${i}`,
      area: `area-${i}`,
      council: council.name,
      strata: strataOf(traits),
      figures: new Map([[measure, figure]]),
      people: new Map(),
      counts: new Map(),
    };
  });
}
