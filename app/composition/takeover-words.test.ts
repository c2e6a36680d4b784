import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { takeoversTold } from "./takeover-words";

const joined = [
  { council: "Barley County", slug: "barley-county", on: toDay("2027-04-01") },
  { council: "Barley Borough", slug: "barley-borough", on: toDay("2027-04-01") },
];
const tell = (on: string, isAhead: boolean) =>
  takeoversTold({ council: "Barley", on: toDay(on), isAhead, joined });

describe("what a takeover means for the figures of a day", () => {
  it.each([
    [
      "2027-03-31",
      true,
      "Barley took over from Barley Borough and Barley County on 1 April 2027. The day asked for is before that, so there is nothing of Barley yet.",
    ],
    [
      "2027-03-31",
      false,
      "Barley took over from Barley Borough and Barley County on 1 April 2027. The day asked for is before that, so what was recorded with Barley Borough and Barley County is not in it.",
    ],
    [
      "2027-04-01",
      false,
      "Barley took over from Barley Borough and Barley County on 1 April 2027. What was recorded with Barley Borough and Barley County counts here since then, and in what these figures are compared with on days before.",
    ],
  ])("on %s (ahead: %s)", (on, isAhead, says) => {
    expect(tell(on, isAhead)).toEqual([
      {
        says,
        before: [
          { council: "Barley Borough", slug: "barley-borough", eve: "2027-03-31" },
          { council: "Barley County", slug: "barley-county", eve: "2027-03-31" },
        ],
      },
    ]);
  });

  it("says nothing where nothing was taken over", () => {
    expect(takeoversTold({ council: "Barley", on: toDay("2027-04-01"), isAhead: false, joined: [] })).toEqual(
      [],
    );
  });
});
