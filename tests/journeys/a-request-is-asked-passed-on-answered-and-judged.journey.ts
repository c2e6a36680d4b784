import { AREA, aboutTheCounty, bothSides, follow, press, rowNamed } from "./support/both-sides.ts";
import { unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible } from "./support/pages.ts";

const title = "May the bus turn at the mill?";

journey("a request is asked, held, passed on, answered and judged", async ({ page, newPerson }) => {
  const [chair, county] = await bothSides(page, newPerson);
  await chair.goto(`${AREA}/requests`);
  await chair.getByRole("link", { name: "Ask the other side" }).click();
  await aboutTheCounty(chair);
  await chair.getByLabel("What are you asking?").fill(title);
  await press(chair, "Save request", chair);
  await expect(chair.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await follow(county, chair);
  const hold = await unfold(county, "Send a holding reply");
  await hold.getByLabel("What the holding reply says").fill("Highways looks at the turning circle.");
  await press(hold, "Save holding reply", county);
  const refer = await unfold(county, "Pass it on");
  await refer.getByLabel(/^To a team/).fill("Highways");
  await press(refer, "Save", county);
  const answer = await unfold(county, "Answer");
  await answer.getByLabel("Partly", { exact: true }).check();
  await answer.getByLabel("The answer in words").fill("In the holidays, when the school bus does not run.");
  await expectAccessible(county);
  await press(answer, "Save answer", county);

  await chair.reload();
  await expect(chair.getByText("Highways looks at the turning circle.").first()).toBeVisible();
  await expect(rowNamed(chair, "Passed on")).toContainText("Highways");
  await chair.getByLabel("A straight answer", { exact: true }).check();
  await press(chair.locator("form#judge"), "Save", chair);

  await county.reload();
  await expect(county.getByText("A straight answer").first()).toBeVisible();
  await expect(county.getByText("In the holidays, when the school bus does not run.").first()).toBeVisible();
  await county.goto(`${AREA}/requests?view=all`);
  await expect(county.getByRole("link", { name: title })).toBeVisible();
});
