import { expect, type Page } from "@playwright/test";

/** Where a relationship's figures stand: an area, and the council as its address names it. */
export type Place = { area: string; council: string };

/** What one person reads of a relationship's health: the overall figure and Trust's, each with its words. */
export type Figures = { area: string; overall: string; trust: string; dialogue: string };

/** Reads the figures as this person's pages show them. */
export async function readFigures(page: Page, { area, council }: Place): Promise<Figures> {
  await page.goto(`/areas/${area}?council=${council}`);
  const onArea = await textOf(page, ".cg-figure");
  await page.goto(`/areas/${area}/health?council=${council}`);
  const overall = await textOf(page, ".cg-figure");
  return {
    area: onArea,
    overall,
    trust: await componentSays(page, { area, council }, "trust"),
    dialogue: await componentSays(page, { area, council }, "dialogue"),
  };
}

/** Both people read the same figures; gives them. */
export async function expectSameFigures(one: Page, other: Page, place: Place): Promise<Figures> {
  const seen = await readFigures(one, place);
  expect(await readFigures(other, place), "what the other side reads").toEqual(seen);
  expect(seen.area, "the area's page and its health").toBe(seen.overall);
  return seen;
}

/** Opens a component down to its records, on the relationship's page. */
export async function openComponent(page: Page, { area, council }: Place, component: string) {
  await page.goto(`/areas/${area}/health/${component}?council=${council}`);
}

/** The row of a record behind an indicator, on a component's page: its day, how good, its weight, what it moves. */
export async function rowOf(page: Page, title: string): Promise<string[]> {
  const row = recordRow(page, title).first();
  const folded = page.locator("details:not([open])", { has: recordRow(page, title) }).first();
  if (await folded.count()) await folded.locator("summary").first().click();
  await expect(row).toBeVisible();
  return (await row.getByRole("cell").allInnerTexts()).map((text) => text.trim());
}

/** The rows of a record, folded away or not. */
export function recordRow(page: Page, title: string) {
  return page.locator("tr").filter({ hasText: title });
}

async function componentSays(page: Page, place: Place, component: string): Promise<string> {
  await openComponent(page, place, component);
  return textOf(page, "main .govuk-body-l + .govuk-body");
}

async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).replaceAll(/\s+/g, " ").trim();
}
