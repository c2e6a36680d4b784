import type { Page } from "@playwright/test";
import { AREA, bothSides } from "./support/both-sides.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible, picture } from "./support/pages.ts";

/** Fills the form that adds somebody of the partnership; sends it. */
async function addMember(page: Page, name: string, role: string): Promise<void> {
  await page.goto(`${AREA}/people/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Organisation").selectOption({ index: 1 });
  await page.getByLabel("Role").selectOption(role);
  await page.getByRole("button", { name: "Save" }).click();
}

journey(
  "two records of one person become one, and two again by the other side @both",
  async ({ page, newPerson, watch }, { project }) => {
    journey.slow();
    watch.expect(/^400 POST .*\/people\/new/);
    const [chair, county] = await bothSides(page, newPerson);
    const surname = project.name === "script" ? "Quillfeather" : "Penhaligon";
    await addMember(chair, `Wilma ${surname}`, "Volunteer");
    await expect(chair.getByText("Saved. Both sides see who they are.")).toBeVisible();

    // Somebody adds her again: is it one of these? It is.
    await addMember(chair, `W. ${surname}`, "Partnership member");
    const question = chair.getByRole("group", { name: "Is it one of these?" });
    await expect(question).toContainText("a name much like it");
    await expectAccessible(chair);
    await picture(chair, "is-it-one-of-these");
    await question.getByLabel(/^Use this one: Wilma/).check();
    await chair.getByRole("button", { name: "Save" }).click();
    await expect(chair.getByText("They were here already: the post is added.")).toBeVisible();
    await expect(chair.getByRole("heading", { level: 1 })).toContainText(`Wilma ${surname}`);

    // And once more, by somebody who is sure that it is another.
    await addMember(chair, `Willma ${surname}`, "Resident");
    await question.getByLabel("No, a new person").check();
    await chair.getByRole("button", { name: "Save" }).click();
    await expect(chair.getByText("Saved. Both sides see who they are.")).toBeVisible();
    const gone = new URL(chair.url()).pathname;

    // The list of people has them as a pair; side by side they become one.
    await chair.goto(`${AREA}/people`);
    await chair.getByText(/^May be here twice/).click();
    const pair = chair.getByRole("link", { name: new RegExp(`${surname} and .*${surname}`) });
    await pair.click();
    await expect(chair.getByRole("table", { name: "What each record holds" })).toContainText("Volunteer");
    await expectAccessible(chair);
    await picture(chair, "two-records-side-by-side");
    await chair.getByLabel(`Wilma ${surname}`, { exact: true }).check();
    await chair.getByRole("button", { name: "Make them one person" }).click();
    await expect(chair.getByText(/They are one person now/)).toBeVisible();
    await expect(chair.getByRole("heading", { level: 1 })).toContainText(`Wilma ${surname}`);
    const kept = new URL(chair.url()).pathname;
    for (const post of ["Volunteer", "Partnership member", "Resident"])
      await expect(chair.getByRole("heading", { level: 3, name: post, exact: true })).toBeVisible();

    // The other side finds her under either address, and takes it back.
    await county.goto(gone);
    await expect(county).toHaveURL(new RegExp(`${kept}$`));
    await county.getByRole("link", { name: "Is this person here twice?" }).click();
    await expectAccessible(county);
    await county.getByRole("button", { name: /^Undo: they are two people/ }).click();
    await expect(county.getByText("They are two people again, as before.")).toBeVisible();
    await county.goto(gone);
    await expect(county).toHaveURL(new RegExp(`${gone}$`));
    await expect(county.getByRole("heading", { level: 1 })).toContainText(surname);

    // They are two: nobody asks again.
    await chair.goto(`${AREA}/people`);
    await chair.getByText(/^May be here twice/).click();
    await pair.click();
    await chair.getByRole("button", { name: "No, they are two people" }).click();
    await expect(chair.getByText("Remembered: they are two people.")).toBeVisible();
    await expect(pair).toHaveCount(0);
  },
);
