import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvText } from "./csv-text";

it.each([
  ["plain", "plain"],
  ['says "yes", twice', '"says ""yes"", twice"'],
  ["=1+1", "'=1+1"],
  ["@home", "'@home"],
])("writes the cell %s as %s", (value, written) => {
  expect(csvText([[value]])).toBe(`\uFEFF${written}\r\n`);
});

it("is read back as it was written", () => {
  const text = fc.string().filter((value) => !/^[=+\-@\t\r]/.test(value));
  const rows = fc.array(fc.tuple(fc.constant("row"), text), { minLength: 1 });
  fc.assert(
    fc.property(rows, (written) => {
      expect(parse(csvText(written), { bom: true, record_delimiter: "\r\n" })).toEqual(written);
    }),
  );
});
