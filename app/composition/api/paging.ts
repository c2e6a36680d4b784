import { z } from "zod";

/** A list that takes no questions. */
export const noQuestions = z.object({});

/** A list that is short enough to be whole. */
export function onePage<T>(items: T[]): { items: T[]; count: number; page: number; pages: number } {
  return { items, count: items.length, page: 1, pages: 1 };
}

/** What a list answers. */
export function pageOf<I extends z.ZodType>(item: I) {
  return z.object({ items: z.array(item), count: z.int(), page: z.int(), pages: z.int() });
}
