import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const source = readFileSync(new URL("./_settings.scss", import.meta.url), "utf8");
const palette = new Map(
  [...source.matchAll(/^\$([\w-]+): (#[0-9a-f]{6});/gm)].map(([, name, hex]) => [name, hex]),
);

/** WCAG 2.2 relative luminance of a colour such as "#285a4c". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const hex = (name: string) => palette.get(name) ?? "#ffffff";
  const [light = 0, dark = 0] = [luminance(hex(one)), luminance(hex(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const words = ["ink", "ink-soft", "brand", "warm", "cool", "error"];
const grounds = ["page", "paper", "brand-tint", "attention-tint"];

it.each(words.flatMap((word) => grounds.map((ground) => [word, ground])))(
  "%s is read on %s (4.5 to 1)",
  (word, ground) => {
    expect(palette.has(word) && palette.has(ground)).toBe(true);
    expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5);
  },
);

it("gives the two partners the same weight", () => {
  expect(contrast("warm", "page") / contrast("cool", "page")).toBeGreaterThan(0.8);
  expect(contrast("warm", "page") / contrast("cool", "page")).toBeLessThan(1.25);
});

it("keeps marks apart from the page (3 to 1)", () => {
  for (const mark of ["line-strong", "brand", "warm", "cool"])
    expect(contrast(mark, "page")).toBeGreaterThanOrEqual(3);
});
