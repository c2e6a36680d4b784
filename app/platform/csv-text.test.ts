import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvText, readSafely } from "./csv-text";

it.each([
  ["plain", "plain"],
  ['says "yes", twice', '"says ""yes"", twice"'],
  ["=1+1", "'=1+1"],
  ["+44 7700 900000", "'+44 7700 900000"],
  ["-2+3", "'-2+3"],
  ["\t=1+1", "'\t=1+1"],
  ["\r=1+1", '"\'\r=1+1"'],
  ['=HYPERLINK("http://a.example","b")', '"\'=HYPERLINK(""http://a.example"",""b"")"'],
  ["@home", "'@home"],
  ["'=1+1", "''=1+1"],
  ["'tis", "'tis"],
])("writes the cell %s as %s", (value, written) => {
  expect(csvText([[value]])).toBe(`\uFEFF${written}\r\n`);
});

it("is read back as it was written", () => {
  const risky = fc
    .tuple(fc.stringMatching(/^'{0,3}[=+\-@\t\r]$/), fc.string())
    .map((parts) => parts.join(""));
  const text = fc.oneof(fc.string(), risky);
  const rows = fc.array(fc.tuple(fc.constant("row"), text), { minLength: 1 });
  fc.assert(
    fc.property(rows, (written) => {
      const read: string[][] = parse(csvText(written), { bom: true, record_delimiter: "\r\n" });
      expect(read.map((row) => row.map(readSafely))).toEqual(written);
      // Nothing that a spreadsheet would reckon with was written.
      expect(read.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }),
  );
});
