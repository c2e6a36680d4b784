import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const picturesFolder = ".cache/screens";
/** A small phone and a desk. */
const widths = [360, 1280];

/** Nothing on the page breaks WCAG 2.2 AA, as far as a machine can tell, at the page's present width. */
export async function expectAccessible(page: Page): Promise<void> {
  const hasScript = test.info().project.use.javaScriptEnabled !== false;
  const violations = hasScript ? await violationsOf(page) : await violationsOfCopy(page);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}`),
  );
  expect(found, `what axe finds on ${page.url()}`).toEqual([]);
}

async function violationsOf(page: Page) {
  return (await new AxeBuilder({ page }).withTags(standards).analyze()).violations;
}

/** Axe needs a page that runs scripts: looks at a copy of the page as it stands, its own scripts taken out. */
async function violationsOfCopy(page: Page) {
  const html = (await page.content()).replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
  const context = await page
    .context()
    .browser()
    ?.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  if (!context) throw new Error("This browser opens no further window");
  const copy = await context.newPage();
  await copy.route(page.url(), (route) =>
    route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }),
  );
  await copy.goto(page.url());
  const violations = await violationsOf(copy);
  await context.close();
  return violations;
}

/** No part of the page is wider than the window, down to 320 px: nobody has to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, width = 320): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (before) await page.setViewportSize(before);
  expect(tooWide, `pixels of ${page.url()} beyond ${width}`).toBeLessThanOrEqual(0);
}

/** With SCREENS=1, keeps pictures of the whole page on a phone and on a desk, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENS !== "1") return;
  mkdirSync(picturesFolder, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `${picturesFolder}/${name}-${width}.png`, fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}
