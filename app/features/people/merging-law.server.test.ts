import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase } from "~/platform/db.server";
import { contentOf } from "../../../tests/builders/content";
import { asMaintenance } from "../../../tests/builders/fixtures-records";
import { buildHeld, buildPeople } from "../../../tests/builders/meeting";
import { buildMerged, buildNamed } from "../../../tests/builders/merging";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildPromise } from "../../../tests/builders/promise";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { recordPersonNote } from "../records/notes.commands.server";
import { appoint, endPost } from "./appointments.commands.server";
import { assessPerson } from "./assessments.commands.server";
import { nameLead } from "./leads.commands.server";
import { undoMerging } from "./merging.commands.server";

let db: TestDatabase;
let place: Place;
let people: { officer: string; chair: string };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  people = await buildPeople(place);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const WHATS = ["met", "missed", "promised", "post", "end", "lead", "view", "note"] as const;
const entry = fc.record({
  what: fc.constantFrom(...WHATS),
  who: fc.constantFrom(["one"], ["other"], ["one", "other"]),
  side: fc.constantFrom("community", "councilSide"),
});
type Entry = { what: (typeof WHATS)[number]; who: readonly string[]; side: "community" | "councilSide" };
type Pair = Record<string, { id: string; appointmentId: string }>;

/** Records one thing of one of the two, or of both. */
async function record(pair: Pair, { what, who, side }: Entry): Promise<void> {
  const { by, area, council } = place;
  const user = place[side].editor;
  const those = who.flatMap((name) => pair[name] ?? []);
  if (what === "met" || what === "missed") {
    const attendance = (at: number) =>
      what === "missed" && at === 0 ? ("absent" as const) : ("attended" as const);
    const came = those.map(({ id }, at) => {
      const as = { personId: id, side: "council", capacity: "councillor" } as const;
      return { ...as, attendance: attendance(at) };
    });
    const chair = { personId: people.chair, side: "community", capacity: "chair" } as const;
    await buildHeld(place, user, people, { attendees: [...came, chair], on: "2026-09-01" });
    return;
  }
  for (const { id, appointmentId } of those) {
    const about = { area: area.slug, id };
    const post = { area: area.slug, id: appointmentId };
    if (what === "promised")
      await buildPromise(place.community.editor, { area: area.slug, toPersonId: id }, by);
    if (what === "post")
      await mustRun(user, appoint, { ...about, organisation: council.slug, role: "officer" }, by);
    if (what === "end") await mustRun(user, endPost, { ...post, lastDay: "2026-10-01" }, by);
    if (what === "lead") await mustRun(user, nameLead, post, by);
    if (what === "note")
      await mustRun(user, recordPersonNote, { ...about, level: "side", text: "A word" }, by);
    if (what === "view") {
      const view = { interest: 3, influence: 4, stance: "undecided", on: "today" } as const;
      await mustRun(user, assessPerson, { ...about, ...view }, by);
    }
  }
}

it("made one and two again, everything and every figure is as it was, whatever the two took part in", async () => {
  const content = () => asMaintenance(db.ownerUrl, contentOf);
  const property = fc.asyncProperty(
    fc.array(entry, { maxLength: 6 }),
    fc.boolean(),
    async (entries, back) => {
      const one = await buildNamed(place, "Law Abiding", { email: "one@council.example" });
      const pair: Pair = { one, other: await buildNamed(place, "Law Abidin") };
      for (const next of entries) await record(pair, next);
      const before = await content();
      const [kept, merged] = back ? [pair.other, pair.one] : [pair.one, pair.other];
      const ids = { kept: kept?.id ?? "", merged: merged?.id ?? "" };
      const merging = await buildMerged(db, place, place.councilSide.editor, ids);
      const during = await content();
      expect(Object.values(during).flat().filter(names(ids.merged)).length).toBe(1);
      if (entries.every(({ what, who }) => what !== "end" && who.length === 1))
        expect(during.scoring_fact).toEqual(before.scoring_fact);
      await mustRun(place.community.editor, undoMerging, { area: place.area.slug, id: merging }, place.by);
      expect(await content()).toEqual(before);
    },
  );
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
}, 120_000);

/** Rows that say this id: of somebody who was made one with another, their own row alone. */
function names(id: string) {
  return (row: string) => row.includes(id);
}
