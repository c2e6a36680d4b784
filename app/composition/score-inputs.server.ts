import { createHash } from "node:crypto";
import { type Fact, factSchema } from "~/features/scoring/facts";
import type { Change } from "~/features/scoring/rolled";

/** One more than the largest digest: sums of digests stay below it. */
const ROUND = 2n ** 256n;

/** A fact as text: by the schema that reads it, its keys sorted, what is empty left out. */
export function canonicalFact(fact: Fact): string {
  return JSON.stringify(sorted(factSchema.parse(fact)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const filled = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(
    filled.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  );
}

function digestOf(fact: Fact): bigint {
  return BigInt(`0x${createHash("sha256").update(canonicalFact(fact)).digest("hex")}`);
}

const asText = (sum: bigint) => (((sum % ROUND) + ROUND) % ROUND).toString(16).padStart(64, "0");

/** The hash of what a score is made from, whatever its order: the sum of the SHA-256 of each fact (docs/method.md 9). */
export function inputsOf(facts: readonly Fact[]): string {
  return asText(facts.reduce((sum, fact) => sum + digestOf(fact), 0n));
}

/** The same after a write: as costly as the write, whatever the history. */
export function inputsAfter(inputs: string, changes: readonly Change[]): string {
  const moved = changes.reduce(
    (sum, { before, after }) => sum - (before ? digestOf(before) : 0n) + (after ? digestOf(after) : 0n),
    BigInt(`0x${inputs}`),
  );
  return asText(moved);
}
