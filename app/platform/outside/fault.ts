/** In what way a service outside did not answer as it should; also why it was not asked at all. */
export type FaultKind =
  | "slow"
  | "unreachable"
  | "redirect"
  | "status"
  | "type"
  | "large"
  | "json"
  | "shape"
  /** It failed three times and is left in peace for a while. */
  | "resting"
  /** This installation asks nobody outside. */
  | "off";

/** An answer that cannot be used. It carries no address and nothing of what was asked. */
export class OutsideFault extends Error {
  readonly kind: FaultKind;
  readonly status: number | null;
  constructor(kind: FaultKind, status: number | null = null) {
    super(`an outside service did not answer as it should: ${kind}`);
    this.kind = kind;
    this.status = status;
  }
}
