import { createHmac } from "node:crypto";

/** Tells whether two instances sign with the same secret, and not what it is. */
export function secretCheck(secret: string, takenAt: string): string {
  return createHmac("sha256", secret).update(`backup of ${takenAt}`).digest("hex");
}
