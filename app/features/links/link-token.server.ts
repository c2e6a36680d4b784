import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** A new token: 256 random bits, as they stand in an address. It is shown or sent once and kept nowhere. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What is kept of a token. Its bits are random, so one round is enough. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether a part of an address can be a token at all. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
