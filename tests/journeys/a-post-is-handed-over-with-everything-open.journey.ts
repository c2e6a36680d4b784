import type { Page } from "@playwright/test";
import { AREA, bothSides, press } from "./support/both-sides.ts";
import { dayAhead, typeDay, unfold } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible, picture } from "./support/pages.ts";

const [leaver, follower] = ["Orla Finch", "Prue Marsden"];
const promise = "Send the counts of the crossing";

async function addOfficer(page: Page, name: string): Promise<string> {
  await page.goto(`${AREA}/people/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Organisation").selectOption({ label: "Fernshire County" });
  await page.getByLabel("Role").selectOption("officer");
  await typeDay(page, /^In this post since/, dayAhead(-400));
  await press(page, "Save", page);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function promiseBy(page: Page, name: string) {
  await page.goto(`${AREA}/commitments/new`);
  await page.getByLabel(/\(your side\)/).check();
  await page.getByLabel("What is promised?").fill(promise);
  await typeDay(page, "By when?", dayAhead(30));
  const more = await unfold(page, "Add people, detail or an earlier day");
  await more.getByLabel(/^Who will see to it/).selectOption({ label: name });
  await press(page, "Record the promise", page);
}

/** Every line of the brief opens for its reader; gives the promises it names as open. */
async function readBrief(page: Page): Promise<string[]> {
  const links = page.locator("article a[href]");
  for (const href of await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href)))
    expect((await page.request.get(href)).status(), href).toBe(200);
  const open = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: /promised, and it is open$/ }) });
  return (await open.getByRole("link").allInnerTexts()).sort();
}

journey(
  "a leaver is announced, what is open moves in one go, and the follower is met",
  async ({ page, newPerson, watch }) => {
    watch.expect(/400 POST .*\/handovers\//);
    const [chair, county] = await bothSides(page, newPerson);
    const person = await addOfficer(county, leaver);
    await addOfficer(county, follower);
    await promiseBy(county, leaver);

    await county.goto(person);
    await county.getByRole("link", { name: /^Begin a handover/ }).click();
    await expect(county.getByLabel("Who leaves which post?").locator("option:checked")).toContainText(leaver);
    await county.getByLabel("Why do they leave?").selectOption({ index: 1 });
    await typeDay(county, "Their last day in the post", dayAhead(-1));
    await press(county, "Save", county);
    const own = new URL(county.url()).pathname;

    await journey.step(
      "a note is needed, then who follows, and everything open moves and moves back",
      async () => {
        await county.getByRole("button", { name: "Save the note" }).click();
        await expect(county.getByRole("heading", { name: "There is a problem" })).toBeVisible();
        await county
          .locator("form#prepare")
          .getByLabel("What does the next person need to know?")
          .fill("The counts are in the shared folder.");
        await press(county, "Save the note", county);
        await county.getByLabel(/^Who follows/).selectOption({ label: `${follower}, Fernshire County` });
        await press(county.locator("form#name-incoming"), "Save", county);
        await press(county, `Move 1 open thing to ${follower}`, county);
        await press(county, "Move the last 1 thing back", county);
        await expect(county.getByText(`Nothing open is with ${leaver}.`)).toHaveCount(0);
        await press(county, `Move 1 open thing to ${follower}`, county);
        const list = await unfold(county, "Keep the checklist");
        await list.getByRole("checkbox").first().check();
        await press(list, "Save the checklist", county);
        await press(county, `${follower} accepts`, county);
        await expectAccessible(county);
      },
    );

    await journey.step(
      "the brief says what the register says, and leads only to what its reader may open",
      async () => {
        await county.getByRole("link", { name: "Read the brief" }).click();
        await expect(county.getByRole("heading", { level: 1, name: /^Handover brief/ })).toBeVisible();
        await expect(county.getByText("The counts are in the shared folder.")).toBeVisible();
        const named = await readBrief(county);
        expect(named).toContain(promise);
        await picture(county, "a-brief");
        await county.goto(`${AREA}/commitments`);
        const register = county.locator(".cg-records__title a");
        const both = (await register.allInnerTexts()).sort();
        expect(
          named.filter((title) => !both.includes(title)),
          "promises of the brief the register has not",
        ).toEqual([]);
        const file = await county.request.get(`${own}/brief.pdf`);
        expect(file.headers()["content-type"]).toBe("application/pdf");
      },
    );

    await journey.step("the other side has met who follows, and sees that it went on", async () => {
      await chair.goto(own);
      await typeDay(chair, new RegExp(`^Or: the day the other side met ${follower}`), dayAhead(0));
      await press(chair, "They have met", chair);
      await expect(chair.getByText("Complete", { exact: true }).first()).toBeVisible();
      await chair.getByRole("link", { name: promise }).click();
      await expect(chair.getByText(`Went from ${leaver} to ${follower}`)).toBeVisible();
      await county.goto(own);
      await expect(county.getByText("Complete", { exact: true }).first()).toBeVisible();
    });
  },
);
