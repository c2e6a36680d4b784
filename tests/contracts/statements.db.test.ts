import pg from "pg";
import { type LoaderFunctionArgs, RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { SignedIn } from "~/composition/execution.server";
import { logMeetingWithPromises } from "~/composition/meetings.commands.server";
import { closeReads, visitContext } from "~/composition/visit.server";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { addPerson, editPerson } from "~/features/people/people.commands.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { ReadScope } from "~/platform/read-scope.server";
import { loader as root } from "~/root";
import { loader as component } from "~/routes/areas/health/component";
import { loader as health } from "~/routes/areas/health/overview";
import { loader as areaHome } from "~/routes/areas/home";
import { loader as areaLayout } from "~/routes/areas/layout";
import { loader as people } from "~/routes/areas/people/list";
import { loader as home } from "~/routes/home";
import { buildPeople, shortestForm } from "../builders/meeting";
import { buildPlace, mustRun, type Place } from "../builders/place";
import { createTestDatabase, type TestDatabase } from "../setup/database";

// How many statements a page sends to the database, so that none is added unseen. `first`: nothing of it is kept;
// `again`: nothing has changed since. Signing in apart. May a number go down, write it here.
const PAGES = {
  "the home page": { loaders: [root, home], path: "/", first: 18, again: 1 },
  "an area’s page": { loaders: [root, areaLayout, areaHome], path: "/areas/oakfield", first: 36, again: 1 },
  "the list of people": {
    loaders: [root, areaLayout, people],
    path: "/areas/oakfield/people",
    first: 11,
    again: 1,
  },
  "an area’s health": {
    loaders: [root, areaLayout, health],
    path: "/areas/oakfield/health",
    first: 7,
    again: 1,
  },
  "a component’s page": {
    loaders: [root, areaLayout, component],
    path: "/areas/oakfield/health/trust",
    first: 14,
    again: 1,
  },
};

/** What logging a meeting sends, with the form's key claimed and kept. */
const MEETING = 26;

let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  const { community, council, by } = place;
  await mustRun(
    community.editor,
    addPerson,
    { area: "oakfield", name: "Ash Officer", organisation: council.slug, role: "officer" },
    by,
  );
  await promise("Mend the gate");
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

function promise(title: string, user = place.community.editor) {
  const input = { area: "oakfield", bySide: "ours", title, dueOn: "2026-10-09", size: "small" } as const;
  return mustRun(user, recordCommitment, { ...input, council: place.council.slug }, place.by);
}

/** Runs the loaders of a page as its reader's request does; their answers in words, and the statements they sent. */
async function open(page: keyof typeof PAGES, user: SignedIn, search = "") {
  const { loaders, path } = PAGES[page];
  const context = new RouterContextProvider();
  const { clock } = place.by;
  context.set(visitContext, { user, scope: new ReadScope(`user:${user.id}`, todayBy(clock)), clock });
  const sent = vi.spyOn(pg.Client.prototype, "query");
  const request = new Request(`http://localhost${path}${search}`);
  const given = {
    request,
    context,
    params: { area: "oakfield", component: "trust" },
  } as unknown as LoaderFunctionArgs;
  const answers = await Promise.all(
    loaders.map((load) => (load as (args: LoaderFunctionArgs) => unknown)(given)),
  );
  await closeReads(context);
  const statements = sent.mock.calls.length;
  sent.mockRestore();
  return { says: JSON.stringify(answers.slice(1)), statements };
}

describe("statements of a page", () => {
  it.each(Object.keys(PAGES) as (keyof typeof PAGES)[])("%s", async (page) => {
    const { first, again } = PAGES[page];
    const { lead } = place.community;
    expect((await open(page, lead)).statements).toBeLessThanOrEqual(first);
    expect((await open(page, lead)).statements).toBeLessThanOrEqual(again);
  });
});

describe("the statements of a write", () => {
  it("are these for a meeting with three people, its audit entry, its facts and its score", async () => {
    const { community, by } = place;
    await buildPeople(place);
    const theirs = [{ person: "Olu Officer" }, { person: "Ash Officer" }];
    const input = shortestForm(place, { council: place.council.slug, theirs });
    await mustRun(community.lead, logMeetingWithPromises, input as never, by);
    const sent = vi.spyOn(pg.Client.prototype, "query");
    const key = crypto.randomUUID();
    await mustRun(community.lead, logMeetingWithPromises, input as never, { ...by, key });
    const statements = sent.mock.calls.length;
    sent.mockRestore();
    expect(statements).toBeLessThanOrEqual(MEETING);
  });
});

describe("a page that was kept", () => {
  it("is made again when a record of its area changes, for everybody who sees it", async () => {
    const { community, councilSide } = place;
    await open("an area’s page", councilSide.lead);
    await promise("Paint the bench");
    for (const user of [community.lead, councilSide.lead])
      expect((await open("an area’s page", user)).says).toContain("Paint the bench");
    expect((await open("the home page", community.lead)).says).toContain("Paint the bench");
  });

  it("is made again when a person changes, whichever area that was written in", async () => {
    const { community, councilSide, council, by } = place;
    const { id } = await mustRun(
      community.editor,
      addPerson,
      { area: "oakfield", name: "Birch Officer", organisation: council.slug, role: "officer" },
      by,
    );
    expect((await open("the list of people", councilSide.lead)).says).toContain("Birch Officer");
    await mustRun(
      community.editor,
      editPerson,
      { area: "oakfield", id, revision: 1, name: "Birch Renamed" },
      by,
    );
    expect((await open("the list of people", councilSide.lead)).says).toContain("Birch Renamed");
  });

  it("is its reader’s alone: another side, another role and another council see their own", async () => {
    const { community, councilSide, county } = place;
    if (!county) throw new Error("built with a county");
    const readers = [community.lead, community.reader, councilSide.lead, county.users.lead];
    const views = [];
    for (const user of readers) views.push((await open("an area’s page", user)).says);
    expect(new Set(views).size).toBe(readers.length);
    expect(views[3]).not.toContain("Mend the gate");
    await expect(open("an area’s page", place.outside.communityLead)).rejects.toMatchObject({
      init: { status: 404 },
    });
  });

  it("is not shown for another day, question or page of a list", async () => {
    const all = await open("the list of people", place.community.lead);
    const found = await open("the list of people", place.community.lead, "?q=nobody of this name");
    expect(found.says).not.toBe(all.says);
  });
});
