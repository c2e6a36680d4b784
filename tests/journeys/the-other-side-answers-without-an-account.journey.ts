import type { Page } from "@playwright/test";
import { expectSameRow } from "./support/figures.ts";
import { dayAhead, typeDay } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible, expectNoSidewaysScroll, picture } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

type Story = {
  place: { area: string; council: string };
  chair: string;
  officer: string;
  council: RegExp;
  contact: string;
};

/** The demonstration is one place for a whole run: with and without script the story is another area's. */
const stories: Record<string, Story> = {
  script: {
    place: { area: "millbrook-rise", council: "wexcombe-borough" },
    chair: "chair@millbrook.example",
    officer: "officer@borough.example",
    council: /Wexcombe/,
    contact: "Priya Nair",
  },
  "no-script": {
    place: { area: "harbour-end", council: "saltmouth-council" },
    chair: "chair@harbour.example",
    officer: "liaison@unitary.example",
    council: /Saltmouth/,
    contact: "Colin Reeve",
  },
};

const title = "Paint the railings by the steps";

async function recordDone(page: Page, { place, council }: Story) {
  await page.goto(`/areas/${place.area}/commitments/new`);
  await page.getByLabel(/\(your side\)/).check();
  const about = page.getByRole("group", { name: "Which council is it about?" });
  if (await about.isVisible()) await about.getByLabel(council).check();
  await page.getByLabel("What is promised?").fill(title);
  await typeDay(page, "By when?", dayAhead(10));
  await page.getByRole("button", { name: "Record the promise" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("group", { name: "When was it done?" }).getByLabel("Today").check();
  await page.getByLabel("What was done?").fill("Two coats, on Saturday.");
  await page.getByRole("button", { name: "Say that it is done" }).click();
  await expect(page.getByText("Done, awaiting a yes").first()).toBeVisible();
}

/** Makes a link for the contact, and gives the address that stands on the page this once. */
async function handOver(page: Page, { contact }: Story): Promise<string> {
  await page.getByRole("link", { name: "Let somebody there answer without an account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "They have no account?" })).toBeVisible();
  await expectAccessible(page);
  const choice = page.getByLabel("Who is it for?");
  const option = choice.locator("option", { hasText: contact });
  await choice.selectOption((await option.getAttribute("value")) ?? "");
  await page.getByRole("button", { name: "Make a link to hand over" }).click();
  await expect(page.getByRole("img", { name: "Code that opens the link" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await picture(page, "link-to-hand-over");
  return (await page.getByTestId("answer-address").innerText()).trim();
}

/** What the promise counts for in Trust, the same for both sides. */
async function weightFor(page: Page, officer: Page, { place }: Story): Promise<string[]> {
  return expectSameRow(page, officer, { place, component: "trust", title });
}

journey(
  "the other side answers without an account @both",
  async ({ page, newPerson, watch }, { project }) => {
    const story = stories[project.name];
    if (!story) throw new Error(`No answer is told for the project ${project.name}`);
    const officer = await newPerson();
    const guest = await newPerson();
    await signInAs(page, story.chair);
    await signInAs(officer, story.officer);
    let address = "";

    await journey.step("the chair says that a promise is done, and hands a link over", async () => {
      await recordDone(page, story);
      address = await handOver(page, story);
      await page.goto(page.url());
      await expect(page.getByText(address)).toHaveCount(0);
      await expect(page.getByText(/Not opened yet/).first()).toBeVisible();
    });

    const before = await weightFor(page, officer, story);

    await journey.step(
      "somebody of the council opens it in a browser of their own, and says yes",
      async () => {
        await guest.goto(address);
        await expect(guest.getByRole("heading", { level: 1, name: title })).toBeVisible();
        await expect(guest.getByText(new RegExp(`as ${story.contact}`))).toBeVisible();
        await expectAccessible(guest);
        await expectNoSidewaysScroll(guest);
        await picture(guest, "link-opened");
        await guest.getByRole("button", { name: "Yes, it is done" }).click();
        await expect(guest.getByRole("heading", { level: 1, name: "This link has been used" })).toBeVisible();
        expect(await guest.context().cookies()).toEqual([]);
      },
    );

    await journey.step("both sides see the yes, who gave it, and the figure that follows", async () => {
      const after = await weightFor(page, officer, story);
      expect(after, "confirmed, it counts in full").not.toEqual(before);
      for (const side of [page, officer]) {
        await side.goto(`/areas/${story.place.area}/commitments?state=kept`);
        await side.getByRole("link", { name: title, exact: true }).first().click();
        await expect(side.getByText("Kept", { exact: true }).first()).toBeVisible();
        await expect(side.getByText(`${story.contact}, by link`).first()).toBeAttached();
      }
    });

    await journey.step("a second time it says that it is spent; another address opens nothing", async () => {
      await guest.goto(address);
      await expect(guest.getByText(/you said yes, it is done/)).toBeVisible();
      await expect(guest.getByRole("button", { name: "Yes, it is done" })).toHaveCount(0);
      watch.expect(/404/);
      await guest.goto(`${address.slice(0, -3)}AAA`);
      await expect(guest.getByRole("heading", { level: 1, name: "This link opens nothing" })).toBeVisible();
    });
  },
);
