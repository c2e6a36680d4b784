import type { Page } from "@playwright/test";
import { dayAhead, typeDay } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible, expectNoSidewaysScroll, picture } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

const own = "/areas/harbour-end/partnership";
const QUESTIONS = [/reflect the people/, /keep to its own policies/, /spirit of/, /handle conflicts/];

async function answerAll(page: Page) {
  for (const [at, question] of QUESTIONS.entries())
    await page.getByLabel(question).fill(`In our own words, number ${at + 1}.`);
}

/** Says for every rule that is not in order what is being done, as its own form on the partnership's page. */
async function planWhatFails(page: Page): Promise<number> {
  await page.goto(own);
  const rules = page.getByRole("list", { name: "The rules" }).locator("> li");
  const failing = rules.filter({ has: page.getByText("Not in order", { exact: true }) });
  const titles = await failing.getByRole("heading").allTextContents();
  for (const title of titles) {
    const rule = rules.filter({ has: page.getByRole("heading", { name: title }) });
    const form = rule.locator("details", { hasText: "Say what you are doing about it" });
    await form.locator("summary").first().click();
    await form.getByLabel("What are you doing about it?").fill(`We see to it: ${title}`);
    await typeDay(form, "By when?", dayAhead(60));
    await form.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("What you are doing is saved.")).toBeVisible();
    await expect(rule).toContainText(`We see to it: ${title}`);
  }
  return titles.length;
}

journey(
  "the yearly review fills itself in, wants a plan, and stays as it was handed in",
  async ({ page, watch }) => {
    watch.expect(/^400 POST .*\/reviews\//);
    await signInAs(page, "chair@harbour.example");
    await page.goto(own);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, "partnership");
    await page.getByRole("link", { name: "Yearly review" }).click();
    await page.getByRole("button", { name: /^Begin the review of/ }).click();
    await expect(page.getByText("It has filled itself in")).toBeVisible();
    const review = new URL(page.url()).pathname;

    const members = page.getByRole("table", { name: "The members" });
    await expect(members.getByRole("row").filter({ hasText: "Maureen Fish" })).toContainText("Chair");
    await expect(members.getByRole("row").filter({ hasText: "Len Barrow" })).toContainText("Not signed");

    await answerAll(page);
    await page.getByLabel("The representative who hands it in").fill("Sunil Rao");
    await page.getByRole("button", { name: "Hand it in" }).click();
    await expect(page.getByText(/^Say first what you are doing, and by when, about:/)).toBeVisible();
    await expect(page.getByLabel(QUESTIONS[0] ?? "")).toHaveValue("In our own words, number 1.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep as a draft" }).click();
    await expect(page.getByText("Your draft is kept.")).toBeVisible();

    expect(await planWhatFails(page)).toBeGreaterThan(3);
    await page.goto(review);
    await expect(page.getByLabel(QUESTIONS[3] ?? "")).toHaveValue("In our own words, number 4.");
    await page.getByLabel("The representative who hands it in").fill("Sunil Rao");
    await picture(page, "yearly-review");
    await page.getByRole("button", { name: "Hand it in" }).click();
    await expect(page.getByText("The review is handed in.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Hand it in" })).toHaveCount(0);
    await expect(page.getByText(/^Handed in on .* by Sunil Rao\.$/)).toBeVisible();

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download as a Word document" }).click();
    expect((await download).suggestedFilename()).toMatch(/Harbour End.*\.docx$/);
  },
);

journey("the council finds no page of the partnership’s own", async ({ page, watch }) => {
  watch.expect(/^404 GET .*\/partnership/);
  await signInAs(page, "liaison@unitary.example");
  await page.goto("/areas/harbour-end");
  await expect(page.getByRole("link", { name: "The partnership", exact: true })).toHaveCount(0);
  for (const path of ["", "/members", "/members.csv", "/decisions", "/reviews", "/log"]) {
    const answer = await page.goto(own + path);
    expect(answer?.status(), path).toBe(404);
  }
});
