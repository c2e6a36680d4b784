import type { Page } from "@playwright/test";
import { dayAhead, typeDay } from "./support/forms.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible } from "./support/pages.ts";
import { signInAs } from "./support/sign-in.ts";

const ADMIN = "admin@programme.example";

async function addCouncil(page: Page, name: string): Promise<void> {
  await page.goto("/admin/organisations");
  await page.getByText("Add an organisation").click();
  const form = page.locator("form", { has: page.getByLabel("GSS code") });
  await form.getByLabel("Name", { exact: true }).fill(`${name} Council`);
  await form.getByLabel(/^Short name/).fill(name);
  await form.getByLabel("Council", { exact: true }).check();
  await form.getByLabel("Tier").selectOption("unitary");
  await form.getByRole("button", { name: "Add" }).click();
}

async function openRegistered(page: Page, list: "organisations" | "areas", name: string): Promise<void> {
  await page.goto(`/admin/${list}?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

journey("an admin prepares a council's takeover, takes it back, and closes an area", async ({ page }) => {
  await signInAs(page, ADMIN);
  await addCouncil(page, "Reedley Old");
  await addCouncil(page, "Reedley New");
  await page.goto("/admin/areas");
  await page.getByText("Add an area").click();
  await page.getByLabel("Name", { exact: true }).fill("Reedley Quay");
  await page.getByLabel(/^Council/).selectOption({ label: "Reedley Old Council" });
  await page.getByRole("button", { name: "Add", exact: true }).click();

  await openRegistered(page, "organisations", "Reedley Old Council");
  await page.getByLabel("Which organisation takes over").selectOption({ label: "Reedley New Council" });
  await typeDay(page, "From which day", dayAhead(200));
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: /What follows in its areas/ }).click();
  await expect(page.getByText("What follows: Nothing is open.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Prepare the takeover" }).click();
  await expect(page.getByRole("table")).toContainText("Reedley New Council");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByRole("button", { name: "Prepare the takeover" })).toBeVisible();

  await openRegistered(page, "areas", "Reedley Quay");
  await page.getByRole("link", { name: "Active" }).click();
  await typeDay(page, "From which day is it to be closed", dayAhead(30));
  await page.getByLabel("Why").fill("The programme ends here.");
  await page.getByRole("button", { name: "Say that it is to close" }).click();
  await expect(page.getByText("Closing since")).toBeVisible();
  await expectAccessible(page);
  await typeDay(page, "The first day on which it is closed", dayAhead(0));
  await page.getByLabel("Who looks after what stays").selectOption({ label: "Reedley New Council" });
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Closed from")).toBeVisible();
  await page.getByLabel("Why it opens again").fill("It goes on after all.");
  await page.getByRole("button", { name: "Open it again" }).click();
  await expect(page.getByText("Active")).toBeVisible();
});
