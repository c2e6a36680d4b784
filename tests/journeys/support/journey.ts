import { test as base, type Page } from "@playwright/test";
import { Watch } from "./watch.ts";

type Fixtures = {
  /** Listens to every page of the journey; `watch.expect(/…/)` declares a fault that belongs to the story. */
  watch: Watch;
  /** Another person's browser: a page that shares nothing with the first, watched like it. */
  newPerson: () => Promise<Page>;
};

/**
 * A journey: `journey("a chair signs in", async ({ page }) => { … })`. It fails where any page writes an error to the
 * console, throws, or makes a request that fails, unless `watch.expect` declared it.
 */
export const journey = base.extend<Fixtures>({
  watch: [
    async ({ context }, use) => {
      const watch = new Watch();
      context.on("page", (page) => watch.listenTo(page));
      await use(watch);
      watch.judge();
    },
    { auto: true },
  ],
  newPerson: async ({ browser, watch, baseURL, javaScriptEnabled, locale, timezoneId }, use) => {
    const settings = { javaScriptEnabled, ...given({ baseURL, locale, timezoneId }) };
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async () => {
      const context = await browser.newContext(settings);
      contexts.push(context);
      context.on("page", (page) => watch.listenTo(page));
      return await context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from "@playwright/test";

/** The settings that are set: Playwright tells "absent" from "undefined". */
function given<Values extends Record<string, string | undefined>>(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
