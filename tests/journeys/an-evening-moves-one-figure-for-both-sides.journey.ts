import type { Page } from "@playwright/test";
import { expectSameFigures, expectSameRow, type Place, recordRow } from "./support/figures.ts";
import { dayAhead, typeDay, typePeople, typePromises, unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible, picture } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

type Story = {
  place: Place;
  chair: string;
  officer: string;
  council: RegExp;
  guests: readonly [string, string];
  /** A promise of the council's that is done tonight, and one whose day has passed. */
  done: string;
  moved: string;
};

/** The demonstration is one place for a whole run: with and without script the evening is another area's. */
const stories: Record<string, Story> = {
  script: {
    place: { area: "millbrook-rise", council: "wexcombe-borough" },
    chair: "chair@millbrook.example",
    officer: "officer@borough.example",
    council: /Wexcombe/,
    guests: ["Helen Marsh", "Priya Nair"],
    done: "Fit a key safe at the changing rooms",
    moved: "Price three options for floodlights",
  },
  "no-script": {
    place: { area: "harbour-end", council: "saltmouth-council" },
    chair: "chair@harbour.example",
    officer: "liaison@unitary.example",
    council: /Saltmouth/,
    guests: ["Daniel Cole", "Colin Reeve"],
    done: "Say in writing who owns the wall",
    moved: "A summer round for the quay bins",
  },
};

const meeting = "Tonight at the hall";
const promises = ["Clear the leaves from the steps", "Put the key list on the wall"] as const;

async function openPromise(page: Page, { place }: Story, title: string) {
  await page.goto(`/areas/${place.area}/commitments`);
  await page.getByRole("link", { name: title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function logTonight(page: Page, { place, council, guests }: Story) {
  await page.goto(`/areas/${place.area}/meetings`);
  await page.getByRole("link", { name: "Log a meeting" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Log a meeting" })).toBeVisible();
  const about = page.getByRole("group", { name: "Which council is it about?" });
  if (await about.isVisible()) await about.getByLabel(council).check();
  await page.getByLabel("What was it about?").fill(meeting);
  await typePeople(page, 0, guests);
  await typePromises(page, [
    { text: promises[0], by: "ours", due: dayAhead(14) },
    { text: promises[1], by: "theirs", due: dayAhead(21) },
  ]);
  await expectAccessible(page);
  await picture(page, "log-a-meeting");
  await page.getByRole("button", { name: "Save meeting" }).click();
  await expect(page.getByText("Meeting logged, with 2 promises.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: meeting })).toBeVisible();
  for (const guest of guests)
    await expect(page.getByRole("listitem").filter({ hasText: guest })).toBeVisible();
}

async function expectListOf(page: Page, { place }: Story): Promise<string[]> {
  await page.goto(`/areas/${place.area}/actions?council=${place.council}`);
  const mine = page.getByRole("list", { name: "For your side" }).getByRole("listitem");
  const because = page.getByText("Because:");
  await expect(because.first()).toBeVisible();
  return mine.getByRole("heading", { level: 3 }).allInnerTexts();
}

/** Where there are so many steps that some are folded, the last stands open where the address asks for it. */
async function expectUnfolded(page: Page, { place }: Story) {
  const folded = page.locator("main details .cg-records input[name=intent][value^='done:']");
  if ((await folded.count()) === 0) return;
  const last = (await folded.last().getAttribute("value"))?.replace("done:", "") ?? "";
  const button = page.locator(`form:has(input[value="done:${last}"])`).locator("button");
  await expect(button).toBeHidden();
  await page.goto(`/areas/${place.area}/actions?council=${place.council}&action=${last}`);
  await expect(button).toBeVisible();
}

journey("an evening moves one figure for both sides @both", async ({ page, newPerson }, { project }) => {
  journey.setTimeout(300_000);
  const story = stories[project.name];
  if (!story) throw new Error(`No evening is told for the project ${project.name}`);
  const { place } = story;
  const officer = await newPerson();
  await signInAs(page, story.chair);
  await signInAs(officer, story.officer);
  await expectSameFigures(page, officer, place);

  await journey.step("the chair logs tonight's meeting with two promises", async () => {
    await logTonight(page, story);
    await picture(page, "meeting-just-logged");
    await expectSameFigures(page, officer, place);
    // Where contact was as it should be already, tonight only carries it on: its record says how little it moves.
    await expectSameRow(page, officer, { place, component: "dialogue", title: meeting });
    for (const title of promises) {
      await openPromise(officer, story, title);
      await expect(officer.getByText(/It counts in the figures from that day/)).toBeVisible();
    }
  });

  await journey.step("the officer says that an earlier promise is done; the chair says yes", async () => {
    const earlier = await expectSameFigures(page, officer, place);
    await openPromise(officer, story, story.done);
    await officer.getByRole("group", { name: "When was it done?" }).getByLabel("Today").check();
    await officer.getByLabel("What was done?").fill("It was done this afternoon.");
    await officer.getByRole("button", { name: "Say that it is done" }).click();
    await expect(officer.getByText("Done, awaiting a yes").first()).toBeVisible();
    const said = await expectSameFigures(page, officer, place);
    expect(said.trust, "said to be done, it counts half").not.toBe(earlier.trust);
    await openPromise(page, story, story.done);
    await picture(page, "promise-to-confirm");
    await page.getByRole("button", { name: "Yes, it is done" }).click();
    await expect(page.getByText(/^Kept( after its day)?$/).first()).toBeVisible();
    const confirmed = await expectSameFigures(page, officer, place);
    expect(confirmed.trust, "confirmed, it counts in full").not.toBe(said.trust);
  });

  await journey.step(
    "the officer proposes a new day for one whose day has passed; the chair agrees",
    async () => {
      await openPromise(officer, story, story.moved);
      await expect(officer.getByText("Past its day", { exact: true }).first()).toBeVisible();
      const form = await unfold(officer, "Propose a new day");
      await typeDay(form, "New day", dayAhead(30));
      await form.getByLabel("Why should it move?").fill("The second price comes next month.");
      await form.getByRole("button", { name: "Propose a new day" }).click();
      await expect(officer.getByText("A new day is proposed and waits for an answer.")).toBeVisible();
      await expectSameFigures(page, officer, place);
      await openPromise(page, story, story.moved);
      await picture(page, "promise-with-a-new-day");
      await page.getByRole("button", { name: "Agree to the new day" }).click();
      await expect(page.getByRole("row").filter({ hasText: "Agreed," })).toBeVisible();
      await expectSameFigures(page, officer, place);
    },
  );

  await journey.step("both open Trust down to the same records with the same weights", async () => {
    const cells = await expectSameRow(page, officer, { place, component: "trust", title: story.done });
    expect(cells.slice(1).join(" ")).toMatch(/\d/);
    for (const title of promises) await expect(recordRow(page, title)).toHaveCount(0);
    await expectAccessible(officer);
    await picture(page, "trust-opened");
  });

  await journey.step("each side has its own next steps, with why", async () => {
    const chairs = await expectListOf(page, story);
    const officers = await expectListOf(officer, story);
    expect(chairs).not.toEqual(officers);
    await expectUnfolded(page, story);
    await expectAccessible(page);
    await picture(page, "next-steps-community");
    await picture(officer, "next-steps-council");
  });
});
