import { describe, expect, it } from "vitest";
import { leaves } from "../builders/fixtures-asking.ts";
import { accessTable, PRINCIPALS } from "./access.table.ts";

const HOW =
  "write who may GET and POST it in tests/contracts/access.table.ts (every principal; 405 where it has no action)";

/** What is wrong between a site map and a table, a line each. */
function compare(addresses: readonly string[], rows: readonly { method: string; address: string }[]) {
  const wanted = [...new Set(addresses)].flatMap((address) => [`GET ${address}`, `POST ${address}`]);
  const given = rows.map(({ method, address }) => `${method} ${address}`);
  return [
    ...wanted.filter((line) => !given.includes(line)).map((line) => `${line} is not listed: ${HOW}`),
    ...given
      .filter((line) => !wanted.includes(line))
      .map((line) => `${line} is listed, but app/routes.ts has none`),
    ...given.filter((line, index) => given.indexOf(line) !== index).map((line) => `${line} is listed twice`),
  ];
}

describe("the table of who may do what", () => {
  it("names every address of the site, and no other", async () => {
    expect(
      compare(
        (await leaves()).map(({ address }) => address),
        accessTable(),
      ),
    ).toEqual([]);
  });

  it("finds a missing line, one too many and one twice", () => {
    const row = (method: string, address: string) => ({ method, address });
    const problems = compare(
      ["/new", "/old"],
      [row("GET", "/old"), row("POST", "/old"), row("POST", "/old"), row("GET", "/gone"), row("GET", "/new")],
    );
    expect(problems.map((problem) => problem.replace(/:.*/, ""))).toEqual([
      "POST /new is not listed",
      "GET /gone is listed, but app/routes.ts has none",
      "POST /old is listed twice",
    ]);
  });

  it("refuses a line with a principal left out, or a word it does not know", () => {
    const cells = PRINCIPALS.map(() => "page");
    expect(() => accessTable(`GET /x ${cells.slice(1).join(" ")}`)).toThrow(/has 13 answers, not 14/);
    expect(() => accessTable(`GET /x ${cells.slice(1).join(" ")} perhaps`)).toThrow(/cannot read/);
    expect(accessTable(`GET /x ${cells.join(" ")}`)).toHaveLength(1);
  });

  it("asks nobody in by accident: whoever is not signed in gets open pages and the sign-in page alone", () => {
    const open = accessTable().filter(({ answers }) => !["sign-in", "401"].includes(answers.nobody));
    expect([...new Set(open.map(({ address }) => address))].sort()).toEqual([
      "/",
      "/accessibility",
      "/answer/:token",
      "/api/v1/openapi.json",
      "/calendar/:file",
      "/check-in/:token",
      "/guide",
      "/guide/:component",
      "/guide/words",
      "/invitation/:token",
      "/privacy",
      "/research/method",
      "/research/method/:file",
      "/research/method/calculator",
      "/setup",
      "/sign-in",
      "/sign-in/code",
      "/sign-in/link",
      "/sign-in/link/:token",
      "/sign-in/passkey",
      "/sign-in/passkey/offer",
      "/sign-in/second-factor",
      "/sign-in/set-up",
      "/sign-in/single-sign-on",
      "/sign-in/single-sign-on/callback/:provider",
      "/sign-out",
    ]);
  });

  it("gives admins and researchers no content of an area", () => {
    const rows = accessTable().filter(({ address }) => address.startsWith("/areas/"));
    const isRefused = (answer: string) => /^40/.test(answer);
    const given = rows.filter(({ answers }) => !isRefused(answers.admin) || !isRefused(answers.researcher));
    expect(given).toEqual([]);
  });

  it("opens to an admin who was let in what a reader of either side opens, and lets them send nothing there", () => {
    const wrong = accessTable().filter(({ method, address, answers }) => {
      const isReading = method === "GET" && address.startsWith("/areas/:area");
      const [ours, theirs] = [answers["community reader"], answers["council reader"]];
      return answers["admin let in"] !== (isReading ? (ours === theirs ? ours : "404") : answers.admin);
    });
    expect(wrong).toEqual([]);
  });
});
