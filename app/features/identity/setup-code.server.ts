import { createHash, randomInt, timingSafeEqual } from "node:crypto";

// The start and the built pages are two bundles in one process: what both know is kept where both find it.
const KEPT = Symbol.for("common-ground.setup-code");
type Kept = { hash: Buffer; tries: number };
type Keeper = { [KEPT]?: Kept | undefined };

/** Without letters and figures that look alike: about 59 bits in twelve. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 12;
const MAX_TRIES = 20;

/** Makes the one-time code that opens /setup, for as long as this process runs. Only its hash is kept. */
export function newSetupCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  (globalThis as Keeper)[KEPT] = { hash: hashOf(letters.join("")), tries: 0 };
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** Whether the text is the code, hyphens and small letters allowed. After twenty wrong ones no code is right. */
export function checkSetupCode(text: string): boolean {
  const kept = (globalThis as Keeper)[KEPT];
  if (!kept || kept.tries >= MAX_TRIES) return false;
  const right = timingSafeEqual(kept.hash, hashOf(text.toUpperCase().replace(/[^A-Z0-9]/g, "")));
  if (!right) kept.tries += 1;
  return right;
}

/** The code has done its work. */
export function forgetSetupCode(): void {
  (globalThis as Keeper)[KEPT] = undefined;
}

function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
