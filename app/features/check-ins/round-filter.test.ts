import { describe, expect, it } from "vitest";
import { roundFilter } from "./round-filter.server.ts";
import { isInView, ROUND_VIEWS, type RoundView } from "./round-filter.ts";

const STATES = ["open", "released", "too few", "called off"] as const;

describe("the list of check-ins narrowed", () => {
  it("has each state in one view besides the whole list", () => {
    const views = Object.keys(ROUND_VIEWS) as RoundView[];
    for (const state of STATES) expect(views.filter((view) => isInView(view, { state }))).toHaveLength(2);
    expect(STATES.filter((state) => isInView("too-few", { state }))).toEqual(["too few"]);
  });

  it("takes anything else for the whole list", () => {
    for (const view of ["late", "", "too few", undefined])
      expect(roundFilter.parse({ view })).toEqual({ view: "all" });
  });
});
