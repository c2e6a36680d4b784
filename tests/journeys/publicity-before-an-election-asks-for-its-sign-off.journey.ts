import { AREA, bothSides, follow, press } from "./support/both-sides.ts";
import { dayAhead, typeDay, unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible } from "./support/pages.ts";

const what = "A poster about the new crossing";
const asks = /It asks for a check and a sign-off/;

journey(
  "publicity in a pre-election period is kept, and asks for its sign-off",
  async ({ page, newPerson }) => {
    const [chair, county] = await bothSides(page, newPerson);
    await county.goto(`${AREA}/elections`);
    const add = await unfold(county, "Add an election of your council");
    await add.getByRole("group", { name: "What is voted for?" }).getByRole("radio").first().check();
    await typeDay(add, "Day of the poll", dayAhead(10));
    await typeDay(add, /^Published first day/, dayAhead(-5));
    await press(add, "Add", county);

    await county.goto(`${AREA}/evidence/new/publicity`);
    await county.getByLabel("What was published?").fill(what);
    await county
      .getByRole("group", { name: "Who published it?" })
      .getByLabel(/Council|County/)
      .check();
    await county.getByRole("group", { name: "Where?" }).getByRole("radio").first().check();
    await county.getByRole("group", { name: "Is it about joint work?" }).getByLabel("Yes").check();
    await county.getByRole("group", { name: "Who is given credit?" }).getByLabel("Both sides").check();
    await county.getByRole("group", { name: "When?" }).getByLabel("Today").check();
    await press(county, "Save", county);
    await expect(county.getByText(asks)).toBeVisible();
    await expectAccessible(county);

    await follow(chair, county);
    await expect(chair.getByText(asks)).toBeVisible();
    await expect(chair.getByRole("link", { name: "Say that it was checked and signed off" })).toHaveCount(0);

    await county.getByRole("link", { name: "Say that it was checked and signed off" }).click();
    await county.getByLabel(/^Was an election near/).selectOption("checked");
    await press(county, "Save changes", county);
    await chair.reload();
    await expect(chair.getByRole("heading", { level: 1, name: what })).toBeVisible();
    await expect(chair.getByText(asks)).toHaveCount(0);
  },
);
