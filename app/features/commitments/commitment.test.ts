import { describe, expect, it } from "vitest";
import { addDays, type Day, toDay } from "~/platform/calendar/day";
import { dayOf } from "../scoring/day";
import { on as scoringDay } from "../scoring/facts";
import { effectiveDue as scoringDue } from "../scoring/rule";
import { movesOf } from "../scoring/signals";
import {
  type Commitment,
  canStillDisown,
  daysPast,
  effectiveDue,
  flagsOf,
  isClosed,
  lookedForOn,
  MOVES_THAT_COUNT,
  type Redating,
  STATES,
  stateOf,
  waitingOn,
  waitingProposal,
} from "./commitment";
import { FLAG_WORDS, STATE_WORDS } from "./commitment-words";

const DUE = toDay("2026-05-01");
const day = (offset: number): Day => addDays(DUE, offset);

/** A council's promise, recorded by the council 60 days before it is due. */
const promise = (changes: Partial<Commitment> = {}): Commitment => ({
  bySide: "council",
  recordedBySide: "council",
  recordedOn: day(-60),
  madeOn: day(-60),
  dueOn: DUE,
  doneOn: null,
  doneSaidOn: null,
  confirmedOn: null,
  toldOn: null,
  toldSaidOn: null,
  notKeptOn: null,
  withdrawnOn: null,
  disownedOn: null,
  contestedOn: null,
  contestedBySide: null,
  settledOn: null,
  redatings: [],
  ...changes,
});

let made = 0;
const moved = (agreed: number | null, to: number, more: Partial<Redating> = {}): Redating => ({
  id: `r${made++}`,
  proposedBySide: "council",
  proposedOn: agreed === null ? day(-10) : day(agreed),
  newDueOn: day(to),
  reason: "The contractor is ill",
  agreedOn: agreed === null ? null : day(agreed),
  declinedOn: null,
  withdrawnOn: null,
  declinedReason: null,
  ...more,
});

const said = (done: number, saidOn = done) => ({ doneOn: day(done), doneSaidOn: day(saidOn) });
const disputed = (on: number, by: "council" | "community" = "community") => ({
  contestedOn: day(on),
  contestedBySide: by,
});

describe("the state on a day", () => {
  it.each<[string, Partial<Commitment>, number, boolean, string]>([
    ["nothing said", {}, 0, true, "open"],
    ["nothing said, long past", {}, 400, true, "open"],
    ["done, just said", said(0), 0, true, "done"],
    ["done, 27 days unanswered", said(0), 27, true, "done"],
    ["done, 28 days unanswered", said(0), 28, true, "kept"],
    ["done, 28 days, the other side not told", said(0), 28, false, "done"],
    ["done, 400 days, the other side not told", said(0), 400, false, "done"],
    ["done after the day, 28 days unanswered", said(1), 29, true, "kept-late"],
    ["backdated: the days run from when it was said", said(-5, 20), 47, true, "done"],
    ["backdated, 28 days since it was said", said(-5, 20), 48, true, "kept"],
    ["confirmed, done on the day itself", { ...said(0), confirmedOn: day(3) }, 3, true, "kept"],
    ["confirmed, done the day after", { ...said(1), confirmedOn: day(3) }, 3, true, "kept-late"],
    ["confirmed without anybody told", { ...said(0), confirmedOn: day(1) }, 1, false, "kept"],
    ["refused", { ...said(0), ...disputed(2) }, 2, true, "open"],
    ["refused, 28 days on", { ...said(0), ...disputed(2) }, 40, true, "open"],
    ["refused and settled", { ...said(0), ...disputed(2), settledOn: day(5) }, 5, true, "done"],
    ["settled: the 28 days start again", { ...said(0), ...disputed(2), settledOn: day(5) }, 32, true, "done"],
    ["settled, 28 days on", { ...said(0), ...disputed(2), settledOn: day(5) }, 33, true, "kept"],
    ["confirmed, then disputed", { ...said(0), confirmedOn: day(1), ...disputed(9) }, 9, true, "open"],
    ["not kept", { notKeptOn: day(2) }, 2, true, "not-kept"],
    ["not kept and disputed", { notKeptOn: day(2), ...disputed(3, "council") }, 3, true, "not-kept"],
    ["let go", { withdrawnOn: day(-3) }, 0, true, "withdrawn"],
    [
      "kept by a day agreed in time",
      { ...said(9), confirmedOn: day(9), redatings: [moved(-1, 10)] },
      9,
      true,
      "kept",
    ],
    [
      "a day agreed after the day moves nothing",
      { ...said(9), confirmedOn: day(9), redatings: [moved(1, 10)] },
      9,
      true,
      "kept-late",
    ],
  ])("%s", (_what, changes, on, told, state) => {
    expect(stateOf(promise(changes), day(on), told)).toBe(state);
  });

  it("has words for every state and flag", () => {
    expect(Object.keys(STATE_WORDS)).toEqual([...STATES]);
    for (const { tag } of [...Object.values(STATE_WORDS), ...Object.values(FLAG_WORDS)]) {
      expect(tag).not.toMatch(/\blate\b|overdue|fail/i);
    }
  });
});

