import type { Page } from "@playwright/test";
import { thanks } from "../../app/features/evidence/kinds/thanks.ts";
import { exampleForm, postForm } from "./support/entry-forms.ts";
import { typePeople, unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible, picture } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

const own = "/areas/millbrook-rise";

async function logWithTheCounty(page: Page, title: string): Promise<string> {
  await page.goto(`${own}/meetings/new`);
  await page
    .getByRole("group", { name: "Which council is it about?" })
    .getByLabel(/Fernshire/)
    .check();
  await page.getByLabel("What was it about?").fill(title);
  await typePeople(page, 0, ["Tom Whitfield"]);
  await page.getByRole("button", { name: "Save meeting" }).click();
  await expect(page.getByText("Meeting logged.")).toBeVisible();
  return new URL(page.url()).pathname;
}

journey(
  "two people change one meeting, and the second sees both versions @both",
  async ({ page, newPerson, watch }, { project }) => {
    watch.expect(/^409 POST .*\/edit/);
    const title = `The crossing again, ${project.name}`;
    const worker = await newPerson();
    await signInAs(page, "chair@millbrook.example");
    await signInAs(worker, "worker@millbrook.example");
    const path = await logWithTheCounty(page, title);
    for (const person of [page, worker]) await person.goto(`${path}/edit`);

    await worker.getByLabel("What was it about?").fill(`${title}: the worker’s words`);
    await worker.getByRole("button", { name: "Save changes" }).click();
    await expect(worker.getByText("Saved.")).toBeVisible();

    await page.getByLabel("What was it about?").fill(`${title}: the chair’s words`);
    await page.getByRole("button", { name: "Save changes" }).click();
    const versions = page.getByRole("table", { name: "The two versions" });
    const row = versions.getByRole("row").filter({ hasText: "What it was about" });
    await expect(row).toContainText("the worker’s words");
    await expect(row).toContainText("the chair’s words");
    await expect(page.getByLabel("What was it about?")).toHaveValue(`${title}: the chair’s words`);
    await expectAccessible(page);
    await picture(page, "two-versions");
    await worker.reload();
    await expect(worker.getByRole("heading", { level: 1 })).toContainText("the worker’s words");

    // Having seen both, saving again is choosing.
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("the chair’s words");
  },
);

journey(
  "two people change one person's details, and the second keeps the text @both",
  async ({ page, newPerson, watch }, { project }) => {
    watch.expect(/^409 POST .*\/people\//);
    const name = project.name === "script" ? "Kemi Adebayo" : "Sunil Rao";
    const worker = await newPerson();
    await signInAs(page, "chair@millbrook.example");
    await signInAs(worker, "worker@millbrook.example");
    for (const person of [page, worker]) {
      await person.goto(`${own}/people`);
      await person.getByRole("link", { name, exact: true }).click();
      await expect(person.getByRole("heading", { level: 1, name })).toBeVisible();
      await unfold(person, "Change name or contact details");
    }
    await worker.getByLabel(/^Telephone number/).fill("01632 960 111");
    await worker.getByRole("button", { name: "Save changes" }).click();
    await expect(worker.getByText("Saved.")).toBeVisible();

    await page.getByLabel(/^Telephone number/).fill("01632 960 222");
    await page.getByRole("button", { name: "Save changes" }).click();
    const row = page
      .getByRole("table", { name: "The two versions" })
      .getByRole("row")
      .filter({ hasText: "Telephone number" });
    await expect(row).toContainText("01632 960 111");
    await expect(row).toContainText("01632 960 222");
    await expect(page.getByLabel(/^Telephone number/)).toHaveValue("01632 960 222");
    await expectAccessible(page);

    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("link", { name: "01632 960 222" })).toBeVisible();
  },
);

journey(
  "two people change one entry twice, and each time the second sees what is saved now @both",
  async ({ page, newPerson, watch }) => {
    watch.expect(/^409 POST .*\/edit/);
    const worker = await newPerson();
    await signInAs(page, "chair@millbrook.example");
    await signInAs(worker, "worker@millbrook.example");
    const form = [["intent", "record"], ["council", "fernshire-county"], ...exampleForm(thanks)] as const;
    const path = await postForm(page, `${own}/evidence/new/thanks`, form);
    const write = async (person: Page, words: string) => {
      await person.locator('[name="what"]').fill(words);
      await person.getByRole("button", { name: "Save changes" }).click();
    };
    const versions = page.getByRole("table", { name: "The two versions" });
    await page.goto(`${path}/edit`);
    for (const words of ["The worker’s first words", "The worker’s second words"]) {
      await worker.goto(`${path}/edit`);
      await write(worker, words);
      await expect(worker.getByRole("heading", { level: 1, name: words })).toBeVisible();
      await write(page, "The chair’s words");
      await expect(versions).toContainText(words);
      await expect(page.locator('[name="what"]')).toHaveValue("The chair’s words");
    }
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "The chair’s words" })).toBeVisible();
  },
);
