import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordNote } from "~/features/records/notes.commands.server";
import { binRecord } from "~/features/records/records.commands.server";
import { proposeRhythm } from "~/features/records/rhythm.commands.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { findTimeline } from "./timeline.server";
import { readTimelineFilter, timelineSearch } from "./timeline-filter";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };
const TODAY = toDay("2026-10-01");
const ids: Record<string, string> = {};

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
  const { community, councilSide, area } = place;
  const about = { area: area.slug, council: "barley-borough" };
  ids.old = await buildRequest(community.editor, { ...about, title: "Old", askedOn: "2026-03-02" }, by);
  ids.fresh = await buildRequest(councilSide.editor, { area: area.slug, title: "Fresh" }, by);
  ids.all = await buildRequest(community.editor, { ...about, council: "all", askedOn: "2026-09-01" }, by);
  ids.county = await buildRequest(community.editor, { ...about, council: "barley-county" }, by);
  const gone = await buildRequest(community.editor, { ...about, title: "Gone" }, by);
  await mustRun(community.editor, binRecord, { id: gone }, by);
  const note = { id: ids.old, level: "side", text: "A private word" } as const;
  ids.note = (await mustRun(community.editor, recordNote, note, by)).id;
  const rhythm = { ...about, idealGapDays: 30, longestGapDays: 45 };
  ids.rhythm = (await mustRun(community.editor, proposeRhythm, rhythm, by)).id;
  clock.set("2026-09-20T09:00:00Z");
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const timeline = (user: SignedIn, search = "", today = TODAY) =>
  readAs(user, place.area.slug, clock, (tx, actor) =>
    findTimeline(tx, actor, readTimelineFilter(new URLSearchParams(search)), today),
  );

const linesFor = async (user: SignedIn, search = "") =>
  (await timeline(user, search)).lines
    .map(({ id }) => Object.keys(ids).find((name) => ids[name] === id))
    .sort();

describe("the timeline", () => {
  it("shows each reader what they may see, the newest first", async () => {
    expect(await linesFor(place.community.reader)).toEqual([
      "all",
      "county",
      "fresh",
      "note",
      "old",
      "rhythm",
    ]);
    expect(await linesFor(place.councilSide.reader)).toEqual(["all", "fresh", "old", "rhythm"]);
    expect(await linesFor(place.county?.users.lead ?? place.admin)).toEqual(["all", "county"]);
    const { lines } = await timeline(place.community.reader);
    expect(lines.map(({ day }) => day)).toEqual([...lines.map(({ day }) => day)].sort().reverse());
    expect(JSON.stringify(await timeline(place.councilSide.lead))).not.toContain("A private word");
  });

  it.each([
    ["kind=request", ["all", "county", "fresh", "old"]],
    ["kind=nonsense", ["all", "county", "fresh", "note", "old", "rhythm"]],
    ["side=council", ["fresh"]],
    ["council=barley-county", ["all", "county"]],
    ["from=2026-09-01&to=2026-09-30", ["all"]],
    ["to.day=2&to.month=3&to.year=2026", ["old"]],
    ["from=2026-02-31", ["all", "county", "fresh", "note", "old", "rhythm"]],
    ["person=0190a0de-0000-7000-8000-000000000009", []],
    ["page=99", ["all", "county", "fresh", "note", "old", "rhythm"]],
    ["kind=rhythm&side=community", ["rhythm"]],
  ])("narrowed by %s", async (search, names) => {
    expect(await linesFor(place.community.reader, search)).toEqual(names);
  });

  it("puts what lies ahead first and apart", async () => {
    const { ahead, lines } = await timeline(place.community.reader, "", toDay("2026-09-20"));
    expect(new Set(ahead.map(({ day }) => day))).toEqual(new Set(["2026-10-01"]));
    expect(lines.map(({ title }) => title)).toEqual(["Who mends the lights in the park?", "Old"]);
    expect((await timeline(place.community.reader, "page=2", TODAY)).page).toBe(1);
  });

  it("leads each line to its record, with a few words", async () => {
    const { lines } = await timeline(place.councilSide.reader, "kind=request&to=2026-03-31");
    expect(lines).toMatchObject([
      {
        href: `/areas/oakfield/requests/${ids.old}`,
        facts: ["Request", "Asked of Barley Borough", "Waiting for an answer", "Recorded by the partnership"],
      },
    ]);
  });

  it("keeps its filter in the address", () => {
    const filter = readTimelineFilter(
      new URLSearchParams("kind=note&from.day=1&from.month=3&from.year=2026&x=1"),
    );
    expect(timelineSearch(filter)).toBe("?kind=note&from=2026-03-01");
    expect(timelineSearch(readTimelineFilter(new URLSearchParams()))).toBe("");
  });
});
