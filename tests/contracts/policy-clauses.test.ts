import { describe, expect, it } from "vitest";
import { loosen } from "../builders/policy-clauses";

const lines = (condition: string) =>
  loosen(condition).map((one) => `${one.without} => ${one.condition.replace(/\s+/g, " ")}`);

describe("taking a clause out of a policy", () => {
  it("takes out each that must hold, and each alternative", () => {
    expect(lines("((a = 1) AND ((b IS NULL) OR (b = 2)))")).toEqual([
      "(a = 1) AND ((b IS NULL) OR (b = 2)) => true",
      "a = 1 => (true) AND ((b IS NULL) OR (b = 2))",
      "(b IS NULL) OR (b = 2) => (a = 1) AND (true)",
      "b IS NULL => (a = 1) AND ((false) OR (b = 2))",
      "b = 2 => (a = 1) AND ((b IS NULL) OR (false))",
    ]);
  });

  it("looks into what must exist", () => {
    expect(lines("(EXISTS ( SELECT 1 FROM record r WHERE ((r.id = t.id) AND (r.x = 1))))").slice(1)).toEqual([
      "r.id = t.id => EXISTS (SELECT 1 FROM record r WHERE ((true) AND (r.x = 1)))",
      "r.x = 1 => EXISTS (SELECT 1 FROM record r WHERE ((r.id = t.id) AND (true)))",
    ]);
  });

  it("opens each branch of a case", () => {
    expect(lines("CASE level WHEN 'a' THEN (x = 1) WHEN 'b' THEN (y = 1) ELSE (z = 1) END").slice(1)).toEqual(
      [
        "x = 1 => CASE level WHEN 'a' THEN (true) WHEN 'b' THEN (y = 1) ELSE (z = 1) END",
        "y = 1 => CASE level WHEN 'a' THEN (x = 1) WHEN 'b' THEN (true) ELSE (z = 1) END",
        "z = 1 => CASE level WHEN 'a' THEN (x = 1) WHEN 'b' THEN (y = 1) ELSE (true) END",
      ],
    );
  });
});
