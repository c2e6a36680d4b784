import { describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { clockAt } from "~/platform/clock";
import { mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { withPlace } from "../../../tests/setup/with-place";
import { findMeetings, meetingFilters } from "./meetings.queries.server";
import { createSeries, extendSeries } from "./series.commands.server";
import { findSeries } from "./series.queries.server";

let place: Place;

withPlace({}, (built) => {
  place = built;
});

const input = (more = {}) => ({
  area: place.area.slug,
  title: "Liaison group",
  on: "2026-10-31",
  unit: "month",
  every: 1,
  how: "in_person",
  startsAt: "19:00",
  ...more,
});
const begin = (user: SignedIn, more = {}) => mustRun(user, createSeries, input(more) as never, place.by);
const daysOf = (series: string) =>
  readAs(place.councilSide.reader, place.area.slug, place.clock, async (tx, actor) => {
    const { upcoming } = await findMeetings(
      tx,
      actor,
      meetingFilters.parse({ series }),
      "2026-10-01" as never,
    );
    return upcoming.map(({ on }) => on);
  });
const listed = (id: string, user: SignedIn) =>
  readAs(user, place.area.slug, place.clock, async (tx, actor) =>
    (await findSeries(tx, actor, "2026-10-01" as never)).find((series) => series.id === id),
  );

describe("a series", () => {
  it("plans a year of meetings, for both sides to see", async () => {
    const { id, meetings } = await begin(place.councilSide.editor);
    expect(meetings).toBe(13);
    expect((await daysOf(id)).slice(0, 5)).toEqual([
      "2026-10-31",
      "2026-11-30",
      "2026-12-31",
      "2027-01-31",
      "2027-02-28",
    ]);
    expect(await listed(id, place.community.reader)).toMatchObject({
      rhythm: "every month on day 31",
      ahead: 13,
      next: { on: "2026-10-31" },
      canChange: false,
    });
  });

  it("ends on its last day", async () => {
    const { id } = await begin(place.community.editor, { unit: "week", every: 2, until: "2026-11-28" });
    expect(await daysOf(id)).toEqual(["2026-10-31", "2026-11-14", "2026-11-28"]);
  });

  it("is planned further by its own side, without a date twice", async () => {
    const { id } = await begin(place.community.editor, { every: 3 });
    const before = await daysOf(id);
    const nextSpring = { clock: clockAt("2027-03-01T12:00:00Z") };
    expect(await statusOf(place.councilSide.lead, extendSeries, { id }, nextSpring)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, extendSeries, { id }, nextSpring)).toBe("absent");
    const { meetings } = await mustRun(place.community.editor, extendSeries, { id }, nextSpring);
    const after = await daysOf(id);
    expect(after).toHaveLength(before.length + meetings);
    expect(new Set(after).size).toBe(after.length);
    expect(after.at(-1)).toBe("2028-01-31");
    expect(await mustRun(place.community.editor, extendSeries, { id }, nextSpring)).toMatchObject({
      meetings: 0,
    });
  });

  it.each([
    [{ on: "2026-09-01" }, "on"],
    [{ every: 0 }, "every"],
    [{ every: 1.5 }, "every"],
    [{ every: 27 }, "every"],
    [{ unit: "day" }, "unit"],
    [{ until: "2026-10-30" }, "until"],
    [{ title: "" }, "title"],
  ])("refuses %j beside its field", async (change, field) => {
    const outcome = await runAs(place.community.editor, createSeries, input(change), place.by);
    expect(outcome.status === "invalid" && Object.keys(outcome.fields)).toEqual([field]);
  });

  it("is for writers of the area", async () => {
    expect(await statusOf(place.community.reader, createSeries, input(), place.by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, createSeries, input(), place.by)).toBe("absent");
  });
});
