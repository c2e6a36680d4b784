import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandWords, sayEvent } from "./wording.server";

describe("wording of events", () => {
  it("has a command of every file of commands", async () => {
    const found = readdirSync("app", { recursive: true, encoding: "utf8" });
    const files = found.filter((path) => path.endsWith(".commands.server.ts"));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const exported = Object.values(await import(/* @vite-ignore */ `../${file}`)) as { id: string }[];
      for (const { id } of exported) expect([...commandWords().keys()], file).toContain(id);
    }
  });

  it("says what was done, and something of what it does not know", () => {
    expect(sayEvent("records.bin", { kind: "commitment", title: "Mend the gate" })).toBe(
      "put the promise “Mend the gate” in the bin",
    );
    expect(sayEvent("long.gone", null)).toBe("changed something");
  });
});
