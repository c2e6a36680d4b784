import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scorer } from "../../composition/emitters.ts";
import { laws } from "./laws.ts";

const RUNS = { seed: 20_261_101, numRuns: 500, endOnFailure: process.env.SHRINK === undefined };

describe("the laws of the score", () => {
  it.each(laws)("$id: $says", { timeout: 60_000 }, (law) => {
    const found = fc.check(law.about(scorer.score), RUNS);
    expect(found.failed ? fc.defaultReportMessage(found) : "holds").toBe("holds");
  });
});
