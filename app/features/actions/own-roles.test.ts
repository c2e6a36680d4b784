import { describe, expect, test } from "vitest";
import { isForRoles, rolesHeld } from "./own-roles";
import { actionRules } from "./rules";
import { ago, post, TODAY } from "./sample-evidence";

const held = (...posts: ReturnType<typeof post>[]) => rolesHeld({ posts }, "ann", TODAY);
const ann = (more = {}) => post("a", { personId: "ann", ...more });
const named = (id: string) => {
  const rule = actionRules.find((one) => one.id === id);
  if (!rule) throw new Error(id);
  return rule;
};

describe("the roles a reader's posts give them", () => {
  test.each([
    ["of the person they are", [ann({ role: "senior-manager" })], ["senior-manager"]],
    ["of all their posts", [ann(), ann({ id: "b", role: "senior-manager" })], ["officer", "senior-manager"]],
    ["a cabinet member is a councillor", [ann({ role: "cabinet-member" })], ["cabinet-member", "councillor"]],
    ["none of somebody else", [post("a", { personId: "bo" })], []],
    ["none that has ended", [ann({ endsOn: TODAY })], []],
    ["one that ends tomorrow", [ann({ endsOn: ago(-1) })], ["officer"]],
    ["none of another of their name", [ann({ personId: "another" })], []],
  ])("%s", (_, posts, expected) => {
    expect(held(...posts)).toEqual(expected);
  });
});

test("an account that is nobody of the register has no roles", () => {
  expect(rolesHeld({ posts: [ann()] }, null, TODAY)).toEqual([]);
});

describe("whom an action is put before", () => {
  test.each([
    ["C3.2", ["officer"], true],
    ["C3.2", ["councillor"], false],
    ["C3.2", [], true],
    ["C1.2", ["councillor"], true],
    ["C2.2", ["front-line-officer"], true],
    ["C4.5", ["councillor"], true],
    ["C1.4", ["senior-manager"], false],
  ])("%s for %o: %s", (id, roles, expected) => {
    expect(isForRoles(named(id), "council", roles)).toBe(expected);
  });
  test("what the framework has for a whole side is for all of it", () => {
    const whole = ["C1.2", "C2.1", "C2.2", "C4.4", "C4.5", "C5.1", "C5.2", "C5.4"];
    const found = actionRules.filter((rule) => isForRoles(rule, "council", ["somebody"]));
    const council = found.filter((rule) => rule.for.some(({ side }) => side === "council"));
    expect(council.map(({ id }) => id)).toEqual(whole);
  });
});
