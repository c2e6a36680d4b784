import { canariesIn, type Form, formOf, wordsOf } from "./canary-text";
import type { Answered, Sent } from "./fixtures-server";

type Server = { ask: (sent: Sent) => Promise<Answered> };

/** Where a word of the place was found: the word, in what form, and the address that first showed it so. */
export type Sighting = { canary: string; form: Form; at: string };

/** Pages a crawl stops at: more than any principal of the fixture can reach. */
const MOST_PAGES = 400;
const AT_ONCE = 6;

/**
 * Opens every page somebody can reach by links from `starts`, as HTML and (without a query) as data, and gives every
 * canary that was read on the way, in whatever it was written. Follows a filter or a page of a list once for each set of
 * names in its query, and what is printed only where `prints` says so: that takes a second each.
 */
export async function crawl(
  server: Server,
  cookie: string | undefined,
  starts: readonly string[],
  { prints = false } = {},
): Promise<{ sightings: Sighting[]; pages: string[] }> {
  const waiting = [...starts];
  const known = new Set(starts.map(shapeOf));
  const found = new Map<string, Sighting>();
  const pages: string[] = [];
  const visit = async (path: string) => {
    const page = await server.ask({ path, cookie });
    if (page.status >= 500 && !path.endsWith(".pdf")) throw new Error(`${path} answered ${page.status}`);
    pages.push(path);
    note(found, page, path);
    if (!path.includes("?") && /text\/html/.test(page.headers["content-type"] ?? "")) {
      const data = dataOf(path);
      note(found, await server.ask({ path: data, cookie }), data);
    }
    for (const link of linksOf(page, path)) {
      if (!prints && link.endsWith(".pdf")) continue;
      if (known.has(shapeOf(link)) || known.size >= MOST_PAGES) continue;
      known.add(shapeOf(link));
      waiting.push(link);
    }
  };
  while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(visit));
  return { sightings: [...found.values()], pages };
}

function note(found: Map<string, Sighting>, answer: Answered, at: string): void {
  const form = formOf(answer);
  for (const canary of canariesIn(wordsOf(answer)))
    if (!found.has(`${canary} ${form}`)) found.set(`${canary} ${form}`, { canary, form, at });
}

function dataOf(path: string): string {
  const [pathname = "/", query] = path.split("?");
  return `${pathname === "/" ? "/_root" : pathname}.data${query ? `?${query}` : ""}`;
}

/** Addresses of this site a page leads to, by link or by redirect. */
function linksOf({ body, headers }: Answered, from: string): string[] {
  const given = [...body.matchAll(/\b(?:href|action)="([^"]+)"/g)].map(([, link = ""]) =>
    link.replaceAll("&amp;", "&"),
  );
  const own = "http://own.invalid";
  return [...given, ...(headers.location ? [headers.location] : [])].flatMap((link) => {
    if (!URL.canParse(link, own + from)) return [];
    const url = new URL(link, own + from);
    const isPage = url.origin === own && !/^\/(assets|favicon)|\.(css|js|woff2?|svg)$/.test(url.pathname);
    return isPage && url.pathname !== "/sign-out" ? [url.pathname + url.search] : [];
  });
}

/** The address, with the names in its query and without their values. */
function shapeOf(path: string): string {
  const { pathname, searchParams } = new URL(path, "http://own.invalid");
  return `${pathname}?${[...new Set(searchParams.keys())].sort().join("&")}`;
}
