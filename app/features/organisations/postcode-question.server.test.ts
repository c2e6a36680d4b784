import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { HttpResponse, http } from "msw";
import { Client } from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { getLog } from "~/platform/log.server";
import { outsideFakes } from "../../../tests/fakes/outside";
import { stoppedClock } from "../../../tests/setup/clock";
import { testServer, withDatabase } from "../../../tests/setup/database";
import { network } from "../../../tests/setup/network";
import { ownDatabase } from "../../../tests/setup/own-database";
import { POSTCODE_WORDS } from "./postcode";
import { findCouncilsAt, postcodeQuestion } from "./postcode-question.server";

const real = new URL("../../../../shared/data/http/postcodes_io/", import.meta.url);
const { schema } = postcodeQuestion("LS1 4AP");
const clock = stoppedClock();
const database = ownDatabase();
beforeEach(() => network.use(...outsideFakes));

describe("the councils at a postcode", () => {
  it("are its district and its county", async () => {
    expect(await findCouncilsAt("zz11aa", clock)).toEqual({
      found: {
        councils: [
          { gssCode: "E07999901", name: "Wexcombe", tier: "district" },
          { gssCode: "E10999901", name: "Fernshire", tier: "county" },
        ],
        region: "North West",
        askedOn: "2026-10-01",
      },
    });
  });

  it("are one where one council does all", async () => {
    expect(await findCouncilsAt("ZZ1 2AA", clock)).toMatchObject({
      found: { councils: [{ gssCode: "E06999901", name: "Saltmouth", tier: "unitary" }] },
    });
  });

  it.each([
    ["no postcode", "Leeds", POSTCODE_WORDS.form],
    ["one that nobody has", "ZZ9 9ZZ", POSTCODE_WORDS.unknown],
    ["one out of use", "ZZ1 5AA", POSTCODE_WORDS.ended(2019)],
    ["Scotland", "ZZ1 3AA", POSTCODE_WORDS.nation("Scotland")],
    ["Wales", "ZZ1 4AA", POSTCODE_WORDS.nation("Wales")],
  ])("are none, in words, for %s", async (_, typed, problem) => {
    expect(await findCouncilsAt(typed, clock)).toEqual({ problem });
  });

  it("are to be chosen by hand while the service is away", async () => {
    vi.spyOn(getLog(), "warn").mockImplementation(() => undefined);
    network.use(http.get("https://api.postcodes.io/*", () => HttpResponse.json({}, { status: 500 })));
    expect(await findCouncilsAt("ZZ1 6AA", clock)).toEqual({ problem: POSTCODE_WORDS.away });
  });

  it("leave no postcode behind, neither in the clear nor as a digest that another could make", async () => {
    await findCouncilsAt("ZZ1 1AA", clock);
    const client = new Client({ connectionString: withDatabase(testServer().adminUrl, database()) });
    await client.connect();
    const { rows } = await client.query("select o::text as text from outside_answer o");
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    const all = JSON.stringify(rows);
    expect(all).toContain("E07999901");
    const inTheClear = all.replaceAll(/postcode:[0-9a-f]{64}/g, "");
    expect(inTheClear).not.toMatch(/ZZ1|1AA|longitude|53\.5/i);
    for (const text of ["ZZ1 1AA", "postcode ZZ1 1AA"])
      expect(all).not.toContain(createHash("sha256").update(text).digest("hex"));
  });
});

describe("postcodes.io’s answers (skipped where the real bodies are not here)", () => {
  const parse = (status: number, body: unknown) => schema.safeParse({ status, body });

  it.skipIf(!existsSync(real))("are accepted as they were", () => {
    const examples = JSON.parse(readFileSync(new URL("example_responses.json", real), "utf8"));
    const known = parse(200, examples["GET /postcodes/{postcode} -> 200"]);
    expect(known.data?.body).toMatchObject({
      result: { country: "England", codes: { admin_district: "E09000033", admin_county: "E99999999" } },
    });
    for (const file of ["postcode_invalid_404.json", "postcode_not_found_404.json"])
      expect(parse(404, JSON.parse(readFileSync(new URL(file, real), "utf8"))).success, file).toBe(true);
  });

  it.skipIf(!existsSync(real))("are refused where they speak of something else", () => {
    const noSuchPage = JSON.parse(readFileSync(new URL("resource_404.json", real), "utf8"));
    expect(parse(404, noSuchPage).success).toBe(false);
    const many = JSON.parse(readFileSync(new URL("bulk_postcode.json", real), "utf8"));
    expect(parse(200, many).success).toBe(false);
  });
});
