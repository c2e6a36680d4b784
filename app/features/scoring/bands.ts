import type { Range } from "./mmf.ts";

export const BANDS = ["at risk", "strained", "steady", "strong"] as const;
export type Band = (typeof BANDS)[number];

/** Lowest value of each band above the first (docs/method.md 5). */
const CUTS = [35, 50, 75] as const;

/** A value as it is shown: one decimal, half up. */
export function asShown(value: number): number {
  return Math.floor(value * 10 + 0.5) / 10;
}

/** The band of a value 0–100, judged on the value as shown (docs/method.md 5). */
export function bandOf(value: number): Band {
  return BANDS[CUTS.filter((cut) => asShown(value) >= cut).length] ?? "at risk";
}

/** The overall band: at most one above that of the weakest component (docs/method.md 5). */
export function cappedBand(overall: number, components: readonly number[]): Band {
  const weakest = BANDS.indexOf(bandOf(Math.min(...components)));
  return BANDS[Math.min(BANDS.indexOf(bandOf(overall)), weakest + 1)] ?? "at risk";
}

/** Whether a likely range holds a cut, so that the band next door is as likely: lo < cut ≤ hi (docs/method.md 5). */
export function holdsCut({ lo, hi }: Range): boolean {
  return CUTS.some((cut) => lo < cut && cut <= hi);
}
