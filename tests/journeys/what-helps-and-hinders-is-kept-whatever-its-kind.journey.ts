import type { Page } from "@playwright/test";
import type { EvidenceKind } from "../../app/features/evidence/kind.ts";
import { KINDS } from "../../app/features/evidence/kinds/index.ts";
import { controlsAt, exampleForm, postForm, textAt } from "./support/entry-forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

const area = "/areas/harbour-end";
const CHAIR = "chair@harbour.example";
const LIAISON = "liaison@unitary.example";
const ALL_MS = 180_000;

/** The side, of the two, whose answer an entry of the chair's waits for. */
async function answering(kind: EvidenceKind, shown: string, chair: Page, liaison: Page): Promise<Page> {
  expect(shown, `${kind.id} asks for its answer`).toContain(kind.answer?.ask);
  return shown.includes("Waiting on us") ? chair : liaison;
}

journey(
  "every kind is noted by its form, shown, and answered where it asks for that",
  async ({ page, newPerson }) => {
    journey.setTimeout(ALL_MS);
    const liaison = await newPerson();
    await signInAs(page, CHAIR);
    await signInAs(liaison, LIAISON);
    for (const kind of KINDS) {
      const form = exampleForm(kind);
      const address = `${area}/evidence/new/${kind.id}`;
      expect(await controlsAt(page, address), kind.id).toEqual(
        expect.arrayContaining(form.map(([name]) => name)),
      );
      const made = await postForm(page, address, [["intent", "record"], ...form]);
      const shown = await textAt(page, made);
      const { what } = kind.example.fields;
      for (const words of [kind.words.one, typeof what === "string" ? what : ""])
        expect(shown).toContain(words);
      const { answer } = kind.example;
      if (!answer) continue;
      const who = await answering(kind, shown, page, liaison);
      const said = [
        ["outcome", answer.outcome],
        ["words", answer.words ?? ""],
        ["on.quick", "today"],
      ] as const;
      await postForm(who, made, [["intent", "answer"], ...said]);
      expect(await textAt(page, made)).toContain(answer.words);
    }
  },
);

journey(
  "a rule in the way is named by one side and dropped by the other @both",
  async ({ page, newPerson, watch }) => {
    watch.expect(/400 POST .*\/evidence\/new\/procedure-barrier/);
    const liaison = await newPerson();
    await signInAs(page, CHAIR);
    await page.goto(`${area}/evidence`);
    await page.getByRole("link", { name: "Note something" }).click();
    await page.getByRole("link", { name: "A procedure in the way" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name: "Say what the procedure is" })).toBeVisible();
    await page.getByLabel(/Council$/).check();
    await page.getByLabel("What is it?").fill("Keys handed out in office hours");
    await page.getByLabel("Today").check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Keys handed out in office hours");
    await expectAccessible(page);

    await signInAs(liaison, LIAISON);
    await liaison.goto(new URL(page.url()).pathname);
    await liaison.getByLabel("No, and it was dropped").check();
    await liaison.getByRole("button", { name: "Save answer" }).click();
    await expect(liaison.getByText(/said by Saltmouth Council/)).toBeVisible();
    await page.reload();
    await expect(page.getByText(/said by Saltmouth Council/)).toBeVisible();
  },
);

journey("an aim is believed, corrected by its owner, and kept so", async ({ page, newPerson, watch }) => {
  watch.expect(/400 POST .*\/aims\//);
  const liaison = await newPerson();
  await signInAs(liaison, LIAISON);
  await liaison.goto(`${area}/aims/new`);
  await liaison.getByLabel(/^Theirs/).check();
  await liaison.getByLabel("What is the aim?").fill("A wall and nothing else");
  await liaison.getByRole("button", { name: "Save aim" }).click();
  await expect(liaison.getByText("Not answered yet").first()).toBeVisible();
  const address = new URL(liaison.url()).pathname;

  await signInAs(page, CHAIR);
  await page.goto(address);
  await page.getByLabel("We would put it this way").check();
  await page.getByRole("button", { name: "Save answer" }).click();
  await expect(page.getByRole("link", { name: "Write the aim in your own words" })).toBeVisible();
  await page.getByLabel("In your own words").fill("A harbour that is safe to work in");
  await page.getByRole("button", { name: "Save answer" }).click();
  await expect(page.getByText("Answered", { exact: true })).toBeVisible();
  await liaison.reload();
  await expect(liaison.getByText("A harbour that is safe to work in")).toBeVisible();
});
