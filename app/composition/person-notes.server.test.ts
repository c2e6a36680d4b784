import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "~/features/people/people.commands.server";
import { findNotes } from "~/features/records/notes.queries.server";
import { PANEL_INTENTS } from "~/features/records/record-panel";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { ReadScope } from "~/platform/read-scope.server";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { handlePersonNoteIntent } from "./record-intents.server";
import { visitContext } from "./visit.server";

let db: TestDatabase;
let place: Place;
let personId: string;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  const person = {
    area: place.area.slug,
    name: "Olu Officer",
    organisation: place.council.slug,
    role: "officer",
  } as const;
  personId = (await mustRun(place.community.lead, addPerson, person, place.by)).id;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** What a form on the person's page is answered: where it leads, or its status. */
async function send(user: SignedIn, fields: Record<string, string>, area = place.area.slug) {
  const context = new RouterContextProvider();
  const { clock } = place;
  context.set(visitContext, { user, clock, scope: new ReadScope(`user:${user.id}`, todayBy(clock)) });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    const answer = await handlePersonNoteIntent(context, form, { area, personId }, "/back");
    return answer === null ? null : (answer.init?.status ?? 200);
  } catch (thrown) {
    return thrown instanceof Response
      ? thrown.headers.get("Location")
      : (thrown as { init: { status: number } }).init.status;
  }
}

const notesOf = (user: SignedIn) =>
  readAs(user, place.area.slug, place.clock, (tx, actor) => findNotes(tx, actor, { personId }));
const note = (text: string, level = "side") => ({ intent: PANEL_INTENTS.note, level, text });

describe("a note on a person's page", () => {
  it("is written, changed and binned by its side, and read by nobody else", async () => {
    const { community, councilSide, outside } = place;
    expect(await send(community.editor, note("Answers on Fridays"))).toBe("/back");
    expect(await send(community.editor, note("Mine alone", "personal"))).toBe("/back");
    expect((await notesOf(community.reader)).map(({ text }) => text)).toEqual(["Answers on Fridays"]);
    expect(await notesOf(community.editor)).toHaveLength(2);
    expect(await notesOf(councilSide.lead)).toEqual([]);
    const [own] = await notesOf(community.lead);
    const noteId = own?.id ?? "";
    const revise = { intent: PANEL_INTENTS.reviseNote, noteId, revision: "1", text: "Answers on Mondays" };
    for (const user of [councilSide.lead, councilSide.editor, outside.communityLead])
      expect([user.name, await send(user, revise)]).toEqual([user.name, 404]);
    expect(await send(community.editor, revise)).toBe("/back");
    expect(await send(community.editor, revise)).toBe(409);
    expect(await send(councilSide.lead, { intent: PANEL_INTENTS.binNote, noteId })).toBe(404);
    expect(await send(community.editor, { intent: PANEL_INTENTS.binNote, noteId })).toBe("/back");
    expect(await notesOf(community.reader)).toEqual([]);
  });

  it("is refused to readers, shared, empty, in another area, or without a note's number", async () => {
    const { community, outside } = place;
    expect(await send(community.reader, note("No"))).toBe(403);
    expect(await send(community.editor, note("No", "shared"))).toBe(400);
    expect(await send(community.editor, note(" "))).toBe(400);
    expect(await send(outside.communityLead, note("No"))).toBe(404);
    expect(await send(community.editor, note("No"), outside.area.slug)).toBe(404);
    expect(await send(community.editor, { intent: PANEL_INTENTS.binNote, noteId: "none" })).toBe(404);
    expect(await send(community.editor, { intent: "another" })).toBe(null);
  });
});
