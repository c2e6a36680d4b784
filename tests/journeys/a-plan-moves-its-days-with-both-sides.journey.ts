import type { Page } from "@playwright/test";
import { AREA, aboutTheCounty, bothSides, follow, press } from "./support/both-sides.ts";
import { dayAhead, type TypedDay, typeDay, unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible, picture } from "./support/pages.ts";

const project = "A path along the leat";
const reason = "The surveyor comes a week later.";

async function planProject(page: Page) {
  await page.goto(`${AREA}/projects/new`);
  await aboutTheCounty(page);
  await page.getByLabel("What is it called?").fill(project);
  await page.getByLabel("What is it for?").fill("A way to school without the main road.");
  await page.getByRole("group", { name: "Who leads?" }).getByLabel(/^Both/).check();
  await typeDay(page, /^By which day should it be done/, dayAhead(90));
  await press(page, "Save project", page);
  await expect(page.getByRole("heading", { level: 1, name: project })).toBeVisible();
}

async function setMilestone(page: Page, link: string, title: string, due: TypedDay) {
  await page.getByRole("link", { name: link, exact: true }).click();
  await page.getByLabel("What will be done?").fill(title);
  await page
    .getByRole("group", { name: "Whose is it to do?" })
    .getByLabel(/^The partnership/)
    .check();
  await typeDay(page, "By which day?", due);
  await press(page, "Save milestone", page);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

journey(
  "a plan is set, a day moves with a reason and both sides, and its parts finish it",
  async ({ page, newPerson }) => {
    const [chair, county] = await bothSides(page, newPerson);
    await planProject(chair);
    const projectPath = new URL(chair.url()).pathname;
    await follow(county, chair);
    await press(county, "Agree to the endpoint", county);

    await setMilestone(chair, "Set a milestone", "The path is marked out", dayAhead(30));
    const parentPath = new URL(chair.url()).pathname;
    await setMilestone(chair, "Add a part", "Both ends are measured", dayAhead(20));

    const move = await unfold(chair, "Move the day");
    await typeDay(move, "The new day", dayAhead(27));
    await move.getByLabel("Why should it move?").fill(reason);
    await move.getByLabel(/^Ask Fernshire/).check();
    await press(move, "Move the day", chair);
    await follow(county, chair);
    await expect(county.getByText(reason).first()).toBeVisible();
    await press(county, "Agree to the new day", county);

    await chair.reload();
    await chair.getByLabel("What shows it?").fill("Two pegs and a photograph.");
    await press(chair, "It is done", chair);
    await county.reload();
    await press(county, "We have seen it", county);
    await chair.reload();
    await expect(chair.getByText(/Acknowledged/).first()).toBeVisible();

    // The other side's page: the old day stays beside the new one, and what was made of parts is done with them.
    await county.goto(parentPath);
    await expect(county.locator("main .govuk-tag").first()).toHaveText("Done");
    await county.goto(projectPath);
    await expect(county.getByText("1 of 1 part done")).toBeVisible();
    const days = await unfold(county, "See every day, and how it came about");
    await expect(days.getByRole("row").filter({ hasText: "Both ends are measured" })).toContainText(reason);
    await expect(days.getByRole("row").filter({ hasText: "Both ends are measured" })).toContainText(/agreed/);
    await expect(
      county.getByRole("figure", { name: "The plan and its days" }).getByRole("img").first(),
    ).toBeVisible();
    await expectAccessible(county);
    await picture(county, "a-plan-with-a-moved-day");
  },
);
