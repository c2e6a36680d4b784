import { describe, expect, it } from "vitest";
import { asShown, bandOf, cappedBand, holdsCut } from "./bands.ts";

describe("bands", () => {
  it.each([
    [74.94, "steady"],
    [74.95, "strong"],
    [49.94, "strained"],
    [50, "steady"],
    [34.95, "strained"],
    [34.9, "at risk"],
  ])("%d is %s, judged as shown", (value, band) => expect(bandOf(value)).toBe(band));

  it("show one decimal, half up", () => expect([asShown(61.25), asShown(61.24)]).toEqual([61.3, 61.2]));

  it("let the overall lie one above the weakest at most", () => {
    expect(cappedBand(80, [90, 40])).toBe("steady");
    expect(cappedBand(80, [90, 50])).toBe("strong");
    expect(cappedBand(60, [20, 90])).toBe("strained");
  });

  it("call a range borderline that holds a cut: lo < cut ≤ hi", () => {
    expect(holdsCut({ lo: 50, hi: 60 })).toBe(false);
    expect(holdsCut({ lo: 49, hi: 50 })).toBe(true);
  });
});
