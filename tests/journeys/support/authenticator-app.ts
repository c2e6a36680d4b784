import { createHmac } from "node:crypto";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const STEP_S = 30;

/** What an authenticator app that was given this key shows now, or so many times thirty seconds later (RFC 6238). */
export function appCode(key: string, later = 0): string {
  const bits = [...key.replace(/[\s=]/g, "")]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1_000 / STEP_S) + later));
  const digest = createHmac("sha1", secret).update(step).digest();
  const from = (digest.at(-1) ?? 0) & 0x0f;
  return String((digest.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
