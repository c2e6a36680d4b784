import { describe, expect, test } from "vitest";
import type { ActionAnswer } from "~/features/actions/action-answer";
import type { PromiseSeen } from "~/features/actions/records-seen";
import { ago, promise, TODAY } from "~/features/actions/sample-evidence";
import { endingOf, followUp, type Measured } from "./action-follow-up";

const accepted: ActionAnswer = {
  id: "answer",
  actionId: "C2.2",
  answer: "accepted",
  reason: null,
  evidenceKey: "key",
  answeredOn: ago(120),
  componentBefore: 52.14,
  componentLo: 40,
  componentHi: 61,
  stands: true,
  promise: { id: "p", title: "Mend the gate", open: false },
};
const promised = (more: Partial<PromiseSeen>) => [promise("other"), promise("p", more)];
const figure = (value: number, without: number | null): Measured => ({
  level: { value, range: { lo: value - 10, hi: value + 10 } },
  without,
});

describe("how a step has ended", () => {
  test.each([
    ["kept", { state: "kept", endedOn: ago(40) }, { on: ago(40), words: "It was kept" }],
    ["kept late", { state: "kept-late" }, { on: ago(10), words: "It was kept, after its day" }],
    ["not kept", { state: "not-kept" }, { on: ago(10), words: "It was not kept" }],
    ["let go", { state: "withdrawn" }, { on: ago(10), words: "The other side let it go" }],
    ["said to be done, and waiting for a yes", { state: "done" }, null],
    ["open", { state: "open", endedOn: null }, null],
  ] as const)("%s", (_, more, expected) => {
    expect(endingOf(accepted, promised(more))).toEqual(expected);
  });
  test("said to be done without a promise; and a promise that is nowhere to be seen has not", () => {
    const done = { ...accepted, answer: "done" as const, promise: null };
    expect(endingOf(done, [])).toEqual({ on: ago(120), words: "It was said to be done" });
    expect(endingOf(accepted, [])).toBeNull();
  });
});

describe("what became of it", () => {
  const became = (days: number, measured: Measured, answer = accepted) => {
    const ending = { on: ago(days), words: "It was kept" };
    return followUp(answer, { component: "trust", ending }, TODAY, () => measured);
  };
  const days = (found: ReturnType<typeof became>) => found.told.map((one) => one.days);

  test("is told on the thirtieth day and on the ninetieth, and not a day before", () => {
    expect(days(became(29, figure(60, 58)))).toEqual([]);
    expect(days(became(30, figure(60, 58)))).toEqual([30]);
    expect(days(became(89, figure(60, 58)))).toEqual([30]);
    expect(days(became(90, figure(60, 58)))).toEqual([30, 90]);
    expect(became(29, figure(60, 58)).next).toBe("More is told on 2 October 2026.");
    expect(became(90, figure(60, 58)).next).toBeNull();
  });

  test("says where it stood, by how much it moved, what of it is the promise's, and not why", () => {
    const found = became(30, figure(57.34, 56.24));
    expect(found.stood).toBe("Trust stood at 52.1 (likely 40 to 61) then.");
    expect(found.ended).toBe("It was kept on 1 September 2026.");
    expect(found.told.map(({ says }) => says)).toEqual([
      "30 days after it ended, Trust stood at 57.3 (likely 47 to 67): it has moved by +5.2 since, which does not say because of it. The promise itself makes up +1.1 of the figure.",
    ]);
  });

  test.each([
    ["a fall", figure(50.04, 50.64), /moved by −2\.1 since, .+ makes up −0\.6 of the figure\.$/],
    [
      "no move",
      figure(52.14, 52.14),
      /has not moved since\. The promise itself makes up no part of the figure\.$/,
    ],
    [
      "no record of its own",
      figure(57, null),
      /No one record belongs to this, so no part of it can be told apart\.$/,
    ],
    [
      "no figure by then",
      { level: null, without: null },
      /^30 days after it ended, there was no figure for Trust\.$/,
    ],
  ])("says it of %s", (_, measured, expected) => {
    expect(became(30, measured).told[0]?.says).toMatch(expected);
  });

  test("says that there was nothing to compare with, and nothing at all before the end", () => {
    const none = { ...accepted, componentBefore: null, componentLo: null, componentHi: null };
    expect(became(30, figure(57, 56), none).told[0]?.says).toContain(
      "There was none to compare it with before.",
    );
    const open = followUp(accepted, { component: "trust", ending: null }, TODAY, () => figure(1, 1));
    expect(open).toMatchObject({ ended: null, told: [], next: null });
  });
});
