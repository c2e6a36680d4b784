import { v7 } from "uuid";
import { z } from "zod";

/** Beyond this the sequence of one instant would run over its 32 bits: it begins in the lower half. */
const HALF = 2 ** 31;
let last = { msecs: Number.NaN, seq: 0 };

/** A new id: UUID v7, so that ids sort by the time they were made, and within one instant in the order they were made. */
export function newId(at: Date = new Date()): string {
  const msecs = at.getTime();
  last = { msecs, seq: msecs === last.msecs ? last.seq + 1 : Math.floor(Math.random() * HALF) };
  return v7(last);
}

/** An id from an address, a form or the API. */
export const idSchema = z.uuid({ error: "This is not an address of this tracker" });
