import { describe, expect, test } from "vitest";
import type { Evidence } from "~/features/actions/evidence";
import { sightingOf } from "~/features/actions/pulse";
import { recommend } from "~/features/actions/recommend";
import { actionRules } from "~/features/actions/rules";
import { evidence, TODAY } from "~/features/actions/sample-evidence";
import { otherSide, type Side } from "~/features/identity/actor";

/** A recommended action on its case, and with a day or a record less; and the words it comes with. */
export type ActionCase = readonly [
  id: string,
  what: string,
  side: Side,
  fires: Partial<Evidence>,
  silent: Partial<Evidence>,
  because?: string,
];

/** What a rule sees in some evidence, for a side. */
export function look(id: string, side: Side, seen: Partial<Evidence>) {
  const rule = actionRules.find((one) => one.id === id);
  if (!rule) throw new Error(`there is no rule ${id}`);
  return sightingOf(rule, evidence(seen), TODAY, side);
}

/** Each case as a test: it comes up with its words, and does not a day or a record short of it. */
export function testBoundaries(cases: readonly ActionCase[]): void {
  describe("each rule at its boundary", () => {
    for (const [id, what, side, fires, silent, because] of cases) {
      test(`${id}: ${what}`, () => {
        const found = look(id, side, fires);
        expect(found?.because).toMatch(/^\S.+\.$/);
        if (because !== undefined) expect(found?.because).toBe(because);
        expect(look(id, side, silent)).toBeNull();
      });
    }
  });
}

/** Less than what it fires on; or what it fires on and less than that. */
type Less = Partial<Evidence> | readonly [fires: Partial<Evidence>, less: Partial<Evidence>];

/** What every action is held to. Each of the last three is what it fires on with one thing changed. */
export type Boundary = {
  side: Side;
  fires: Partial<Evidence>;
  dayShort: Less | "no day in it";
  recordShort: Less;
  /** The record that closes it, as `closes` says. */
  closed: Less;
};

const isPair = (less: Less): less is readonly [Partial<Evidence>, Partial<Evidence>] => Array.isArray(less);

/** Each action at its boundary, by id: tests/contracts/checks/rule-lists.ts wants a row of each. */
export function testActions(rows: Readonly<Record<string, Boundary>>): void {
  describe.each(Object.entries(rows))("%s", (id, { side, fires, dayShort, recordShort, closed }) => {
    test("fires on its case, for its side and not for the other", () => {
      expect(look(id, side, fires)?.because).toMatch(/^\S.+\.$/);
      expect(comesUp(id, otherSide(side), fires)).toBe(false);
    });
    const shorts = { "one day short": dayShort, "one record short": recordShort, closed };
    for (const [name, less] of Object.entries(shorts)) {
      if (less === "no day in it") continue;
      test(`not ${name}`, () => {
        const [before, after] = isPair(less) ? less : [fires, { ...fires, ...less }];
        expect(look(id, side, before)).not.toBeNull();
        expect(look(id, side, { ...before, ...after })).toBeNull();
        expect(comesUp(id, otherSide(side), before)).toBe(false);
      });
    }
  });
}

function comesUp(id: string, side: Side, seen: Partial<Evidence>): boolean {
  return recommend(evidence(seen), TODAY, side).some(({ rule }) => rule.id === id);
}
