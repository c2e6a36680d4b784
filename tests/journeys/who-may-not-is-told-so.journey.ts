import { expect, journey } from "./support/journey.ts";
import { expectAccessible } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

const own = "/areas/millbrook-rise";

journey("a reader who asks for a form is told whose it is @no-script", async ({ page, watch }) => {
  watch.expect(/^403 GET .*\/meetings\/new/);
  watch.expect(/^403 GET .*\/commitments\/new/);
  await signInAs(page, "resident@millbrook.example");
  for (const path of ["meetings/new", "commitments/new"]) {
    const answer = await page.goto(`${own}/${path}`);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole("heading", { level: 1, name: "Your role cannot do this" })).toBeVisible();
    await expectAccessible(page);
  }
});

journey(
  "the borough's records are not there for the county's officer",
  async ({ page, newPerson, watch }) => {
    watch.expect(/^404 GET .*\/commitments\//);
    watch.expect(/^404 GET .*\/health\?council=wexcombe/);
    await signInAs(page, "chair@millbrook.example");
    await page.goto(`${own}/commitments`);
    await page.getByRole("link", { name: "Find a sponsor for the new bench", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Find a sponsor" })).toBeVisible();
    const officer = await newPerson();
    await signInAs(officer, "officer@county.example");
    for (const path of [new URL(page.url()).pathname, `${own}/health?council=wexcombe-borough`]) {
      const answer = await officer.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(
        officer.getByRole("heading", { level: 1, name: "We cannot find that page" }),
      ).toBeVisible();
    }
  },
);
