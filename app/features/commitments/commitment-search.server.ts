import { z } from "zod";
import type { AreaActor } from "../identity/actor";
import { LIST_STATES, type ListFilter, WHOSE } from "./commitment-view";

const PAGES_MAX = 10_000;

/** What a list of promises can be asked. */
export const commitmentSearch = z.object({
  state: z.enum(LIST_STATES).catch("unfinished"),
  whose: z.enum(WHOSE).catch("all"),
  council: z.string().nullable().catch(null),
  waiting: z
    .literal("1")
    .transform(() => true)
    .catch(false),
  page: z.coerce.number().int().min(1).max(PAGES_MAX).catch(1),
});

/** What an address asks of the list; what it does not know falls back to the list as it is without. */
export function readFilter(url: URL, actor: Pick<AreaActor, "relationships">): ListFilter {
  const asked = commitmentSearch.parse(
    Object.fromEntries(
      ["state", "whose", "council", "waiting", "page"].map((name) => [name, url.searchParams.get(name)]),
    ),
  );
  const known = actor.relationships.some(({ councilSlug }) => councilSlug === asked.council);
  return { ...asked, council: known ? asked.council : null };
}
