import { v7 } from "uuid";
import { z } from "zod";

/** A new id: UUID v7, so that ids sort by the time they were made. */
export function newId(at: Date = new Date()): string {
  return v7({ msecs: at.getTime() });
}

/** An id from an address, a form or the API. */
export const idSchema = z.uuid({ error: "This is not an address of this tracker" });
