import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toActor } from "~/features/identity/actor";
import { addPerson } from "~/features/people/people.commands.server";
import { recordNote } from "~/features/records/notes.commands.server";
import { binRecord } from "~/features/records/records.commands.server";
import { readQuestion } from "~/features/search/search-question";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase, inReading } from "~/platform/db.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { search } from "./search.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };
const TODAY = toDay("2026-10-01");

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
  const { community, area } = place;
  const about = { area: area.slug, council: "barley-borough" };
  const lights = await buildRequest(community.editor, { ...about, title: "New lights for the park" }, by);
  await buildRequest(community.editor, { ...about, title: "The gate", detail: "Near the park’s lights" }, by);
  await buildRequest(community.editor, { ...about, title: "50% of the park", askedOn: "2026-03-02" }, by);
  const gone = await buildRequest(community.editor, { ...about, title: "A park that is gone" }, by);
  await mustRun(community.editor, binRecord, { id: gone }, by);
  await buildRequest(
    community.editor,
    { ...about, council: "barley-county", title: "The county’s park" },
    by,
  );
  await mustRun(community.editor, recordNote, { id: lights, level: "side", text: "Our plum about it" }, by);
  const person = {
    area: area.slug,
    name: "Bea Brookes",
    organisation: "ours",
    role: "officer",
  } as const;
  await mustRun(place.councilSide.editor, addPerson, person, by);
  clock.set("2026-10-01T09:00:00Z");
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const found = (user: SignedIn, q: string, page = 1) =>
  inReading(`user:${user.id}`, TODAY, (tx, stands) =>
    search(tx, toActor(user, stands), readQuestion(new URLSearchParams({ q, page: String(page) })), TODAY),
  );
const titles = async (user: SignedIn, q: string) => (await found(user, q)).records.map(({ title }) => title);

describe("search", () => {
  it("finds what holds every word, those with all of them in the title first", async () => {
    expect(await titles(place.community.editor, "LIGHTS park")).toEqual([
      "New lights for the park",
      "The gate",
    ]);
  });

  it("takes no word for a pattern", async () => {
    expect(await titles(place.community.editor, "50%")).toEqual(["50% of the park"]);
    expect(await titles(place.community.editor, "l_ghts")).toEqual([]);
    expect(await titles(place.community.editor, "%")).toEqual(["50% of the park"]);
  });

  it("leaves out the bin, and what another council alone is part of", async () => {
    const all = ["50% of the park", "New lights for the park", "The county’s park", "The gate"];
    expect((await titles(place.community.reader, "park")).sort()).toEqual(all);
    expect((await titles(place.councilSide.editor, "park")).sort()).toEqual(
      all.filter((title) => !title.includes("county")),
    );
  });

  it("finds a side's own note for that side alone", async () => {
    expect((await found(place.community.reader, "plum")).count).toBe(1);
    expect((await found(place.councilSide.lead, "plum")).count).toBe(0);
  });

  it("finds nothing for no words, and nothing in an area that is not one's own", async () => {
    expect(await found(place.community.editor, "  ")).toMatchObject({ count: 0, records: [], people: [] });
    expect(await found(place.outside.communityLead, "park")).toMatchObject({
      count: 0,
      records: [],
      people: [],
    });
  });

  it("finds people by part of their name, with what they are", async () => {
    const { people } = await found(place.community.editor, "brook");
    expect(people).toMatchObject([{ title: "Bea Brookes", facts: ["Officer, Barley Borough", "Oakfield"] }]);
    expect((await found(place.outside.communityLead, "brook")).people).toEqual([]);
  });

  it("finds organisations by part of their name, with what they are", async () => {
    const { organisations } = await found(place.community.editor, "barley borough");
    expect(organisations).toMatchObject([{ title: "Barley Borough Council", facts: ["Council"] }]);
  });

  it("answers a page beyond the last with the last", async () => {
    expect(await found(place.community.editor, "park", 99)).toMatchObject({ page: 1, pages: 1, count: 4 });
  });
});
