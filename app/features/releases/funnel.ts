import type { Pooled } from "./pooling.ts";

/** Standard errors to the 95% and the 99.8% limit of a funnel (Spiegelhalter 2005). */
export const FUNNEL_LIMITS = { warning: 1.959964, alarm: 3.090232 } as const;

/** Where areas of one precision would lie by chance and by how areas differ; in points, within 0–100. */
export type FunnelLine = {
  readonly se: number;
  readonly warning: { readonly lo: number; readonly hi: number };
  readonly alarm: { readonly lo: number; readonly hi: number };
};

/**
 * The limits of a funnel plot at one precision: the group's mean ± z·√(SE² + τ²), so that true differences between
 * areas widen it (additive over-dispersion, Spiegelhalter 2005).
 */
export function funnelAt(se: number, group: Pooled): FunnelLine {
  const spread = Math.sqrt(se ** 2 + group.between ** 2);
  const at = (z: number) => ({
    lo: Math.max(0, group.mean - z * spread),
    hi: Math.min(100, group.mean + z * spread),
  });
  return { se, warning: at(FUNNEL_LIMITS.warning), alarm: at(FUNNEL_LIMITS.alarm) };
}

/**
 * The limits of a binomial funnel for counts such as promises kept on their day: the shares of n, 0–100, that at most
 * (1 − inside)/2 of areas would pass on either side by chance alone, were each promise kept with the group's share.
 * Exact: the quantiles of the binomial distribution. `share` 0..1, `n` at least 1, `inside` 0..1.
 */
export function binomialLimits(n: number, share: number, inside: number): { lo: number; hi: number } {
  const tail = (1 - inside) / 2;
  return { lo: (100 * quantile(n, share, tail)) / n, hi: (100 * quantile(n, share, 1 - tail)) / n };
}

/** The least count whose cumulative probability reaches p. */
function quantile(n: number, share: number, p: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return n;
  let log = n * Math.log(1 - share);
  let below = Math.exp(log);
  let k = 0;
  while (below < p - 1e-12 && k < n) {
    log += Math.log((n - k) / (k + 1)) + Math.log(share / (1 - share));
    k += 1;
    below += Math.exp(log);
  }
  return k;
}
