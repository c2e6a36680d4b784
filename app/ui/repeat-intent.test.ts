import { describe, expect, it } from "vitest";
import { followRepeatIntent, readRepeatIntent, repeatIntent } from "./repeat-intent.ts";

describe("repeat intents", () => {
  it.each([
    { kind: "add" as const, name: "guests" },
    { kind: "remove" as const, name: "guests", index: 2 },
  ])("are read as they were written: %j", (intent) => {
    expect(readRepeatIntent(repeatIntent(intent))).toEqual(intent);
  });

  it.each([null, undefined, "", "save", "add:", "remove:guests", "remove:guests:x", "remove:guests:-1"])(
    "leave %j to others",
    (value) => {
      expect(readRepeatIntent(value)).toBeNull();
    },
  );

  it("keep what was typed", () => {
    expect(followRepeatIntent(["a", "b"], { kind: "add", name: "x" }, "")).toEqual(["a", "b", ""]);
    expect(followRepeatIntent(["a", "b"], { kind: "remove", name: "x", index: 0 }, "")).toEqual(["b"]);
  });
});
