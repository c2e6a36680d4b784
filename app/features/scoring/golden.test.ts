import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scoreCases } from "../../composition/score-cases.ts";
import { streamsOf } from "./method.ts";
import { method202611 } from "./methods/2026-11.ts";

// The numbers of the method, worked out apart from this code: published with it, and frozen as it is.
const FILE = new URL("./methods/2026-11.golden.json", import.meta.url);

type Golden = {
  tolerance: number;
  parameter_hash: string;
  parameters: unknown;
  weights: Record<string, number>;
  examples: { name: string; expected: unknown }[];
  cases: { name: string; expected: unknown }[];
};

const golden: Golden = JSON.parse(readFileSync(FILE, "utf8"));

function expectNear(found: unknown, expected: unknown, tolerance: number, path: string): void {
  if (typeof expected === "number" && typeof found === "number") {
    expect(Math.abs(found - expected), `${path}: ${found}, not ${expected}`).toBeLessThanOrEqual(tolerance);
  } else if (typeof expected === "object" && expected !== null) {
    const [a, b] = [found, expected] as [Record<string, unknown> | null, Record<string, unknown>];
    expect(Object.keys(a ?? {}), path).toEqual(Object.keys(b));
    for (const [key, value] of Object.entries(b)) expectNear(a?.[key], value, tolerance, `${path}.${key}`);
  } else {
    expect(found, path).toBe(expected);
  }
}

const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, one]) => [key, sorted(one)]),
      )
    : value;

describe("method 2026-11", () => {
  it("has the hash of its parameters", () => {
    const { half_lives, ...parameters } = method202611.parameters;
    const text = JSON.stringify(sorted({ half_lives, method: method202611.id, parameters }));
    expect(createHash("sha256").update(text).digest("hex")).toBe(method202611.parameterHash);
  });

  it("weighs the streams of each component to 1", () => {
    const totals = new Map<string, number>();
    for (const { component, weight } of streamsOf(method202611)) {
      totals.set(component, (totals.get(component) ?? 0) + weight);
    }
    for (const total of totals.values()) expect(total).toBeCloseTo(1, 12);
    expect(totals.size).toBe(5);
  });
});

describe("the golden numbers", () => {
  it("has their parameters, hash and weights", () => {
    expect(method202611.parameters).toEqual(golden.parameters);
    expect(method202611.parameterHash).toBe(golden.parameter_hash);
    const weights = streamsOf(method202611).map(({ rule, side, weight }) =>
      rule.id === "P" ? ["pulse, each side of each component", weight] : [`${rule.id} ${side}`, weight],
    );
    expectNear(sorted(Object.fromEntries(weights)), sorted(golden.weights), 1e-12, "weights");
  });

  it.each(golden.examples)("example $name", (example) => {
    const found = scoreCases({ examples: [example] });
    expectNear(found[example.name], example.expected, golden.tolerance, example.name);
  });

  it.each(golden.cases)("$name", (one) => {
    const found = scoreCases({ cases: [one] });
    expectNear(found[one.name], one.expected, golden.tolerance, one.name);
  });
});
