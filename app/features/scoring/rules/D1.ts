import type { Parameters } from "../parameters.ts";
import { decay, type Rule } from "../rule.ts";
import type { SignalIndex } from "../signal-index.ts";

/** Being in touch says as much as six fresh facts. */
const SIZE = 6;

// The last of some dated signals; of several on one day the one with the greatest record id.
function last<T extends { readonly on: number }>(list: readonly T[]): T | null {
  return list.reduce<T | null>((best, one) => (best !== null && best.on > one.on ? best : one), null);
}

/** Days between contacts that cost nothing: what both sides agreed, within 42–120; nothing agreed, 42 (docs/method.md 3.1). */
export function freeDays(signals: SignalIndex, parameters: Parameters): number {
  const agreed = last(signals.rhythms.map((one) => ({ ...one, on: one.agreed })));
  if (!agreed) return parameters.cadence;
  return Math.max(parameters.cadence, Math.min(parameters.gap_max, agreed.longestGap));
}

/**
 * In touch (docs/method.md 3.1): how long the silence is, and how sure one can be of it. It is counted to today only
 * while somebody still records; after the horizon it stops, and certainty fades instead.
 */
export const D1: Rule = {
  id: "D1",
  component: "dialogue",
  anchor: false,
  split: "joint",
  halfLife: "fast",
  tau: null,
  scope: "area",
  name: "In touch",
  shows: "Whether the two sides are in touch as often as they agreed.",
  actions: ["C3.1", "P1.2", "P2.4", "P2.5", "P3.1"],
  items: (signals, { asOf, parameters }) => {
    const [contact, recorded] = [last(signals.contacts), last(signals.recorded)];
    if (!contact || !recorded) return [];
    const until = Math.min(asOf, recorded.on + parameters.horizon);
    const over = until - contact.on - freeDays(signals, parameters);
    const s = over <= 0 ? 1 : decay(over, parameters.cadence);
    return [{ record: contact.record, side: "joint", s, size: SIZE, grows: null, fadesFrom: until }];
  },
};
