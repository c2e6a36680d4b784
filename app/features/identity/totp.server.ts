import { createHmac, timingSafeEqual } from "node:crypto";

const STEP_MS = 30_000;
const DIGITS = 6;
/** A clock half a minute out either way is forgiven. */
const AROUND = [0, -1, 1];
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code of a half minute, as RFC 6238 makes it of a secret. */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  const number = mac.readUInt32BE(at) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** The half minute it is. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / STEP_MS);
}

/** The half minute a code is of, where it is one of about now; null: it is none. */
export function matchCode(secret: Buffer, code: string, now: Date): number | null {
  const given = Buffer.from(code.padEnd(DIGITS).slice(0, DIGITS));
  const matching = AROUND.map((off) => stepOf(now) + off).filter((step) => {
    const right = Buffer.from(codeAt(secret, step));
    return code.length === DIGITS && given.length === right.length && timingSafeEqual(given, right);
  });
  return matching[0] ?? null;
}

/** Bytes in the letters and figures that people can type into an authenticator app. */
export function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}

/** The address an authenticator app reads from a code: whose account, where, and the secret. */
export function authenticatorAddress(secret: Buffer, email: string): string {
  const query = new URLSearchParams({ secret: toBase32(secret), issuer: "Common Ground" });
  return `otpauth://totp/${encodeURIComponent(`Common Ground:${email}`)}?${query.toString().replaceAll("+", "%20")}`;
}
