import { describe, expect, it } from "vitest";
import { changesOf, fieldLabel, saidValue } from "./changes";

describe("what an entry changed", () => {
  it.each([
    [{ before: { title: "A", detail: null }, after: { title: "B", detail: null } }, ["title"]],
    [{ before: { on: ["a"] }, after: { on: ["a"] } }, []],
    [{ before: { was: "gone" }, after: { title: "new" } }, ["title"]],
    [{ before: "one", after: "two" }, ["text"]],
    [{ before: "one", after: "one" }, []],
    [{ before: "2026-01-01" }, []],
    [{ after: { title: "B" } }, []],
    [{}, []],
    [null, []],
    ["text", []],
  ])("%j: %j", (data, fields) => {
    expect(changesOf(data).map(({ field }) => field)).toEqual(fields);
  });
});

describe("a value in words", () => {
  it.each([
    [null, "nothing"],
    ["", "nothing"],
    [[], "nothing"],
    [true, "yes"],
    [3, "3"],
    ["2026-05-03", "2026-05-03"],
    [["money", "land"], "money, land"],
    ["not_kept", "not kept"],
    ["Front_line and so on", "Front_line and so on"],
    [[{ text: "a" }], "1 line"],
    ["0198c0de-0000-7000-8000-000000000001", "one that was chosen"],
    [{ a: 1 }, "several values"],
  ])("%j: %s", (value, words) => {
    expect(saidValue(value)).toBe(words);
  });
});

it("calls a field by its name in words", () => {
  expect(fieldLabel("dueOn")).toBe("Due on");
  expect(fieldLabel("leadPersonId")).toBe("Lead person");
});
