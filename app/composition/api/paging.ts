import { z } from "zod";

/** A list that takes no questions. */
export const noQuestions = z.object({});

/** A list that is short enough to be whole. */
export function onePage<T>(items: T[]): { items: T[]; count: number; page: number; pages: number } {
  return { items, count: items.length, page: 1, pages: 1 };
}
