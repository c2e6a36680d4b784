/** A method's numbers. The keys are those of its published parameters, so that its hash can be checked (docs/method.md 9). */
export type Parameters = {
  /** Weight of the neutral prior in a component, and of the pooled value in a direction. */
  readonly a: number;
  readonly b: number;
  /** The neutral prior, 0..1. */
  readonly m: number;
  /** Z = n / (n + h): how many fresh facts give a stream half its say. */
  readonly h: number;
  /** The records' part of a component; the check-in has the rest. */
  readonly beh: number;
  /** The anchor's part of the records' part. */
  readonly anchor: number;
  /** How much imbalance costs, and from how many points on (MMF). */
  readonly alpha: number;
  readonly beta: number;
  /** Spread of what a stream does not yet say. */
  readonly tau: number;
  readonly prior_var: number;
  /** Standard errors to each end of the likely range. */
  readonly z: number;
  /** How far errors go together through the MMF. */
  readonly rho: number;
  /** Fewest people on a side whose check-in answers count. */
  readonly min_resp: number;
  /** Days after the last record for which silence is still counted. */
  readonly horizon: number;
  /** Penalty-free days between contacts: unless agreed, and at most. */
  readonly cadence: number;
  readonly gap_max: number;
  /** Least evidence for a component to be shown. */
  readonly E_min: number;
  /** What own word, and what a disputed record, weighs. */
  readonly half_weight: number;
  /** How often a due day can be moved. */
  readonly redatings: number;
  /** Points between the sides' views from which a gap is flagged. */
  readonly gap_flag: number;
  /** Days after which a fact weighs half. */
  readonly half_lives: { readonly fast: number; readonly mid: number; readonly slow: number };
};
