import type { Page } from "@playwright/test";
import { AREA, aboutTheCounty, bothSides, follow, press, rowNamed } from "./support/both-sides.ts";
import { dayAhead, typeDay, unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible } from "./support/pages.ts";

const title = "Working together on the river path";
const signed = "signed.pdf";

async function sign(page: Page) {
  const form = await unfold(page, "Note your side’s signature");
  await form.getByLabel("Who signed for your side?").selectOption({ index: 1 });
  await press(form, "Save the signature", page);
}

async function attachSignedCopy(page: Page, own: string) {
  await page.getByRole("link", { name: "Add a file" }).click();
  const buffer = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  await page.getByLabel("The file").setInputFiles({ name: signed, mimeType: "application/pdf", buffer });
  await page.getByLabel("Both sides", { exact: true }).check();
  await press(page, "Add the file", page);
  await page.goto(own);
  await press(await unfold(page, "Say which file is the signed copy"), "Save", page);
}

journey(
  "an agreement is written from a template, agreed and signed by both, and changed by both",
  async ({ page, newPerson, watch }) => {
    watch.expect(/404 GET .*\/agreements\//);
    const [chair, county] = await bothSides(page, newPerson);
    await chair.goto(`${AREA}/agreements/new`);
    await chair.getByRole("link", { name: "Start from a template" }).click();
    await expect(chair.getByLabel("Roles and responsibilities")).toHaveValue(/\[/);
    await aboutTheCounty(chair);
    await chair.getByLabel("What is the agreement called?").fill(title);
    await typeDay(chair, "First day", dayAhead(0));
    await press(chair, "Save the draft", chair);
    const own = new URL(chair.url()).pathname;
    expect((await county.goto(own))?.status(), "a draft is its own side’s").toBe(404);

    await press(chair, "Propose it to the other side", chair);
    await county.goto(own);
    await press(county, "Agree to this text", county);
    await sign(county);
    await chair.reload();
    await sign(chair);
    await attachSignedCopy(chair, own);

    await county.reload();
    await expect(rowNamed(county, "Signed copy").getByRole("link", { name: signed })).toBeVisible();
    await expect(rowNamed(county, "Nothing has moved on")).toContainText("nothing is linked");
    await expect(county.locator("main .govuk-tag").first()).toHaveText(/In force/);
    await expectAccessible(county);

    await county.getByRole("link", { name: "Propose a change", exact: true }).click();
    await county.getByLabel("What should change, and why?").fill("One name instead of a team.");
    await county.getByLabel("Roles and responsibilities").fill("Ruth Adeyemi answers for the county.");
    await press(county, "Propose the change", county);
    await chair.goto(own);
    await chair.getByRole("link", { name: /^version 2, put forward by/ }).click();
    await press(await unfold(chair, "Accept"), "Accept", chair);

    await county.goto(`${own}/versions?from=1&to=2`);
    await expect(county.locator("ins").filter({ hasText: "Ruth Adeyemi answers" }).first()).toBeVisible();
    await expect(county.getByText(/version 2 was what both had agreed/)).toBeVisible();
    await follow(chair, county);
    await expect(chair.getByRole("table", { name: "Versions" }).getByRole("row")).toHaveCount(3);
  },
);
