import { describe, expect, test } from "vitest";
import type { Evidence } from "~/features/actions/evidence";
import { actionRules } from "~/features/actions/rules";
import { evidence, TODAY } from "~/features/actions/sample-evidence";
import type { Side } from "~/features/identity/actor";

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
  return rule.look(evidence(seen), TODAY, side);
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
