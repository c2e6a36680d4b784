import { crawl } from "./support/crawl.ts";
import { expect, journey } from "./support/journey.ts";
import { signInAs } from "./support/sign-in.ts";

const CRAWL_MS = 1_800_000;

// Each reads on its own: a worker that is free takes one.
journey.describe.configure({ mode: "parallel" });

for (const [name, email] of [
  ["chair", "chair@millbrook.example"],
  ["officer", "officer@borough.example"],
] as const) {
  journey(`every page the ${name} can reach works`, async ({ page }) => {
    journey.setTimeout(CRAWL_MS);
    await signInAs(page, email);
    const opened = await crawl(page, { name });
    expect(opened).toContain("/areas/millbrook-rise/meetings/new");
    expect(opened).toContain("/areas/millbrook-rise/commitments/new");
  });
}

journey("every page the researcher can reach works", async ({ page }) => {
  journey.setTimeout(CRAWL_MS);
  await signInAs(page, "researcher@university.example");
  const opened = await crawl(page, { name: "researcher" });
  expect(opened).toContain("/research/studies");
  expect(opened.filter((path) => path.startsWith("/areas/"))).toEqual([]);
});
