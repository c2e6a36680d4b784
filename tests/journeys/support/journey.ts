import { type BrowserContext, test as base, type Page } from "@playwright/test";
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
  newPerson: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      context.on("page", (page) => watch.listenTo(page));
      return await context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from "@playwright/test";
