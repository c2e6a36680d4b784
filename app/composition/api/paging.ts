import { z } from "zod";

/** A list that takes no questions. */
export const noQuestions = z.object({});

/** How many entries a page may be asked to have. */
const MOST_A_PAGE = 200;

/** How many entries of a list are asked for at once; left out, as many as its page shows. */
export const perPage = z.coerce.number().int().min(1).max(MOST_A_PAGE);

type Page<T> = { items: T[]; count: number; page: number; pages: number };

/** A list that is short enough to be whole. */
export function onePage<T>(items: T[]): Page<T> {
  return { items, count: items.length, page: 1, pages: 1 };
}

/** What a list answers. */
export function pageOf<I extends z.ZodType>(item: I) {
  return z.object({ items: z.array(item), count: z.int(), page: z.int(), pages: z.int() });
}

/**
 * A page of another size, put together from the pages a list has by itself: how long those are is seen on the first.
 * Asked for beyond the last page, it is the last one.
 */
export async function pageOfSize<T>(
  read: (page: number) => Promise<Page<T>>,
  { page: asked, per }: { page: number; per: number },
): Promise<Page<T>> {
  const first = await read(1);
  const own = first.pages > 1 ? first.items.length : Math.max(1, first.items.length);
  const pages = Math.max(1, Math.ceil(first.count / per));
  const page = Math.min(asked, pages);
  const from = (page - 1) * per;
  const until = Math.min(first.count, from + per);
  const items: T[] = [];
  for (let at = Math.floor(from / own) + 1; (at - 1) * own < until; at++) {
    const part = at === 1 ? first : await read(at);
    items.push(...part.items.slice(Math.max(0, from - (at - 1) * own), until - (at - 1) * own));
  }
  return { items, count: first.count, page, pages };
}
