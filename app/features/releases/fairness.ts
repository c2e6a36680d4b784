/** Why a relationship is not set beside others (docs/method.md 13), in the order in which it is asked. */
export const UNFAIR = ["no consent", "not active", "stale", "incomplete", "thin", "no check-in"] as const;
export type Unfair = (typeof UNFAIR)[number];

/** The least evidence of each component for a fair comparison. */
export const LEAST_EVIDENCE = 0.25;

/** What has to be known of a relationship to say whether it may be compared. */
export type Comparable = {
  readonly consented: boolean;
  readonly open: boolean;
  readonly stale: boolean;
  readonly componentsMissing: number;
  /** The evidence of the component that has least, 0..1. */
  readonly leastEvidence: number;
  readonly sidesSurveyed: number;
};

/** The first reason against comparing it, or null: same method and same day are given, as a release has one of each. */
export function unfair(one: Comparable): Unfair | null {
  if (!one.consented) return "no consent";
  if (!one.open) return "not active";
  if (one.stale) return "stale";
  if (one.componentsMissing > 0) return "incomplete";
  if (one.leastEvidence < LEAST_EVIDENCE) return "thin";
  return one.sidesSurveyed < 2 ? "no check-in" : null;
}
