import { describe, expect, it } from "vitest";
import { absentOptionalPackages } from "./lock.ts";

describe("the lock check", () => {
  it("finds a platform's package that the lock names and does not hold", () => {
    const packages = {
      "": { optionalDependencies: { "@db/linux": "1", "@db/mac": "1" } },
      "node_modules/@db/linux": {},
      "node_modules/bundler": { optionalDependencies: { "@bundler/linux": "1", "@bundler/mac": "1" } },
      "node_modules/@bundler/linux": {},
      "node_modules/bundler/node_modules/@bundler/mac": {},
    };
    expect(absentOptionalPackages({ packages })).toEqual(["package.json > @db/mac"]);
  });
});
