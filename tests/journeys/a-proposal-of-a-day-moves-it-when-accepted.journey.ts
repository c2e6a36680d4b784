import { AREA, aboutTheCounty, bothSides, follow, press } from "./support/both-sides.ts";
import { dayAhead, type TypedDay, typeDay, unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible } from "./support/pages.ts";

const promise = "Paint the railings by the school";
const words = ({ day, month, year }: TypedDay, length: "long" | "short") =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: length,
    year: "numeric",
    timeZone: "UTC",
  }).format(Date.UTC(Number(year), Number(month) - 1, Number(day)));

journey(
  "a proposal of a day moves the promise it speaks of once the other side accepts",
  async ({ page, newPerson }) => {
    const [chair, county] = await bothSides(page, newPerson);
    const later = dayAhead(45);
    await chair.goto(`${AREA}/commitments/new`);
    await chair.getByLabel(/\(your side\)/).check();
    await aboutTheCounty(chair);
    await chair.getByLabel("What is promised?").fill(promise);
    await typeDay(chair, "By when?", dayAhead(30));
    await chair.getByRole("button", { name: "Record the promise" }).click();
    await expect(chair.getByRole("heading", { level: 1, name: promise })).toBeVisible();
    const promisePath = new URL(chair.url()).pathname;

    await chair.getByRole("link", { name: "Propose a change" }).click();
    await expect(chair.getByText(`which is for ${words(dayAhead(30), "long")} now`)).toBeVisible();
    await expect(chair.getByLabel("A day", { exact: true })).toBeChecked();
    await chair.getByLabel("What do you propose?").fill("Two weeks more, for dry weather");
    await typeDay(chair, /^The day you propose/, later);
    await expectAccessible(chair);
    await press(chair, "Save the proposal", chair);

    await follow(county, chair);
    await expect(county.getByText(`“${promise}” moves to ${words(later, "long")}`)).toBeVisible();
    await press(await unfold(county, "Accept"), "Accept", county);
    await expect(county.getByText("Accepted", { exact: true }).first()).toBeVisible();

    for (const side of [chair, county]) {
      await side.goto(promisePath);
      await expect(side.getByRole("row").filter({ hasText: "Agreed," })).toContainText(words(later, "short"));
    }
  },
);

journey(
  "a proposal is declined with its reasons, and its own side reads them",
  async ({ page, newPerson }) => {
    const [chair, county] = await bothSides(page, newPerson);
    await county.goto(`${AREA}/proposals`);
    await county.getByRole("link", { name: "Propose a change" }).click();
    await county.getByLabel("A way of working", { exact: true }).check();
    await county.getByLabel("What do you propose?").fill("Write to us by post alone");
    await press(county, "Save the proposal", county);

    await follow(chair, county);
    const no = await unfold(chair, "Decline, with reasons");
    await no.getByLabel("The reasons").fill("Half of us have no printer.");
    await press(no, "Decline", chair);
    await county.reload();
    await expect(county.getByText("Half of us have no printer.").first()).toBeVisible();
    await expect(county.getByText("Declined", { exact: true }).first()).toBeVisible();
  },
);
