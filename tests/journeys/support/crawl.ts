import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll, picture } from "./pages.ts";

type CrawlOptions = {
  /** Names the account's pictures. */
  name: string;
  /** Most pages opened; further links are only asked for. */
  most?: number;
  /** Pages of one form (two meetings, two pages of a list) that are opened; the others are asked for alone. */
  ofOneForm?: number;
  /** Further looks at each page. */
  look?: (page: Page) => Promise<void>;
};

const ASKED_AT_MOST = 60;
/** What a browser keeps instead of showing. */
const FILE = /\/files\/[0-9a-f-]{36}$|\.(pdf|docx|xlsx|csv|json)$/;

/**
 * Follows the links from home, as somebody with time would: each page answers 200, breaks no rule of accessibility
 * that a machine knows, needs no sideways scroll on a narrow phone, and links to nothing that is not there.
 * Gives the paths that were opened.
 */
export async function crawl(
  page: Page,
  { name, most = 75, ofOneForm = 1, look }: CrawlOptions,
): Promise<string[]> {
  const known = new Set(["/"]);
  const forms = new Map<string, number>();
  // Pages first, then the same pages asked for with a filter or another page of a list.
  const waiting = ["/"];
  const asked: string[] = [];
  const take = () => waiting.shift() ?? asked.shift();
  const opened: string[] = [];
  const others: string[] = [];
  for (let next = take(); next !== undefined; next = take()) {
    const form = formOf(next);
    const times = forms.get(form) ?? 0;
    if (times >= ofOneForm || opened.length >= most || FILE.test(next)) {
      others.push(next);
      continue;
    }
    forms.set(form, times + 1);
    await openAndJudge(page, next);
    if (times === 0) await picture(page, `${name}${form.replaceAll(/[^a-z]+/gi, "-")}`);
    await look?.(page);
    opened.push(next);
    for (const link of await internalLinks(page)) {
      if (known.has(link)) continue;
      known.add(link);
      (link.includes("?") ? asked : waiting).push(link);
    }
  }
  await expectAnswers(page, others.slice(0, ASKED_AT_MOST));
  return opened;
}

async function openAndJudge(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect.soft(answer?.status(), `the status of ${path}`).toBe(200);
  await expect.soft(page.getByRole("heading", { level: 1 }), `the headings of ${path}`).toHaveCount(1);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

async function expectAnswers(page: Page, paths: readonly string[]): Promise<void> {
  const dead: string[] = [];
  for (const path of paths) {
    const answer = await page.request.get(path);
    if (answer.status() !== 200) dead.push(`${answer.status()} ${path}`);
  }
  expect(dead, "links to what is not there").toEqual([]);
}

/** The addresses of this place that the page links to, without the part after "#". */
async function internalLinks(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const origin = new URL(page.url()).origin;
  return hrefs
    .map((href) => new URL(href))
    .filter((url) => url.origin === origin)
    .map((url) => url.pathname + url.search);
}

/** What kind of page an address is: ids and the values of its questions taken out. */
function formOf(path: string): string {
  const url = new URL(path, "http://here");
  const asked = [...url.searchParams.keys()].sort().join(" ");
  return `${url.pathname.replaceAll(/\/[0-9a-f-]{36}/g, "/one").replace(/(?<=\/health\/)[a-z]+/, "one")} ${asked}`;
}
