import type { Page } from "@playwright/test";
import { typePeople } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { signInAs } from "./support/sign-in.ts";

const own = "/areas/millbrook-rise";

async function writeMeeting(page: Page, title: string) {
  await page.goto(`${own}/meetings/new`);
  await page
    .getByRole("group", { name: "Which council is it about?" })
    .getByLabel(/Fernshire/)
    .check();
  await page.getByLabel("What was it about?").fill(title);
  await typePeople(page, 0, ["Tom Whitfield"]);
}

async function expectOne(page: Page, title: string) {
  await page.goto(`${own}/meetings`);
  await expect(page.getByRole("link", { name: title, exact: true })).toHaveCount(1);
}

journey("a meeting saved with two fast clicks is one meeting @both", async ({ page }, { project }) => {
  const title = `Clicked twice, ${project.name}`;
  await signInAs(page, "chair@millbrook.example");
  await writeMeeting(page, title);
  await page.getByRole("button", { name: "Save meeting" }).dblclick({ noWaitAfter: true });
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expectOne(page, title);
});

journey("a meeting sent again is one meeting @both", async ({ page }, { project }) => {
  const title = `Sent again, ${project.name}`;
  await signInAs(page, "chair@millbrook.example");
  await writeMeeting(page, title);
  const sending = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: "Save meeting" }).click();
  const sent = await sending;
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const again = await page.request.fetch(sent.url(), {
    method: "POST",
    headers: { ...sent.headers(), origin: new URL(page.url()).origin },
    data: sent.postData() ?? "",
    maxRedirects: 0,
  });
  expect(again.status(), "the answer to what was sent again").toBeLessThan(400);
  await expectOne(page, title);
});
