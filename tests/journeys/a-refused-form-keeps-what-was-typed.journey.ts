import type { Page } from "@playwright/test";
import { expectDay, partOf, typeDay, typePeople, typePromises, unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible, picture } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

const own = "/areas/harbour-end";
const tooLong = "a very long line ".repeat(18).slice(0, 300);
const noSuchDay = { day: "31", month: "2", year: "2026" };
const farYear = { day: "1", month: "3", year: "2999" };

/** The problems in the title and at the top; each leads to its field, where the same words stand again. */
async function expectProblems(page: Page, words: readonly (string | RegExp)[]) {
  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.locator(".govuk-error-summary");
  await expect(summary.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(summary.getByRole("link")).toHaveCount(words.length);
  for (const each of words) {
    const link = summary.getByRole("link", { name: each }).first();
    await expect(link).toBeVisible();
    const field = (await link.getAttribute("href"))?.slice(1) ?? "";
    await expect(page.locator(`[id="${field}"]`), `the field of ${each}`).toHaveCount(1);
    await expect(page.locator(".govuk-error-message").filter({ hasText: each }).first()).toBeVisible();
  }
}

async function countOf(page: Page, path: string, title: string): Promise<number> {
  await page.goto(path);
  return page.getByRole("link", { name: title }).count();
}

journey("a refused meeting keeps what was typed @both", async ({ page, watch }) => {
  watch.expect(/^400 POST .*\/meetings\/new/);
  await signInAs(page, "chair@harbour.example");
  await page.goto(`${own}/meetings/new`);
  const ours = partOf(page, /^Who came from/, 1)
    .getByLabel("Name", { exact: true })
    .first();
  await page.getByLabel("Another day").check();
  await ours.fill("");
  await page.getByRole("button", { name: "Save meeting" }).click();
  await expectProblems(page, [
    "Enter the day you met",
    "Say what it was about, in a few words",
    "Say who came from the other side, or tick that nobody did",
    "Say who came from your side, or tick that nobody did",
  ]);
  await expectAccessible(page);

  await page.getByLabel("What was it about?").fill(tooLong);
  await typeDay(page, "When did you meet?", noSuchDay);
  await typePeople(page, 0, ["Daniel Cole", "Daniel Cole"]);
  await ours.fill("Somebody Quite New");
  await typePromises(page, [{ text: "Bring the plans", by: "theirs", due: noSuchDay }]);
  await page.getByRole("button", { name: "Save meeting" }).click();
  await expectProblems(page, ["Enter a real date", "Use 200 characters or fewer", "Enter a real date"]);
  await expect(page.getByLabel("What was it about?")).toHaveValue(tooLong);
  await expectDay(page, "When did you meet?", noSuchDay);
  await picture(page, "refused-meeting");

  await page.getByLabel("What was it about?").fill("Refused on the quay");
  await typeDay(page, "When did you meet?", farYear);
  await typeDay(partOf(page, "What was promised?"), "By when?", farYear);
  await page.getByRole("button", { name: "Save meeting" }).click();
  await expectProblems(page, ["Daniel Cole is already in the list", /Somebody Quite New is new here/]);
  const theirs = partOf(page, /^Who came from/, 0).getByLabel("Name", { exact: true });
  await expect(theirs.nth(0)).toHaveValue("Daniel Cole");
  await expect(theirs.nth(1)).toHaveValue("Daniel Cole");
  await expect(ours).toHaveValue("Somebody Quite New");
  await expect(partOf(page, "What was promised?").getByLabel(/^What/)).toHaveValue("Bring the plans");
  await expectDay(page, "When did you meet?", farYear);

  await theirs.nth(1).fill("");
  await ours.fill("Maureen Fish");
  await page.getByRole("button", { name: "Save meeting" }).click();
  await expectProblems(page, [/This day is still to come/]);
  await expectDay(partOf(page, "What was promised?"), "By when?", farYear);
  expect(await countOf(page, `${own}/meetings`, "Refused on the quay")).toBe(0);
  expect(await countOf(page, `${own}/commitments`, "Bring the plans")).toBe(0);
});

journey("a refused promise keeps what was typed @both", async ({ page, watch }) => {
  watch.expect(/^400 POST .*\/commitments\/new/);
  await signInAs(page, "liaison@unitary.example");
  await page.goto(`${own}/commitments/new`);
  await page.getByRole("button", { name: "Record the promise" }).click();
  await expectProblems(page, ["Say who promises", "Say what is promised", "Enter the day it is due"]);
  await expectAccessible(page);

  await page.getByLabel(/\(your side\)/).check();
  await page.getByLabel("What is promised?").fill(tooLong);
  await typeDay(page, "By when?", noSuchDay);
  const more = await unfold(page, "Add people, detail or an earlier day");
  await more.getByLabel(/^More about it/).fill("In two lines,\nboth kept.");
  await typeDay(more, /^When was it promised/, { day: "x", month: "y", year: "z" });
  await page.getByRole("button", { name: "Record the promise" }).click();
  await expectProblems(page, ["Use 200 characters or fewer", "Enter a real date", "Enter a real date"]);
  await expect(page.getByLabel(/\(your side\)/)).toBeChecked();
  await expect(page.getByLabel("What is promised?")).toHaveValue(tooLong);
  await expectDay(page, "By when?", noSuchDay);
  await expect(page.getByLabel(/^More about it/)).toHaveValue("In two lines,\nboth kept.");
  await expectDay(page, /^When was it promised/, { day: "x", month: "y", year: "z" });
  await picture(page, "refused-promise");

  await page.getByLabel("What is promised?").fill("Refused by the year");
  await typeDay(page, "By when?", farYear);
  await typeDay(page, /^When was it promised/, { day: "", month: "", year: "" });
  await page.getByRole("button", { name: "Record the promise" }).click();
  await expectProblems(page, ["Check the year: it is far ahead"]);
  await expectDay(page, "By when?", farYear);
  await expect(page.getByLabel("What is promised?")).toHaveValue("Refused by the year");
  expect(await countOf(page, `${own}/commitments`, "Refused by the year")).toBe(0);
});
