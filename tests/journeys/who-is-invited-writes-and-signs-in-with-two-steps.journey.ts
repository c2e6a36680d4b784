import type { Page } from "@playwright/test";
import { appCode } from "./support/authenticator-app.ts";
import { typePeople } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { mailTo } from "./support/mail-in-log.ts";
import { expectAccessible } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

const own = "/areas/millbrook-rise";
const EMAIL = "nia.newcomer@invited.example";
const PASSWORD = "seven quiet herons by the weir";

/** A lead invites her as an editor; the link of the mail she gets. */
async function invite(page: Page): Promise<string> {
  await signInAs(page, "chair@millbrook.example");
  await page.goto(`${own}/team`);
  await page.getByText("Invite somebody", { exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill("Nia Newcomer");
  await page.getByLabel("E-mail address").fill(EMAIL);
  await page.getByLabel("Editor", { exact: true }).check();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("Nia Newcomer").first()).toBeVisible();
  return /\/invitation\/\S+/.exec(await mailTo(EMAIL))?.[0] ?? "";
}

async function accept(nia: Page, link: string): Promise<void> {
  await nia.goto(link);
  await expectAccessible(nia);
  await nia.getByLabel("Your name").fill("Nia Newcomer");
  await nia.getByLabel("Choose a password", { exact: true }).fill(PASSWORD);
  await nia.getByRole("button", { name: "Accept and open my account" }).click();
  await expect(nia.getByText("Your account is open, and you are signed in.")).toBeVisible();
}

async function writeMeeting(nia: Page): Promise<void> {
  const title = "What the county told the newcomer about the weir";
  await nia.goto(`${own}/meetings/new`);
  await nia
    .getByRole("group", { name: "Which council is it about?" })
    .getByLabel(/Fernshire/)
    .check();
  await nia.getByLabel("What was it about?").fill(title);
  await typePeople(nia, 0, ["Tom Whitfield"]);
  await nia.getByLabel("Nobody came from the partnership").check();
  await nia.getByRole("button", { name: "Save meeting" }).click();
  await expect(nia.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** Sets up an app; its key. */
async function setUpApp(nia: Page): Promise<string> {
  await nia.goto("/account/second-factor");
  const key = (await nia.getByTestId("authenticator-key").textContent()) ?? "";
  await nia.getByLabel("Code from the app").fill(appCode(key));
  await nia.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await nia.getByRole("button", { name: "Set up" }).click();
  await expect(nia.getByRole("heading", { name: /recovery codes/i })).toBeVisible();
  return key;
}

async function signIn(nia: Page): Promise<void> {
  await nia.goto("/sign-in");
  await nia.getByLabel("E-mail address", { exact: true }).fill(EMAIL);
  await nia.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await nia.getByRole("button", { name: "Sign in", exact: true }).click();
}

journey(
  "somebody who is invited accepts, writes, and signs in with two steps",
  async ({ page, newPerson, watch }) => {
    const link = await invite(page);
    const nia = await newPerson();
    await accept(nia, link);
    await writeMeeting(nia);
    const key = await setUpApp(nia);
    await nia.getByRole("button", { name: "Sign out", exact: true }).first().click();
    await expect(nia.getByRole("button", { name: "Sign out", exact: true })).toHaveCount(0);
    await signIn(nia);
    await expect(nia.getByRole("heading", { level: 1, name: "One more step" })).toBeVisible();
    await expectAccessible(nia);
    watch.expect(/^400 POST .*\/sign-in\/second-factor/);
    await nia.getByLabel("Code from your authenticator app").fill("000000");
    await nia.getByRole("button", { name: "Continue" }).click();
    await expect(nia.getByText("This is not a code of yours").first()).toBeVisible();
    // The code it was set up by counts once: the next one the app shows.
    await nia.getByLabel("Code from your authenticator app").fill(appCode(key, 1));
    await nia.getByRole("button", { name: "Continue" }).click();
    await expect(nia).not.toHaveURL(/sign-in/);
    // The link has done its work.
    watch.expect(/^404 GET .*\/invitation\//);
    const answer = await nia.goto(link);
    expect(await answer?.text()).toContain("opens nothing");
  },
);
