import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserType } from "playwright-core";
import { getLog } from "./log.server";

// From node_modules as it stands: it finds files of its own beside its code, which a bundle has not.
const load = createRequire(import.meta.url);
const chromium = () => (load("playwright-core") as { chromium: BrowserType }).chromium;

const OF_THE_SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const TIMEOUT_MS = 30_000;
/** How long a browser waits for the next page to print before it is closed. */
const IDLE_MS = 15_000;

let open: { browser: Promise<Browser>; users: number; closing: NodeJS.Timeout | null } | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** Where a Chromium is: CHROMIUM_PATH, the system's, or Playwright's own; undefined where there is none. */
function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return existsSync(named) ? named : undefined;
  return [...OF_THE_SYSTEM, chromium().executablePath()].find((path) => existsSync(path));
}

/**
 * Prints a whole HTML document of ours as a tagged PDF on A4; null where this machine has no Chromium, which
 * everything else does without, or where it failed.
 * The document brings all it needs: nothing is fetched, no script runs, and no cookie of anybody's is there.
 */
export async function printPdf(html: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const executablePath = findChromium();
  if (executablePath === undefined) return null;
  // One at a time: each holds the memory of a page.
  const printed = turn.then(() => withBrowser(executablePath, (browser) => print(browser, html)));
  // A browser that cannot start or takes too long is as good as none: the reader gets the page to print.
  const answer = printed.catch((error: unknown) => {
    getLog().warn({ reason: error instanceof Error ? error.name : "unknown" }, "no PDF was made");
    return null;
  });
  turn = answer;
  return answer;
}

async function print(browser: Browser, html: string): Promise<Uint8Array<ArrayBuffer>> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: "en-GB" });
  try {
    context.setDefaultTimeout(TIMEOUT_MS);
    await context.route("**/*", (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: "load", timeout: TIMEOUT_MS });
    const pdf = await page.pdf({
      format: "A4",
      tagged: true,
      outline: true,
      printBackground: true,
      margin: { top: "18mm", bottom: "20mm", left: "18mm", right: "18mm" },
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: FOOTER,
    });
    return new Uint8Array(pdf);
  } finally {
    await context.close();
  }
}

const FOOTER = `<div style="font: 8pt sans-serif; width: 100%; text-align: center; color: #444">
Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`;

/** Starting a browser costs a second: it stays for a while after its last page. */
async function withBrowser<T>(executablePath: string, work: (browser: Browser) => Promise<T>): Promise<T> {
  const mine = open ?? { browser: start(executablePath), users: 0, closing: null };
  open = mine;
  mine.users += 1;
  if (mine.closing) clearTimeout(mine.closing);
  try {
    return await work(await mine.browser);
  } catch (error) {
    // A browser that crashed is not asked again.
    if (open === mine) open = null;
    await close(mine.browser);
    throw error;
  } finally {
    mine.users -= 1;
    if (mine.users === 0) mine.closing = setTimeout(() => void closeIdle(mine), IDLE_MS).unref();
  }
}

function start(executablePath: string): Promise<Browser> {
  // Chromium's own sandbox refuses to run as root, as in a container.
  const isRoot = process.getuid?.() === 0;
  return chromium().launch({ executablePath, chromiumSandbox: !isRoot, timeout: TIMEOUT_MS });
}

async function closeIdle(idle: NonNullable<typeof open>): Promise<void> {
  if (open === idle) open = null;
  await close(idle.browser);
}

async function close(browser: Promise<Browser>): Promise<void> {
  await browser.then((one) => one.close()).catch(() => undefined);
}

/** Closes the browser that waits for the next page, if there is one: when the server stops, and after tests. */
export async function closePrinter(): Promise<void> {
  if (open?.closing) clearTimeout(open.closing);
  if (open) await closeIdle(open);
}
