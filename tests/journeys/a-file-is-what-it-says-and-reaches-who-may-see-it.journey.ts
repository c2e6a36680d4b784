import { AREA, aboutTheCounty, bothSides, press } from "./support/both-sides.ts";
import { expect, journey } from "./support/journey.ts";
import { expectAccessible } from "./support/pages.ts";

const page1 = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
const pdf = (name: string, text: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(text),
});

journey(
  "a file that lies about its type is refused; one of both sides is fetched by the other, one of a side is not there",
  async ({ page, newPerson, watch }) => {
    watch.expect(/400 POST .*\/files/);
    const [chair, county] = await bothSides(page, newPerson);
    await chair.goto(`${AREA}/requests/new`);
    await aboutTheCounty(chair);
    await chair.getByLabel("What are you asking?").fill("Where is the gas main under the green?");
    await press(chair, "Save request", chair);
    const request = new URL(chair.url()).pathname;
    await chair.getByRole("link", { name: "Add a file" }).click();

    await chair.getByLabel("The file").setInputFiles(pdf("plan.pdf", "<!doctype html><script>1</script>"));
    await chair.getByRole("button", { name: "Add the file" }).click();
    await expect(chair.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expectAccessible(chair);

    for (const [name, who] of [
      ["for both.pdf", "Both sides"],
      ["for us.pdf", "Members of our side"],
    ] as const) {
      await chair.getByLabel("The file").setInputFiles(pdf(name, page1));
      await chair.getByLabel(who, { exact: true }).check();
      await press(chair, "Add the file", chair);
      await expect(chair.getByRole("link", { name, exact: true })).toBeVisible();
    }
    const [own] = await hrefsOf("for us.pdf");
    const [both] = await hrefsOf("for both.pdf");

    await county.goto(request);
    await expect(county.getByRole("link", { name: "for both.pdf" })).toBeVisible();
    await expect(county.getByRole("link", { name: "for us.pdf" })).toHaveCount(0);
    const fetched = await county.request.get(both ?? "");
    expect(fetched.status()).toBe(200);
    expect(fetched.headers()["content-disposition"]).toMatch(/^attachment/);
    expect(await fetched.text()).toBe(page1);
    expect((await county.request.get(own ?? "")).status()).toBe(404);

    function hrefsOf(name: string): Promise<string[]> {
      const links = chair.getByRole("link", { name, exact: true });
      return links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    }
  },
);
