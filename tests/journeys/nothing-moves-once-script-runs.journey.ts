import type { Page } from "@playwright/test";
import { expect, journey } from "./support/journey.ts";
import { signInAs } from "./support/sign-in.ts";

const SCRIPTS = "**/assets/*.js";
const own = "/areas/harbour-end";
/** Pages with what only works with script, and the forms and lists that people open most. */
const PATHS = [
  ...["/", "/account", "/account/passkeys", own, `${own}/health`, `${own}/actions`, `${own}/meetings`],
  ...[`${own}/meetings/new`, `${own}/commitments`, `${own}/requests`, `${own}/people`],
];
const WIDTHS = [360, 1280];
/** What a half pixel, rounded either way, may differ by. */
const PIXELS = 1;

type Place = { words: string; x: number; y: number };

/** Where everything that can be pressed stands. */
async function pressable(page: Page): Promise<Place[]> {
  await page.evaluate(() => document.fonts.ready);
  return page.locator(":is(a[href],button,summary,input,select):visible").evaluateAll((all) =>
    all.map((one) => {
      const { x, y } = one.getBoundingClientRect();
      const words = `${one.localName} ${one.id || one.textContent?.trim().slice(0, 40) || ""}`;
      return { words, x: Math.round(x + window.scrollX), y: Math.round(y + window.scrollY) };
    }),
  );
}

/** What stands elsewhere than before, of what was there before. */
function moved(before: readonly Place[], after: readonly Place[]): string[] {
  const left = [...after];
  return before.flatMap(({ words, x, y }) => {
    const at = left.findIndex((one) => one.words === words);
    const [now] = at < 0 ? [] : left.splice(at, 1);
    if (now && Math.abs(now.x - x) <= PIXELS && Math.abs(now.y - y) <= PIXELS) return [];
    return [`${words}: ${x},${y} > ${now ? `${now.x},${now.y}` : "gone"}`];
  });
}

async function compare(page: Page, path: string) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.route(SCRIPTS, (route) => route.abort());
    await page.goto(path);
    const before = await pressable(page);
    expect(before.length, `what can be pressed on ${path}`).toBeGreaterThan(3);
    await page.unroute(SCRIPTS);
    await page.goto(path);
    await page.waitForFunction(() => document.querySelector(".cg-needs-script--waits") === null);
    await page.waitForFunction(() => "__reactRouterDataRouter" in window);
    await page.waitForLoadState("networkidle");
    expect.soft(moved(before, await pressable(page)), `what moves on ${path} at ${width}`).toEqual([]);
  }
}

journey("nothing that can be pressed moves once script runs", async ({ page, watch }) => {
  watch.expect(/^net::ERR_FAILED GET .*\/assets\/.*\.js$/);
  await compare(page, "/sign-in");
  await signInAs(page, "chair@harbour.example");
  for (const path of PATHS) await compare(page, path);
});
