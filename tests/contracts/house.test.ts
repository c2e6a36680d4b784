import { describe, expect, it } from "vitest";
import { checks } from "./checks/all.ts";

describe("the house", () => {
  it.each(Object.entries(checks))("keeps its rule about %s", (_name, check) => {
    expect(check(process.cwd())).toEqual([]);
  });
});
