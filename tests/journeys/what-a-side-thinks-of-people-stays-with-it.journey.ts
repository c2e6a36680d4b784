import type { Page } from "@playwright/test";
import { AREA, aboutTheCounty, bothSides, press } from "./support/both-sides.ts";
import { dayAhead, typeDay, typePeople, unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible } from "./support/pages.ts";

/** Somebody nobody has met yet: what other journeys log says nothing of them. */
const officer = "Nadia Okoro";
const secret = "He said so himself over tea.";

async function openOfficer(page: Page) {
  await page.goto(`${AREA}/people`);
  await page.getByRole("link", { name: officer, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: officer })).toBeVisible();
}

journey(
  "what a side thinks of somebody never reaches the other, and a call warms what went cold",
  async ({ page, newPerson }) => {
    const [chair, county] = await bothSides(page, newPerson);
    await county.goto(`${AREA}/people/new`);
    await county.getByLabel("Name", { exact: true }).fill(officer);
    await county.getByLabel("Organisation").selectOption({ index: 1 });
    await county.getByLabel("Role").selectOption("Officer");
    await press(county, "Save", county);
    await openOfficer(chair);
    const think = await unfold(chair, "Say what we think");
    await think.getByLabel("How interested they are in this area").selectOption({ index: 3 });
    await think.getByLabel("How much influence they have on what happens here").selectOption({ index: 2 });
    await think
      .getByRole("group", { name: "Where they stand on what we want to do" })
      .getByRole("radio")
      .first()
      .check();
    await think.getByLabel(/^How often we want to be in touch/).fill("1");
    await think.getByLabel(/^Why we think so/).fill(secret);
    await think
      .getByRole("group", { name: "The day this was so" })
      .getByLabel(/Another day|Other/)
      .check();
    await typeDay(think, "The day this was so", dayAhead(-30));
    await press(think, "Save for our side", chair);
    await expect(chair.getByText("Going cold")).toBeVisible();
    await expectAccessible(chair);

    await chair.goto(`${AREA}/meetings/new`);
    await aboutTheCounty(chair);
    await chair.getByLabel("What was it about?").fill("A call about the crossing");
    await typePeople(chair, 0, [officer]);
    await press(chair, "Save meeting", chair);
    await openOfficer(chair);
    await expect(chair.getByText("Talk again")).toBeVisible();
    await expect(chair.getByText("Going cold")).toHaveCount(0);

    await openOfficer(county);
    await expect(county.getByText("Not placed yet")).toBeVisible();
    for (const path of [new URL(county.url()).pathname, `${AREA}/people/map`, `${AREA}/timeline`]) {
      await county.goto(path);
      await expect(county.getByText(secret)).toHaveCount(0);
    }
  },
);
