import type { Page } from "@playwright/test";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible, expectNoSidewaysScroll, picture } from "./support/pages.ts";
import { endDaysOf } from "./support/release.ts";
import { signInAs } from "./support/sign-in.ts";

/** The demonstration is one place for a whole run: with and without script the check-in is another area's. */
type Story = {
  area: string;
  chair: string;
  officer: string;
  /** How each side is named to the other. */
  about: RegExp;
  /** Somebody without an account, on the chair's side and on the officer's. */
  guests: readonly [ours: readonly string[], theirs: readonly string[]];
};

const stories: Record<string, Story> = {
  script: {
    area: "/areas/millbrook-rise",
    chair: "chair@millbrook.example",
    officer: "officer@borough.example",
    about: /Wexcombe Borough/,
    guests: [["Kemi Adebayo"], ["Stan Doyle"]],
  },
  "no-script": {
    area: "/areas/harbour-end",
    chair: "chair@harbour.example",
    officer: "liaison@unitary.example",
    about: /Saltmouth Council/,
    guests: [
      ["Len Barrow", "Sandra Pike"],
      ["Colin Reeve", "Nadia Brook"],
    ],
  },
};

const STEPS = ["Recognition", "Trust", "Dialogue", "Flexibility", "Shared ownership"];

/** Chooses the same under each question of the step that is open, and goes on. */
async function answerStep(page: Page, answer: string): Promise<void> {
  const choices = page.getByRole("radio", { name: answer, exact: true });
  await expect(choices).toHaveCount(3);
  for (const choice of await choices.all()) await choice.check();
  await page.getByRole("button", { name: "Save and go on" }).click();
}

/** Goes through all five steps and sends the answers, with a look at each page. */
async function answerAll(page: Page, answer: string): Promise<void> {
  for (const step of STEPS) {
    await expect(page.getByRole("heading", { level: 1, name: step, exact: true })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await answerStep(page, answer);
  }
  await expect(page.getByRole("heading", { level: 1, name: /^Check your answers about/ })).toBeVisible();
  await page.getByRole("button", { name: /^Send/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^You have answered about/ })).toBeVisible();
}

/** The open round, opened where there is none; its address. */
async function openRound(page: Page, { area }: Story): Promise<string> {
  await page.goto(`${area}/check-ins`);
  const open = page.getByRole("link", { name: "Open a check-in" });
  if (await open.isVisible()) {
    await open.click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Open the check-in today" }).click();
  } else {
    await page
      .getByRole("list", { name: "Check-ins" })
      .getByRole("link", { name: /^Check-in of/ })
      .first()
      .click();
  }
  await expect(page.getByText(/^Nothing of what anybody answered can be seen before/)).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Asks somebody of this person's side without an account, and gives the address of their link. */
async function askGuest(page: Page, round: string, guest: string): Promise<string> {
  await page.goto(round);
  const choice = page.getByLabel("Who of your side?");
  const option = choice.locator("option", { hasText: guest });
  await choice.selectOption((await option.getAttribute("value")) ?? "");
  await page.getByRole("button", { name: "Ask them", exact: true }).click();
  await expect(page.getByRole("img", { name: "Code that opens the link" })).toBeVisible();
  return (await page.getByTestId("check-in-address").innerText()).trim();
}

journey(
  "a check-in is answered blind and released @both",
  async ({ page, newPerson, watch }, { project }) => {
    journey.setTimeout(360_000);
    const story = stories[project.name];
    if (!story) throw new Error(`No check-in is told for the project ${project.name}`);
    const [officer, guest] = [await newPerson(), await newPerson()];
    await signInAs(page, story.chair);
    await signInAs(officer, story.officer);
    let round = "";
    const addresses: { address: string; answer: string }[] = [];

    await journey.step(
      "one side has a check-in open; each asks people of its own who have no account",
      async () => {
        round = await openRound(page, story);
        await expectAccessible(page);
        await picture(page, "check-in-open");
        const [ours, theirs] = story.guests;
        for (const name of ours)
          addresses.push({ address: await askGuest(page, round, name), answer: "Disagree" });
        await expectAccessible(page);
        await picture(page, "check-in-link");
        for (const name of theirs)
          addresses.push({ address: await askGuest(officer, round, name), answer: "Strongly agree" });
      },
    );

    await journey.step("the chair is reminded where they look first, and answers in five steps", async () => {
      await page.goto("/");
      await page
        .getByRole("link", { name: /^Check-in: three minutes about/ })
        .first()
        .click();
      await expect(page.getByText("Nobody sees your own answers").first()).toBeVisible();
      await expect(page.getByText(story.about).first()).toBeVisible();
      await expectAccessible(page);
      await picture(page, "check-in-step");
      // One question left out is asked for; what was chosen is kept.
      watch.expect(/400/);
      await page.getByRole("radio", { name: "Disagree", exact: true }).first().check();
      await page.getByRole("button", { name: "Save and go on" }).click();
      await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
      await expect(page.getByRole("radio", { name: "Disagree", exact: true }).first()).toBeChecked();
      await answerAll(page, "Disagree");
      await expectAccessible(page);
      await picture(page, "check-in-answered");
    });

    await journey.step(
      "somebody without an account answers by their link, and changes their mind",
      async () => {
        for (const { address, answer } of addresses) {
          await guest.goto(address);
          await answerAll(guest, answer);
        }
        await guest
          .getByRole("link", { name: /^Change/ })
          .first()
          .click();
        await answerStep(guest, "Agree");
        await expect(guest.getByText(/^What you sent before counts/)).toBeVisible();
        await expectAccessible(guest);
        await guest.getByRole("button", { name: "Send the changed answers" }).click();
        await expect(guest.getByRole("heading", { level: 1, name: /^You have answered/ })).toBeVisible();
        expect(await guest.context().cookies()).toEqual([]);
      },
    );

    await journey.step(
      "before it closes neither side sees an answer, nor that the other side gave one",
      async () => {
        await officer.goto(`${round}/answer`);
        if (await officer.getByRole("button", { name: "Save and go on" }).isVisible())
          await answerAll(officer, "Agree");
        for (const side of [page, officer]) {
          await side.goto(round);
          await expect(side.getByRole("table", { name: "Who of your side was asked" })).toBeVisible();
          await expect(side.getByText(/out of 100/)).toHaveCount(0);
          await expect(side.getByText(/Strongly agree|Disagree/)).toHaveCount(0);
        }
        const [[ours = ""], [theirs = ""]] = story.guests;
        await expect(page.getByText(theirs)).toHaveCount(0);
        await expect(officer.getByText(ours)).toHaveCount(0);
      },
    );

    await journey.step(
      "when its days are over both sides see the same, and the link opens nothing more",
      async () => {
        await endDaysOf(round.split("/").at(-1) ?? "");
        await expect(async () => {
          await page.goto(round);
          await expect(page.getByRole("table", { name: /^What each side says of the other/ })).toBeVisible();
        }).toPass({ timeout: 60_000 });
        await officer.goto(round);
        const said = (side: Page) => side.getByRole("table", { name: /^What each side says/ }).innerText();
        expect(await said(officer)).toBe(await said(page));
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        await picture(page, "check-in-released");
        await guest.goto(addresses[0]?.address ?? "");
        await expect(
          guest.getByRole("heading", { level: 1, name: "This check-in takes no answers any more" }),
        ).toBeVisible();
        await page.goto(`${story.area}/check-ins`);
        await expect(page.getByRole("heading", { name: "From check-in to check-in" })).toBeVisible();
        await expectAccessible(page);
      },
    );
  },
);
