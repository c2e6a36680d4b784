import { expect, type Page } from "@playwright/test";

/** The password of every account of the demonstration place. */
export const demonstrationPassword = "common-ground-demo";

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;

/** Sessions of this worker, so that a run signs in once an account and stays under the limit of sign-ins. */
const sessions = new Map<string, Cookies>();

/** Signs in as an account of the demonstration place and ends on its home page, with or without JavaScript. */
export async function signInAs(page: Page, email: string): Promise<void> {
  const known = sessions.get(email);
  if (known) {
    await page.context().addCookies(known);
    await page.goto("/");
    if (await page.getByRole("button", { name: "Sign out", exact: true }).isVisible()) return;
  }
  await signInAfresh(page, email);
  sessions.set(email, await page.context().cookies());
}

/** Signs in through the form even where this account has a session already; for journeys about signing in and out. */
export async function signInAfresh(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(demonstrationPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}
