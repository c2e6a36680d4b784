import { expect, type Locator, type Page } from "@playwright/test";
import { signInAs } from "./sign-in.ts";

/** The area and the council of the journeys about one record: their figures are read by no other journey. */
export const AREA = "/areas/millbrook-rise";
const COUNTY = /Fernshire/;

/** Somebody of each side, signed in: who leads for the partnership, and for the county. */
export async function bothSides(chair: Page, newPerson: () => Promise<Page>): Promise<[Page, Page]> {
  const county = await newPerson();
  await signInAs(chair, "chair@millbrook.example");
  await signInAs(county, "lead@county.example");
  return [chair, county];
}

/** Says that it is about the county: asked of the partnership, which works with two councils. */
export async function aboutTheCounty(page: Page): Promise<void> {
  await page
    .getByRole("group", { name: /^(Which council|With which council)/ })
    .getByLabel(COUNTY)
    .check();
}

/** Presses a button, and waits until what it sent is answered and the page that follows stands. */
export async function press(within: Page | Locator, button: string | RegExp, page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  const exact = typeof button === "string";
  await within.getByRole("button", { name: button, ...(exact ? { exact } : {}) }).click();
  expect((await answered).status(), `the answer to “${button}”`).toBeLessThan(400);
  await page.waitForFunction(() => {
    const { __reactRouterDataRouter: router } = window as unknown as {
      __reactRouterDataRouter?: { state: { navigation: { state: string } } };
    };
    return router?.state.navigation.state === "idle";
  });
}

/** Opens the page the other stands on, as this person. */
export async function follow(page: Page, other: Page): Promise<void> {
  await page.goto(new URL(other.url()).pathname);
}

/** The value beside a key, in a page's summary. */
export function rowNamed(page: Page, key: string | RegExp): Locator {
  return page
    .locator(".govuk-summary-list__row")
    .filter({ has: page.locator("dt").filter({ hasText: key }) })
    .locator("dd")
    .first();
}
