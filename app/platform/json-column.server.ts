import type { Prisma } from "./db.server";

/** A value as JSON for a column: dates become text, undefined goes. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
