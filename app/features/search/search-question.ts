import { z } from "zod";

const WORDS_MOST = 8;

const question = z.object({
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type SearchQuestion = { q: string; words: string[]; page: number };

/** What is asked: at most eight words, all of which have to be there. Anything that is no question is an empty one. */
export function readQuestion(search: URLSearchParams): SearchQuestion {
  const { q, page } = question.parse(Object.fromEntries(search));
  const clean = q.toWellFormed().replace(/\p{Cc}/gu, " ");
  const words = clean.split(/\s+/).filter((word) => word !== "");
  return { q: clean.trim(), words: [...new Set(words)].slice(0, WORDS_MOST), page };
}

/** A word as a pattern finds it: what stands for "anything" there stands for itself. */
export function escapePattern(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}
