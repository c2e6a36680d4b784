import { describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { withPlace } from "../../../tests/setup/with-place";
import { changeSeries, endSeries } from "./change-series.commands.server";
import { findMeetingFacts } from "./meeting.queries.server";
import { createSeries, extendSeries } from "./series.commands.server";

let place: Place;
// Thursday 1 October 2026.
const clock = stoppedClock();
const by = { clock };

withPlace({ clock }, (built) => {
  place = built;
});

const words = {
  title: "Liaison group",
  unit: "month",
  every: 1,
  how: "in_person",
  startsAt: "19:00",
} as const;

async function begin(more = {}): Promise<string> {
  const input = { area: place.area.slug, ...words, on: "2026-10-10", until: "2027-02-28", ...more };
  return (await mustRun(place.community.editor, createSeries, input as never, by)).id;
}

/** Every meeting of a series: its day, its state, its time. */
const meetingsOf = (id: string) =>
  readAs(place.councilSide.reader, place.area.slug, clock, async (tx) => {
    const rows = await tx.record.findMany({
      where: { meeting: { seriesId: id } },
      orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
      select: { occurredOn: true, title: true, meeting: { select: { status: true, startsAt: true } } },
    });
    return rows.map(({ occurredOn, title, meeting }) => [
      occurredOn.toISOString().slice(0, 10),
      meeting?.status,
      meeting?.startsAt,
      title,
    ]);
  });
const daysOf = async (id: string) =>
  (await meetingsOf(id)).map(([day, status]) => (status === "planned" ? day : `${day} ${status}`));

const change = (user: SignedIn, id: string, more = {}, revision = 1) =>
  runAs(user, changeSeries, { id, revision, ...words, on: "2026-12-08", ...more }, by);

describe("ending a series", () => {
  it("takes out what is planned after its last day, and owes nothing for it", async () => {
    const id = await begin();
    const { dropped } = await mustRun(place.community.editor, endSeries, { id, until: "2026-12-10" }, by);
    expect(dropped).toBe(2);
    expect(await daysOf(id)).toEqual([
      "2026-10-10",
      "2026-11-10",
      "2026-12-10",
      "2027-01-10 cancelled",
      "2027-02-10 cancelled",
    ]);
    const facts = await readAs(place.community.editor, place.area.slug, clock, async (tx) => {
      const { id: last } = await tx.record.findFirstOrThrow({
        where: { meeting: { seriesId: id, status: "cancelled" } },
      });
      return findMeetingFacts(tx, last);
    });
    expect(facts).toMatchObject([{ status: "cancelled", cancelled_by: null }]);
    expect(await mustRun(place.community.editor, extendSeries, { id }, by)).toMatchObject({ meetings: 0 });
  });

  it("leaves what has passed as it is", async () => {
    const id = await begin();
    clock.passDays(45);
    await mustRun(place.community.editor, endSeries, { id, until: "today" }, by);
    expect((await daysOf(id)).slice(0, 3)).toEqual(["2026-10-10", "2026-11-10", "2026-12-10 cancelled"]);
    clock.passDays(-45);
  });

  it.each(["2026-09-30", "2027-03-01", undefined])("refuses %s beside its field", async (until) => {
    const id = await begin();
    const outcome = await runAs(place.community.editor, endSeries, { id, until }, by);
    expect(outcome.status === "invalid" && Object.keys(outcome.fields)).toEqual(["until"]);
    expect((await daysOf(id)).join()).not.toContain("cancelled");
  });
});

describe("changing a series", () => {
  it("moves what is planned from a day on, in order, and leaves what lies before", async () => {
    const id = await begin();
    const more = { unit: "month_weekday", startsAt: "18:00", title: "Liaison", until: "2027-02-28" };
    const outcome = await change(place.community.lead, id, more);
    expect(outcome).toMatchObject({ status: "done", result: { moved: 3, made: 0, dropped: 0 } });
    expect(await meetingsOf(id)).toEqual([
      ["2026-10-10", "planned", "19:00", "Liaison group"],
      ["2026-11-10", "planned", "19:00", "Liaison group"],
      ["2026-12-08", "planned", "18:00", "Liaison"],
      ["2027-01-12", "planned", "18:00", "Liaison"],
      ["2027-02-09", "planned", "18:00", "Liaison"],
    ]);
  });

  it("plans more where it meets more often, and takes out what is left over where it meets less", async () => {
    const id = await begin();
    await change(place.community.editor, id, {
      unit: "week",
      every: 2,
      on: "2026-12-10",
      until: "2027-01-31",
    });
    const often = ["2026-12-10", "2026-12-24", "2027-01-07", "2027-01-21"];
    expect(await daysOf(id)).toEqual(["2026-10-10", "2026-11-10", ...often]);
    const outcome = await change(
      place.community.editor,
      id,
      { every: 3, on: "2026-12-11", until: "2027-03-31" },
      2,
    );
    expect(outcome).toMatchObject({ result: { moved: 2, made: 0, dropped: 1 } });
    expect((await daysOf(id)).filter((day) => !day?.includes("cancelled"))).toEqual([
      ...["2026-10-10", "2026-11-10", "2026-12-10", "2026-12-11", "2027-03-11"],
    ]);
  });

  it("goes on in the new rhythm when more is planned later", async () => {
    const id = await begin({ until: undefined });
    await change(place.community.editor, id, { every: 6, on: "2026-12-10" });
    clock.passDays(365);
    await mustRun(place.community.editor, extendSeries, { id }, by);
    expect((await daysOf(id)).filter((day) => !day?.includes("cancelled")).slice(2)).toEqual([
      ...["2026-12-10", "2027-06-10", "2027-12-10", "2028-06-10"],
    ]);
    clock.passDays(-365);
  });

  it("is for writers of the side that began it, and shows what somebody else changed meanwhile", async () => {
    const id = await begin();
    const end = { id, until: "2026-12-10" };
    expect((await change(place.councilSide.lead, id)).status).toBe("forbidden");
    expect((await change(place.community.reader, id)).status).toBe("forbidden");
    expect((await change(place.outside.communityLead, id)).status).toBe("absent");
    expect(await statusOf(place.councilSide.lead, endSeries, end, by)).toBe("forbidden");
    expect(await statusOf(place.community.reader, endSeries, end, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, endSeries, end, by)).toBe("absent");
    expect((await change(place.community.editor, id)).status).toBe("done");
    expect(await change(place.community.lead, id, { title: "Mine" })).toMatchObject({
      status: "conflict",
      current: { title: "Liaison group" },
    });
  });

  it.each([
    [{ on: "2026-09-30" }, "on"],
    [{ until: "2026-12-07" }, "until"],
    [{ every: 0 }, "every"],
    [{ title: " " }, "title"],
  ])("refuses %j beside its field", async (more, field) => {
    const id = await begin();
    const outcome = await change(place.community.editor, id, more);
    expect(outcome.status === "invalid" && Object.keys(outcome.fields)).toEqual([field]);
    expect(await daysOf(id)).toHaveLength(5);
  });
});
