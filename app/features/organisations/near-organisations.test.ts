import { describe, expect, it } from "vitest";
import {
  areNearOrganisations,
  type NamedOrganisation,
  nearOrganisations,
  plainName,
} from "./near-organisations";

const named = (name: string, more: Partial<NamedOrganisation> = {}): NamedOrganisation => ({
  ...{ id: name, name, shortName: name, code: null, gssCode: null, kinds: ["council"], areaId: null },
  ...more,
});

describe("two records may be of one organisation", () => {
  it.each([
    ["The Council of Barley Borough", "Barley Borough Council", {}, true],
    ["Friends of St. Mary’s", "Friends of St Marys", {}, true],
    ["Barley Borough Council", "Barley County Council", {}, false],
    ["Barley", "Barley", { kinds: ["agency"] }, false],
    ["Barley", "Barley", { areaId: "an area" }, false],
    ["Barley", "Another name", { shortName: "barley" }, true],
    ["Council", "The Council", {}, false],
  ])("%s and %s: %s %s", (a, b, more, near) => {
    expect(areNearOrganisations(named(a), named(b, more))).toBe(near);
  });

  it("of one code, whatever the name", () => {
    expect(areNearOrganisations(named("A", { code: "ABC" }), named("B", { code: "ABC" }))).toBe(true);
    expect(areNearOrganisations(named("A", { gssCode: "E1" }), named("B", { gssCode: "E2" }))).toBe(false);
  });

  it("each pair once, and nobody with themselves", () => {
    const all = [named("Barley", { code: "BRL" }), named("The Barley", { code: "BRL" }), named("Rye")];
    expect(nearOrganisations(all).map(({ a, b }) => [a.name, b.name])).toEqual([["Barley", "The Barley"]]);
    expect(plainName("The Ltd")).toBe("");
  });
});
