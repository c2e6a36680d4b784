import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import {
  agreedDay,
  agreedMoves,
  countedDay,
  type DayMove,
  expectedDay,
  moveState,
  waitingMove,
} from "./day-move";

const FIRST = toDay("2026-06-01");

/** A move as it is told: proposed on, to which day, and what became of it. */
function move(id: string, proposedOn: string, to: string, change: Partial<DayMove> = {}): DayMove {
  return {
    id,
    proposedBySide: "council",
    proposedOn: toDay(proposedOn),
    fromOn: FIRST,
    newDueOn: toDay(to),
    reason: "The survey",
    alone: false,
    agreedOn: null,
    declinedOn: null,
    withdrawnOn: null,
    declinedReason: null,
    ...change,
  };
}

const agreed = (id: string, on: string, to: string) => move(id, on, to, { agreedOn: toDay(on) });
const alone = (id: string, on: string, to: string) => move(id, on, to, { alone: true });

describe("the days of a plan", () => {
  it.each<[string, DayMove[], { counted: string; agreed: string; expected: string }]>([
    ["never moved", [], { counted: "2026-06-01", agreed: "2026-06-01", expected: "2026-06-01" }],
    [
      "agreed before its day",
      [agreed("a", "2026-05-01", "2026-07-01")],
      { counted: "2026-07-01", agreed: "2026-07-01", expected: "2026-07-01" },
    ],
    [
      "agreed on its very day",
      [agreed("a", "2026-06-01", "2026-07-01")],
      { counted: "2026-07-01", agreed: "2026-07-01", expected: "2026-07-01" },
    ],
    [
      "agreed after its day: looked for, and not counted",
      [agreed("a", "2026-06-02", "2026-07-01")],
      { counted: "2026-06-01", agreed: "2026-07-01", expected: "2026-07-01" },
    ],
    [
      "a third agreed move counts no more",
      [
        agreed("a", "2026-05-01", "2026-07-01"),
        agreed("b", "2026-06-20", "2026-08-01"),
        agreed("c", "2026-07-20", "2026-09-01"),
      ],
      { counted: "2026-08-01", agreed: "2026-09-01", expected: "2026-09-01" },
    ],
    [
      "moved alone: the old day still counts",
      [alone("a", "2026-05-01", "2026-07-01")],
      { counted: "2026-06-01", agreed: "2026-06-01", expected: "2026-07-01" },
    ],
    [
      "agreed after one side had moved it: what was said last",
      [
        move("a", "2026-05-01", "2026-07-01", { agreedOn: toDay("2026-05-09") }),
        alone("b", "2026-05-05", "2026-08-01"),
      ],
      { counted: "2026-07-01", agreed: "2026-07-01", expected: "2026-07-01" },
    ],
    [
      "proposed, or declined: nothing moves",
      [
        move("a", "2026-05-01", "2026-07-01", { declinedOn: toDay("2026-05-02") }),
        move("b", "2026-05-03", "2026-08-01"),
      ],
      { counted: "2026-06-01", agreed: "2026-06-01", expected: "2026-06-01" },
    ],
  ])("%s", (_, moves, expected) => {
    const planned = { dueOn: FIRST, moves };
    expect({
      counted: countedDay(planned),
      agreed: agreedDay(planned),
      expected: expectedDay(planned),
    }).toEqual(expected);
  });

  it("says how each move stands, and which one waits", () => {
    const moves = [
      move("old", "2026-05-01", "2026-07-01"),
      alone("own", "2026-05-02", "2026-07-05"),
      move("no", "2026-05-03", "2026-07-09", { declinedOn: toDay("2026-05-04") }),
      agreed("yes", "2026-05-05", "2026-07-10"),
      move("now", "2026-05-06", "2026-08-01"),
    ];
    const planned = { dueOn: FIRST, moves };
    expect(moves.map((one) => moveState(one, planned))).toEqual([
      "replaced",
      "alone",
      "declined",
      "agreed",
      "waiting",
    ]);
    expect(waitingMove(planned)?.id).toBe("now");
    expect(agreedMoves(planned)).toEqual([{ agreed: "2026-05-05", due: "2026-07-10" }]);
    expect(
      waitingMove({ dueOn: FIRST, moves: [...moves, alone("last", "2026-05-07", "2026-09-01")] })?.id,
    ).toBe("now");
  });
});
