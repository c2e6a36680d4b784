import { expect, type Page } from "@playwright/test";

/** Where a relationship's figures stand: an area, and the council as its address names it. */
export type Place = { area: string; council: string };

/** What one person reads of a relationship's health: the overall figure and Trust's, each with its words. */
type Figures = { area: string; overall: string; trust: string; dialogue: string };

/** Reads the figures as this person's pages show them. */
async function readFigures(page: Page, { area, council }: Place): Promise<Figures> {
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

/** How long two people look again and again until nobody else has written between their looks. */
const SETTLES_MS = 90_000;

/**
 * Both people read the same figures; gives them. Another journey may write about the same relationship while they look
 * (answers to a check-in come out): then both look again.
 */
export async function expectSameFigures(one: Page, other: Page, place: Place): Promise<Figures> {
  return settled(async () => {
    const seen = await readFigures(one, place);
    expect(await readFigures(other, place), "what the other side reads").toEqual(seen);
    expect(seen.area, "the area's page and its health").toBe(seen.overall);
    return seen;
  });
}

/** Both people read the same of a record behind a component's figure; gives it. */
export async function expectSameRow(
  one: Page,
  other: Page,
  { place, component, title }: { place: Place; component: string; title: string },
): Promise<string[]> {
  return settled(async () => {
    for (const page of [one, other]) await openComponent(page, place, component);
    const row = await rowOf(one, title);
    expect(await rowOf(other, title), "what the other side reads").toEqual(row);
    return row;
  });
}

async function settled<Seen>(look: () => Promise<Seen>): Promise<Seen> {
  const seen: Seen[] = [];
  await expect(async () => {
    seen.push(await look());
  }).toPass({ timeout: SETTLES_MS });
  const [last] = seen;
  if (last === undefined) throw new Error("Nothing was seen");
  return last;
}

/** Opens a component down to its records, on the relationship's page. */
async function openComponent(page: Page, { area, council }: Place, component: string) {
  await page.goto(`/areas/${area}/health/${component}?council=${council}`);
}

/** The row of a record behind an indicator, on a component's page: its day, how good, its weight, what it moves. */
async function rowOf(page: Page, title: string): Promise<string[]> {
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
