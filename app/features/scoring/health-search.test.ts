import { describe, expect, it } from "vitest";
import type { Day } from "~/platform/calendar/day";
import { readHealthSearch, withoutDaysAhead } from "./health-search.server";

const TODAY = "2026-10-01" as Day;
const read = (query: string) =>
  withoutDaysAhead(readHealthSearch(new URL(`http://localhost/?${query}`)), TODAY);

describe("what the address asks of a health page", () => {
  it("is read as it stands", () => {
    expect(read("council=barley&on=2026-10-01&known=2026-03-31&method=2026-11")).toEqual({
      council: "barley",
      on: "2026-10-01",
      known: "2026-03-31",
      method: "2026-11",
      wrong: [],
      problems: {},
    });
  });

  it("is nothing where nothing is asked, or a field was left empty", () => {
    expect(read("")).toEqual(read("on=&known=&council=&method="));
    expect(read("on=")).toMatchObject({ on: null, problems: {} });
  });

  it("has a day that is none beside its field, as it was typed", () => {
    const { on, problems } = read("on=2026-02-30&known=soon");
    expect(on).toBeNull();
    expect(problems.on).toEqual({
      typed: "2026-02-30",
      says: "Enter a real day as year-month-day, such as 2026-05-31",
    });
    expect(problems.known?.typed).toBe("soon");
  });

  it("has a day that has not come beside its field", () => {
    const { on, known, problems } = read("on=2026-10-02&known=2027-01-01");
    expect([on, known]).toEqual([null, null]);
    for (const one of [problems.on, problems.known]) expect(one?.says).toMatch(/has not come yet/);
  });

  it("names a council or a method that cannot be one", () => {
    expect(read("council=A%20B&method=newest")).toMatchObject({
      wrong: ["council", "method"],
      council: null,
    });
  });

  it("keeps little of a long text", () => {
    expect(read(`on=${"9".repeat(5000)}`).problems.on?.typed).toHaveLength(40);
  });
});
