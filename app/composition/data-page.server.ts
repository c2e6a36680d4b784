import type { RouterContextProvider } from "react-router";
import { z } from "zod";
import { findHoldings } from "~/features/releases/holdings.queries.server";
import { FORMS, LICENCE, statusRows } from "~/features/releases/licence";
import { findReleases } from "~/features/releases/published.queries.server";
import { windowIn } from "~/features/releases/published-pages.queries.server";
import { READING } from "~/features/releases/reading";
import { heldRelease } from "~/features/research/data-view";
import { methods } from "~/features/scoring/methods";
import { TABLE_HEADS } from "./release-tables.server";
import { readResearch } from "./research-reading.server";

/** Releases on a page: a year of them. */
const RELEASES_A_PAGE = 4;

const search = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) });

/** Everything that can be taken away, a year of releases at a time, and what it all means. */
export async function loadDataPage(context: Readonly<RouterContextProvider>, url: URL, address: string) {
  const asked = search.parse(Object.fromEntries(url.searchParams));
  const found = await readResearch(context, async ({ tx }) => {
    const all = await findReleases(tx);
    const { page, pages, offset } = windowIn(all.length, { ...asked, per: RELEASES_A_PAGE });
    const releases = all.slice(offset, offset + RELEASES_A_PAGE);
    const holdings = await findHoldings(
      tx,
      releases.map(({ id }) => id),
    );
    return { page, pages, releases, holdings };
  });
  return {
    page: found.page,
    pages: found.pages,
    releases: found.releases.map((one) => heldRelease(one, TABLE_HEADS, found.holdings, address)),
    dictionary: TABLE_HEADS.map(({ name, title, columns }) => ({ name, title, columns })),
    statuses: statusRows(),
    licence: LICENCE,
    forms: FORMS.map(({ form, what }) => ({ key: form, value: what })),
    reading: READING,
    methods: methods.map(({ id }) => id),
  };
}
