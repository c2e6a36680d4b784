import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { emit } from "../../composition/emitters.ts";
import { factSchema } from "../scoring/facts.ts";
import golden from "../scoring/methods/2026-11.golden.json";
import { method202611 } from "../scoring/methods/2026-11.ts";
import { sensitivityOf } from "./sensitivity.ts";

const steady = golden.examples.find(({ name }) => name === "E2");
const facts = (steady?.records ?? []).map((record) => factSchema.parse(record));
const worked = () => sensitivityOf(emit, method202611, facts, steady?.as_of ?? "");

it("prints what the scoring says today (regenerate: npx vitest run sensitivity -u)", async () => {
  await expect(`${JSON.stringify(worked(), null, 2)}\n`).toMatchFileSnapshot("sensitivity.json");
});

it("is near what the method's design worked out apart from this code", () => {
  const { changes } = worked();
  const moved = (of: "steady" | "silent") => changes.map(({ moves }) => moves[of]);
  expect(moved("steady")).toEqual([
    0.5, -1.4, 0.5, -0.8, -3.1, 3.9, 0, 0, -0.7, 0.3, 0.6, -1.2, -0.8, 0.6, -0.1, 0,
  ]);
  expect(moved("silent")).toEqual([
    1.5, -3.2, 0.9, -1.8, -2.3, 2.5, -0.5, 0.6, -6.3, 1.3, 0.7, -1.4, -0.9, 0.6, -0.1, 0.1,
  ]);
});

it("never changes which area stands highest and lowest of the three", () => {
  const { now, changes } = JSON.parse(readFileSync(new URL("./sensitivity.json", import.meta.url), "utf8"));
  for (const { moves } of [{ moves: { steady: 0, broken: 0, silent: 0 } }, ...changes]) {
    const [steadyNow, brokenNow, silentNow] = [
      now.steady + moves.steady,
      now.broken + moves.broken,
      now.silent + moves.silent,
    ];
    expect(steadyNow).toBeGreaterThan(silentNow);
    expect(silentNow).toBeGreaterThan(brokenNow);
  }
});
