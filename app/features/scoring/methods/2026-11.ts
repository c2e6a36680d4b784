import { dayOf } from "../day.ts";
import type { Method } from "../method.ts";
import { rules } from "../rules/index.ts";

/** The indicators of this method; later ones in the list of rules are not its business. */
const INDICATORS = [
  ...["R1", "R2", "R3", "R4", "R5"],
  ...["T1", "T2", "T3", "T4", "T5"],
  ...["D1", "D2", "D3", "D4", "D5"],
  ...["F1", "F2", "F3", "F4", "F5", "F6"],
  ...["A1", "A2", "A3", "A4", "A5", "A6", "A7"],
  "P",
];

/**
 * Method 2026-11 (docs/method.md). Frozen once live: a changed weight, formula or half-life is a new file with a new
 * id, and this one stays runnable. The hash is SHA-256 over half-lives, id and parameters (docs/method.md 9); a test
 * works it out again.
 */
export const method202611: Method = {
  id: "2026-11",
  from: dayOf("2026-11-01"),
  rules: rules.filter((rule) => INDICATORS.includes(rule.id)),
  parameters: {
    a: 0.05,
    b: 0.05,
    m: 0.5,
    h: 3,
    beh: 0.6,
    anchor: 0.4,
    alpha: 0.5,
    beta: 10,
    tau: 0.25,
    prior_var: 0.08333333333333333,
    z: 1.645,
    rho: 0.25,
    min_resp: 3,
    horizon: 60,
    cadence: 42,
    gap_max: 120,
    E_min: 0.1,
    half_weight: 0.5,
    redatings: 2,
    gap_flag: 20,
    half_lives: { fast: 90, mid: 180, slow: 365 },
  },
  parameterHash: "c931fac3db5c17d80f8884813c0df27dd2b6ee07d8076cd6609fd1ab9d83ff7d",
};