describe("the day it is due", () => {
  it.each<[string, Redating[], number, number]>([
    ["none", [], 0, 0],
    ["proposed, unanswered", [moved(null, 10)], 0, 0],
    ["declined", [moved(null, 10, { declinedOn: day(-2), declinedReason: "No" })], 0, 0],
    ["agreed before the day", [moved(-5, 10)], 10, 10],
    ["agreed on the day it replaces", [moved(0, 10)], 10, 10],
    ["agreed the day after", [moved(1, 10)], 0, 10],
    ["twice", [moved(-5, 10), moved(10, 20)], 20, 20],
    ["the second after the first new day", [moved(-5, 10), moved(11, 20)], 10, 20],
    ["a third moves nothing", [moved(-5, 10), moved(5, 20), moved(15, 30)], 20, 30],
    ["two on one day: the earlier first, as the score takes them", [moved(-5, 20), moved(-5, 10)], 20, 20],
    ["brought forward", [moved(-20, -10)], -10, -10],
    ["in the order agreed, not proposed", [moved(10, 20), moved(-5, 10)], 20, 20],
  ])("%s", (_what, redatings, due, looked) => {
    expect(effectiveDue(promise({ redatings }))).toBe(day(due));
    expect(lookedForOn(promise({ redatings }))).toBe(day(looked));
  });

  it("is the day the score goes by", () => {
    const offsets = [-20, -5, 0, 1, 10, 11, 20];
    for (const first of offsets) {
      for (const second of offsets) {
        for (const third of offsets) {
          const redatings = [moved(first, second), moved(second, third), moved(third, first + 30)];
          const moves = movesOf(
            redatings.map(({ agreedOn, newDueOn }) => ({ agreed: agreedOn, due: newDueOn })),
            scoringDay,
          );
          const scored = scoringDue(dayOf(DUE), moves, MOVES_THAT_COUNT);
          expect(dayOf(effectiveDue(promise({ redatings })))).toBe(scored);
        }
      }
    }
  });

  it("counts days past from the day both look to", () => {
    expect(daysPast(promise(), day(0))).toBe(0);
    expect(daysPast(promise(), day(12))).toBe(12);
    expect(daysPast(promise({ redatings: [moved(1, 10)] }), day(12))).toBe(2);
  });
});

describe("flags", () => {
  it.each<[string, Partial<Commitment>, number, boolean, string[]]>([
    ["open on its day: in time", {}, 0, true, []],
    ["the day after", {}, 1, true, ["past-its-day"]],
    ["past, with a new day agreed", { redatings: [moved(1, 10)] }, 10, true, []],
    ["told", { toldOn: day(-4) }, 1, true, ["past-its-day", "told"]],
    ["told no longer matters once kept", { toldOn: day(-4), ...said(2), confirmedOn: day(3) }, 9, true, []],
    ["not past once it is said to be done", said(1), 9, true, []],
    ["on own word", said(1), 40, true, ["own-word"]],
    ["disputed", disputed(2), 2, true, ["past-its-day", "contested"]],
    ["settled", { ...disputed(2), settledOn: day(5) }, 5, true, ["past-its-day"]],
  ])("%s", (_what, changes, on, told, flags) => {
    expect(flagsOf(promise(changes), day(on), told)).toEqual(flags);
  });
});

describe("whose move it is", () => {
  it.each<[string, Partial<Commitment>, number, "council" | "community" | null]>([
    ["open", {}, 0, "council"],
    ["done, awaiting a yes", said(0), 1, "community"],
    ["kept on own word", said(0), 40, null],
    ["its own proposal waits for the other", { redatings: [moved(null, 9)] }, 0, "community"],
    [
      "the other's proposal waits for it",
      { redatings: [moved(null, 9, { proposedBySide: "community" })] },
      0,
      "council",
    ],
    ["refused: it is for the promiser", { ...said(0), ...disputed(2) }, 3, "council"],
    ["refused, then said again", { ...said(8), ...disputed(2) }, 9, "community"],
    ["not theirs, they say", disputed(2, "council"), 3, "community"],
    ["let go", { withdrawnOn: day(0) }, 1, null],
  ])("%s", (_what, changes, on, side) => {
    expect(waitingOn(promise(changes), day(on), true)).toBe(side);
  });
});

it("takes the last unanswered proposal alone as waiting", () => {
  const first = moved(null, 5);
  const second = moved(null, 9);
  expect(waitingProposal(promise({ redatings: [first, second] }))).toBe(second);
  expect(waitingProposal(promise({ redatings: [first, moved(-1, 9)] }))).toBeNull();
  expect(waitingProposal(promise())).toBeNull();
});

it("lets a side say for 28 days, the last included, that a promise is not its own", () => {
  expect(canStillDisown({ recordedOn: DUE }, day(28))).toBe(true);
  expect(canStillDisown({ recordedOn: DUE }, day(29))).toBe(false);
});

it("calls what is open or waits for a yes not closed", () => {
  expect(STATES.filter((state) => !isClosed(state))).toEqual(["open", "done"]);
});
