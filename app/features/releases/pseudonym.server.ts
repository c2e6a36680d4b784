import { createHash, createHmac } from "node:crypto";

/** Letters of a pseudonym: 64 bits, so that two of 100,000 areas share one with a chance of one in a thousand million. */
const PSEUDONYM_LENGTH = 16;

/**
 * What a relationship is called in one study: the same in all its releases, of no use in any other, and without the key
 * (32 bytes of chance, in no database) nobody's, whatever else they know.
 */
export function pseudonymOf(key: Uint8Array, relationshipId: string): string {
  return createHmac("sha256", key).update(relationshipId).digest("hex").slice(0, PSEUDONYM_LENGTH);
}

/** A key's digest, as the database keeps it: to notice a wrong key, and of no use to make a pseudonym. */
export function hashOfKey(key: Uint8Array): string {
  return createHash("sha256").update(key).digest("hex");
}
