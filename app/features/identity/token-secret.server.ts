import { createHash, randomBytes } from "node:crypto";

const MARK = "cg_";
const SHAPE = /^cg_[A-Za-z0-9_-]{43}$/;
/** Enough to tell one's tokens apart; 220 of the 256 bits stay unknown to whoever reads the list. */
const PREFIX_LENGTH = 9;

/** A new token of 256 random bits, with what is kept of it. It is shown once and kept nowhere. */
export function makeToken(): { token: string; prefix: string; tokenHash: string } {
  const token = MARK + randomBytes(32).toString("base64url");
  return { token, prefix: token.slice(0, PREFIX_LENGTH), tokenHash: hashOf(token) };
}

/** What is kept of a token that was sent, or null where it is none of ours by its look. */
export function hashSent(token: string): string | null {
  return SHAPE.test(token) ? hashOf(token) : null;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
