import { crawl } from "./support/crawl.ts";
import { expect, journey } from "./support/journey.ts";
import { signInAs } from "./support/sign-in.ts";

const CRAWL_MS = 1_800_000;
/** Pages opened by each: those the others open as well are opened there. */
const MOST = 60;

/** What the chair's register holds of the borough, by the words nobody else would write. */
const OF_THE_BOROUGH = [
  "Fit a key safe at the changing rooms",
  "Price three options for floodlights",
  "Find a sponsor for the new bench",
  "Planning the winter programme",
  "Autumn review, third year",
  "Will the path to the hall be gritted this winter?",
  "Wexcombe",
];

// Each reads on its own, and the three are the longest of all: a worker that is free takes one.
journey.describe.configure({ mode: "parallel" });

journey(
  "every page the county officer can reach works, and tells nothing of the borough @no-script",
  async ({ page }) => {
    journey.setTimeout(CRAWL_MS);
    await signInAs(page, "officer@county.example");
    const opened = await crawl(page, {
      name: "county",
      most: MOST,
      look: async (each) => {
        const text = await each.locator("main").innerText();
        const told = OF_THE_BOROUGH.filter((words) => text.includes(words));
        expect.soft(told, `what ${each.url()} tells of the borough`).toEqual([]);
      },
    });
    expect(opened).toContain("/areas/millbrook-rise/commitments");
  },
);

/** What is a reader's own (a password, tokens that read, answers to a check-in), and what reckons and keeps nothing. */
const OWN = /^\/account|\/check-ins\/[^/]+\/answer$|^\/research\/method\/calculator$/;

journey("every page the reader can reach works, and none of them writes @no-script", async ({ page }) => {
  journey.setTimeout(CRAWL_MS);
  await signInAs(page, "resident@millbrook.example");
  const opened = await crawl(page, {
    name: "reader",
    most: MOST,
    look: async (each) => {
      if (OWN.test(new URL(each.url()).pathname)) return;
      const writing = each.locator('form[method="post"]:not([action="/sign-out"])');
      expect.soft(await writing.count(), `forms that write on ${each.url()}`).toBe(0);
    },
  });
  expect(opened).toContain("/areas/millbrook-rise/commitments");
});

journey("every page the admin can reach works @no-script", async ({ page }) => {
  journey.setTimeout(CRAWL_MS);
  await signInAs(page, "admin@programme.example");
  const opened = await crawl(page, { name: "admin", most: MOST });
  expect(opened).toContain("/admin/users");
});
