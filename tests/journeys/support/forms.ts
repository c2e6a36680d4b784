import { expect, type Locator, type Page } from "@playwright/test";

/** A day as somebody types it into three boxes. */
export type TypedDay = { day: string; month: string; year: string };

/** Some days from today, in the boxes' own parts. */
export function dayAhead(days: number): TypedDay {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London" })
    .format(new Date(Date.now() + days * 86_400_000))
    .split("/");
  const [day = "", month = "", year = ""] = parts;
  return { day, month, year };
}

/** Types a day into the boxes of the question with this name. */
export async function typeDay(within: Page | Locator, question: string | RegExp, typed: TypedDay) {
  const boxes = within.getByRole("group", { name: question });
  await boxes.getByLabel("Day", { exact: true }).fill(typed.day);
  await boxes.getByLabel("Month", { exact: true }).fill(typed.month);
  await boxes.getByLabel("Year", { exact: true }).fill(typed.year);
}

/** The boxes of a day hold what was typed. */
export async function expectDay(within: Page | Locator, question: string | RegExp, typed: TypedDay) {
  const boxes = within.getByRole("group", { name: question });
  await expect(boxes.getByLabel("Day", { exact: true })).toHaveValue(typed.day);
  await expect(boxes.getByLabel("Month", { exact: true })).toHaveValue(typed.month);
  await expect(boxes.getByLabel("Year", { exact: true })).toHaveValue(typed.year);
}

/** A part of a meeting's form by its heading, such as /^Who came from/; of several the one of this number. */
export function partOf(page: Page, heading: string | RegExp, index = 0): Locator {
  return page.getByRole("region", { name: heading }).nth(index);
}

/** Types who came from one side, a row each; without script each new row is a round to the server. */
export async function typePeople(page: Page, index: number, names: readonly string[]) {
  const part = partOf(page, /^Who came from/, index);
  for (const [row, name] of names.entries()) {
    const group = part.getByRole("group", { name: `Person ${row + 1}`, exact: true });
    if (row > 0) await part.getByRole("button", { name: "Add another person" }).click();
    await group.getByLabel("Name", { exact: true }).fill(name);
  }
}

/** Types what was promised, a row each. */
export async function typePromises(
  page: Page,
  promises: readonly { text: string; by: "ours" | "theirs"; due: TypedDay }[],
) {
  const part = partOf(page, "What was promised?");
  await unfold(part, "Add a promise");
  for (const [row, { text, by, due }] of promises.entries()) {
    const group = part.getByRole("group", { name: `Promise ${row + 1}`, exact: true });
    if (row > 0) await part.getByRole("button", { name: "Add another promise" }).click();
    await group.getByLabel(/^What/).fill(text);
    await group.getByLabel("Who promised it?").selectOption(by);
    await typeDay(group, "By when?", due);
  }
}

/** Opens what is folded up under these words, where it is not open yet. */
export async function unfold(within: Page | Locator, words: string): Promise<Locator> {
  const details = within.locator(`details:has(> summary :text-is(${JSON.stringify(words)}))`);
  if ((await details.getAttribute("open")) === null) await details.locator("summary").first().click();
  return details;
}
