import { expect, journey } from "./support/journey.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

const STUDY = "Do promises that are kept make trust?";

journey("a researcher compares kinds of areas, and shows the same again", async ({ page }) => {
  await signInAs(page, "researcher@university.example");
  await page.getByRole("link", { name: "Compare kinds of areas", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Compare kinds of areas" })).toBeVisible();
  await expect(page.getByText(/About \d+ areas are in this release, to the nearest 5\./)).toBeVisible();
  await expect(page.getByRole("img", { name: "Trust", exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("What is measured").selectOption({ label: "Trust: the council as a partner" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const table = page.getByRole("table", {
    name: "Trust: the council as a partner: the figures",
    exact: true,
  });
  await expect(table).toBeVisible();
  const figures = await table.innerText();
  const address = await page.locator(".cg-address").innerText();
  expect(address).toMatch(/\/research\?release=\d{4}-Q\d&measure=trust%2Fcouncil&by=/);
  await page.goto(new URL(address).pathname + new URL(address).search);
  expect(await table.innerText()).toBe(figures);
  const answer = await page.request.get("/research?release=1999-Q1");
  expect(answer.status()).toBe(404);
});

journey(
  "a study shows its members its areas under pseudonyms, and nobody else",
  async ({ page, newPerson, watch }) => {
    watch.expect(/^404 GET .*\/research\/studies\//);
    await signInAs(page, "researcher@university.example");
    await page.getByRole("link", { name: STUDY, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: STUDY })).toBeVisible();
    await expect(page.getByRole("img", { name: /^Overall: / }).first()).toBeVisible();
    await expect(page.getByRole("table", { name: "Overall, area by area", exact: true })).toBeVisible();
    await expect(page.getByText("Millbrook")).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const chair = await newPerson();
    await signInAs(chair, "chair@millbrook.example");
    const answer = await chair.goto(new URL(page.url()).pathname);
    expect(answer?.status()).toBe(404);
  },
);
