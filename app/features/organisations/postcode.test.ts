import { describe, expect, it } from "vitest";
import { tierOf, toPostcode } from "./postcode";

describe("a postcode", () => {
  it.each([
    ["ls1 4ap", "LS1 4AP"],
    ["  L S 1 4 A P ", "LS1 4AP"],
    ["M11AE", "M1 1AE"],
    ["ec1a1bb", "EC1A 1BB"],
    ["W1A 0AX", "W1A 0AX"],
    ["zz1 1aa", "ZZ1 1AA"],
  ])("%j is %s", (typed, postcode) => {
    expect(toPostcode(typed)).toBe(postcode);
  });

  it.each([
    "",
    "LS1",
    "LS1 4A",
    "LS1 4CP",
    "12345",
    "LS1 4AP/../x",
    "LS1 4AP?x=1",
    "ＬＳ１ ４ＡＰ",
    "LSS1 4AP",
  ])("%j is none", (typed) => {
    expect(toPostcode(typed)).toBeNull();
  });
});

it.each([
  ["E06000063", "unitary"],
  ["E07000223", "district"],
  ["E08000009", "metropolitan"],
  ["E09000033", "london_borough"],
  ["E09000001", "city_corporation"],
  ["E10000012", "county"],
  ["E99999999", null],
  ["S12000036", null],
])("the code %s is a council’s of the tier %s", (code, tier) => {
  expect(tierOf(code)).toBe(tier);
});
