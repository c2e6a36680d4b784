import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const PATIENCE_MS = 290_000;

/** The benchmark on a small place: its figures are no reason for a red test, that it runs and scores agree is. */
describe("npm run bench", () => {
  it("measures every part, and finds rolled scores equal to those from scratch", () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--import", "tsx", "tests/bench/run.ts", "--quick"],
      { encoding: "utf8", timeout: PATIENCE_MS },
    );
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const said = stdout.split("\n");
    for (const what of ["people list", "area page", "a meeting with three people", "under load", "script"]) {
      expect(said.filter((line) => line.includes(what) && /met|MISSED/.test(line))).not.toEqual([]);
    }
    expect(said.filter((line) => /tells of every area.* lines shown +yes +met$/.test(line))).toHaveLength(1);
    expect(said.filter((line) => line.includes("the page that compares: its loader"))).toHaveLength(1);
    const equal = said.filter((line) => line.includes("rolled = from scratch"));
    expect(equal).toHaveLength(2);
    for (const line of equal) expect(line).toMatch(/yes +met$/);
  });
});
