import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addElection } from "~/features/elections/elections.commands.server";
import { toDay } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { entryInput } from "../../tests/builders/entry";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { editEntry, findSignOff, recordEntry } from "./publicity-entries.server";

let db: TestDatabase;
let place: Place;
// The borough's poll is on 26 November 2026: its period begins on 22 October.
const clock = stoppedClock("2026-11-10T20:00:00Z");
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true, clock });
  const election = { councilId: place.council.id, kind: "by_election" as const, pollOn: "2026-11-26" };
  await mustRun(place.admin, addElection, election, by);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

type Said = { on: string; election?: string | null; council?: string; kind?: string };
const said = ({ kind = "publicity", ...more }: Said) => ({
  ...entryInput(kind, { area: place.area.slug, council: place.council.slug }, by),
  ...(kind === "publicity" ? { election: null } : {}),
  ...more,
});

/** What is kept of an entry, and whose election asks for its sign-off. */
async function record(more: Said) {
  const { id } = await mustRun(place.community.editor, recordEntry, said(more), by);
  return { id, ...(await seen(id)) };
}

function seen(id: string, user = place.community.reader) {
  return readAs(user, place.area.slug, clock, async (tx, actor) => {
    const row = await tx.evidence.findUniqueOrThrow({ where: { recordId: id }, select: { fields: true } });
    const asked = await findSignOff(tx, actor, id, todayBy(clock));
    const { election } = row.fields as { election?: string | null };
    return { election, asked: asked?.council ?? null };
  });
}

describe("publicity in a pre-election period", () => {
  it.each([
    ["nothing is said of it", { on: "2026-10-22" }, "unchecked", "Barley Borough"],
    ["it is said that no election is near", { on: "today", election: "no" }, "unchecked", "Barley Borough"],
    ["it was not checked", { on: "2026-11-09", election: "unchecked" }, "unchecked", "Barley Borough"],
    ["it was checked", { on: "2026-11-09", election: "checked" }, "checked", null],
    ["it is about all councils", { on: "2026-11-09", council: "all" }, "unchecked", "Barley Borough"],
  ])("is saved and asks for a sign-off unless checked: %s", async (_, more, election, asked) => {
    expect(await record(more)).toMatchObject({ election, asked });
  });

  it("is left alone before it", async () => {
    expect(await record({ on: "2026-10-21" })).toMatchObject({ election: null, asked: null });
    expect(await record({ on: "2026-10-21", election: "no" })).toMatchObject({ election: "no", asked: null });
  });

  it("is left alone where it is about another council", async () => {
    const council = place.county?.slug ?? "";
    expect(await record({ on: "2026-11-09", council })).toMatchObject({ election: null, asked: null });
  });

  it("stops asking once it is signed off, and asks again when it moves into another’s period", async () => {
    const { id } = await record({ on: "2026-10-30" });
    const { area: _, council: __, ...rest } = said({ on: "2026-10-30", election: "checked" });
    await mustRun(place.community.lead, editEntry, { ...rest, id, revision: 1 }, by);
    expect(await seen(id)).toEqual({ election: "checked", asked: null });
    const open = { ...rest, election: null, id, revision: 2 };
    await mustRun(place.community.lead, editEntry, open, by);
    expect(await seen(id, place.councilSide.reader)).toEqual({
      election: "unchecked",
      asked: "Barley Borough",
    });
  });

  it("asks of what was recorded before the election was known", async () => {
    const { id, asked } = await record({ on: "2026-06-10" });
    expect(asked).toBeNull();
    const late = { councilId: place.council.id, kind: "local" as const, pollOn: "2026-06-18" };
    await mustRun(place.admin, addElection, late, by);
    expect(await seen(id)).toEqual({ election: null, asked: "Barley Borough" });
  });

  it("asks nothing of other kinds", async () => {
    const thanks = said({ kind: "thanks", on: toDay("2026-11-09") });
    const { id } = await mustRun(place.community.editor, recordEntry, thanks, by);
    expect((await seen(id)).asked).toBeNull();
  });
});
