import { describe, expect, it } from "vitest";
import type { Day } from "~/platform/calendar/day";
import { closeTasks } from "./close-out";
import { mayTakeBack, openWords, takeoverDayOf } from "./takeover";

const day = (text: string) => text as Day;
const successor = { id: "n", name: "New", on: day("2027-04-01") };

describe("what follows, in words", () => {
  it.each([
    [{}, "Nothing is open"],
    [{ promises: 1 }, "1 open promise"],
    [{ promises: 2, agreements: 1, posts: 0 }, "2 open promises, 1 agreement"],
    [{ elections: 1, requests: 3 }, "3 requests without an answer, 1 election to come"],
  ])("%j", (counts, words) => {
    expect(openWords(counts)).toBe(words);
  });
});

describe("the day of a takeover", () => {
  it.each([
    ["the successor's", null, successor, { day: "2027-04-01" }],
    ["of an older relationship", day("2020-01-01"), successor, { day: "2027-04-01" }],
    ["none without a successor", null, undefined, { why: "Choose which council takes over here" }],
    [
      "none where it began that day",
      day("2027-04-01"),
      successor,
      { why: "The relationship began on that day or after it" },
    ],
  ])("%s", (_, startsOn, by, expected) => {
    expect(takeoverDayOf({ startsOn }, by)).toEqual(expected);
  });
});

describe("taking it back", () => {
  it.each([
    ["2027-03-31", true, true],
    ["2027-04-01", false, true],
    ["2027-06-01", false, true],
    ["2027-04-01", true, expect.any(String)],
  ])("on %s, written since: %s", (today, written, expected) => {
    expect(mayTakeBack(day("2027-04-01"), day(today), written)).toEqual(expected);
  });
});

describe("the checklist before an area closes", () => {
  const todo = (counts: Parameters<typeof closeTasks>[0], review = true) =>
    Object.fromEntries(closeTasks(counts, review).map((task) => [task.id, task.todo]));

  it("says what is open, and what is not left behind yet", () => {
    expect(todo({ promises: 1, requests: 2, projects: 1, milestones: 3, agreements: 1 })).toEqual({
      promises: "1 is open",
      requests: "2 wait",
      work: "1 project and 3 milestones",
      agreements: "1 still runs",
      handovers: null,
      meetings: null,
      legacy: "None is recorded",
      review: "None was sent in the last year",
    });
    expect(Object.values(todo({ legacy: 1, reviews: 1 })).every((one) => one === null)).toBe(true);
  });

  it("leads the partnership to where its review is", () => {
    const page = closeTasks({}, true).find(({ id }) => id === "review")?.page;
    expect(page).toBe("partnership/reviews");
  });

  it("keeps the partnership's review to the partnership", () => {
    expect(todo({}, false)).not.toHaveProperty("review");
  });
});
