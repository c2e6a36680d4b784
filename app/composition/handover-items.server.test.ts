import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { withdrawCommitment } from "~/features/commitments/commitment-endings.commands.server";
import { findOpenCommitments } from "~/features/commitments/commitments.queries.server";
import { recordEvidence } from "~/features/evidence/record-evidence.commands.server";
import { getHandoverPage } from "~/features/handovers/handover.queries.server";
import { nameIncoming, prepareHandover } from "~/features/handovers/prepare-handover.commands.server";
import { endPost } from "~/features/people/appointments.commands.server";
import { nameLead } from "~/features/people/leads.commands.server";
import { binRecord } from "~/features/records/records.commands.server";
import { askRequest } from "~/features/requests/ask-request.commands.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { asMaintenance } from "../../tests/builders/fixtures-records";
import { heldFacts } from "../../tests/builders/held-facts";
import { buildHandover, buildPost } from "../../tests/builders/leaver";
import { buildHeld } from "../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildMilestone, buildProject } from "../../tests/builders/plan";
import { buildPromise } from "../../tests/builders/promise";
import { readAs, statusOf } from "../../tests/builders/reading";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { findEvidence } from "./action-evidence.server";
import type { SignedIn } from "./execution.server";
import { findBrief } from "./handover-brief.server";
import { finishHandover, takeOver } from "./handovers.commands.server";
import { moveOpenItems, undoMove } from "./move-items.commands.server";
import { findOpenItems } from "./open-items.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };
const TODAY = toDay("2026-10-01");

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const openOf = (user: SignedIn, personId: string, today = TODAY) =>
  readAs(user, place.area.slug, clock, async (tx, actor) => {
    const items = await findOpenItems(
      { tx, actor, today },
      { personId, relationshipId: place.council.relationshipId },
    );
    return items.map(({ title, role }) => `${title}: ${role}`).sort();
  });

/** An officer of the borough who leaves, holds one of everything, and has somebody to follow. */
async function busyLeaver() {
  const { editor } = place.councilSide;
  const officer = await buildPost(place, editor);
  const next = await buildPost(place, editor, { role: "liaison-officer" });
  const where = { area: place.area.slug, council: place.council.slug };
  const held = { ...where, dueOn: "2026-12-01" };
  const promise = await buildPromise(editor, { ...held, byPersonId: officer.id }, by);
  await buildPromise(
    place.community.editor,
    { ...held, title: "List the lamps", toPersonId: officer.id },
    by,
  );
  const ask = { ...where, title: "Who pays?", askedOn: "today", toPersonId: officer.id } as const;
  await mustRun(place.community.editor, askRequest, ask, by);
  await buildMilestone(editor, { ...held, owner: "council", councilPersonId: officer.id }, by);
  await buildProject(editor, { ...where, lead: "council", leadPersonId: officer.id }, by);
  const id = await buildHandover(place, editor, { ...officer, incomingId: next.id });
  await mustRun(editor, prepareHandover, { id, note: "Call Joe.", on: "today" }, by);
  return { officer, next, id, promise };
}

const ALL = [
  "A field for all: leads-project",
  "List the lamps: promised-to",
  "Mend the gate: promised-by",
  "The goals stand: holds-milestone",
  "Who pays?: asked-of",
];

describe("what is open", () => {
  it("moves in one go, each thing with its event, and back in one go", async () => {
    const { editor } = place.councilSide;
    const { id, officer, next, promise } = await busyLeaver();
    expect(await openOf(editor, officer.id)).toEqual(ALL);
    expect(await mustRun(editor, moveOpenItems, { id }, by)).toMatchObject({ moved: 5 });
    expect(await openOf(editor, officer.id)).toEqual([]);
    expect(await openOf(place.community.reader, next.id)).toEqual(ALL);
    const page = await readAs(place.community.reader, place.area.slug, clock, (tx, actor) =>
      getHandoverPage(tx, actor, id, TODAY),
    );
    expect(page?.items).toHaveLength(5);
    const events = await readAs(editor, place.area.slug, clock, (tx) =>
      tx.event.findMany({
        where: { command: { endsWith: ".hand-over" } },
        select: { subjectId: true, data: true },
      }),
    );
    expect(events).toHaveLength(5);
    expect(events.map(({ subjectId }) => subjectId)).toContain(promise);
    expect(await statusOf(editor, moveOpenItems, { id }, by)).toBe("invalid");
    // A minute later: what happens later has the later id.
    clock.set("2026-10-01T20:01:00Z");
    expect(await mustRun(editor, undoMove, { id }, by)).toMatchObject({ moved: 5 });
    expect(await openOf(editor, officer.id)).toEqual(ALL);
    expect(await openOf(editor, next.id)).toEqual([]);
    expect(await statusOf(editor, undoMove, { id }, by)).toBe("invalid");
  });

  it("leaves what was closed meanwhile where it is, and moves what came later with the next batch", async () => {
    const { editor } = place.councilSide;
    const { id, officer, next, promise } = await busyLeaver();
    await mustRun(editor, moveOpenItems, { id }, by);
    const late = { area: place.area.slug, title: "One more", byPersonId: officer.id };
    await buildPromise(editor, late, by);
    expect(await mustRun(editor, moveOpenItems, { id }, by)).toMatchObject({ moved: 1 });
    expect(await mustRun(editor, undoMove, { id }, by)).toMatchObject({ moved: 1 });
    await mustRun(place.community.editor, withdrawCommitment, { id: promise, note: "No need." }, by);
    clock.set("2026-10-01T20:01:30Z");
    expect(await mustRun(editor, undoMove, { id }, by)).toMatchObject({ moved: 4 });
    expect(await openOf(editor, next.id)).toEqual([]);
  });

  it("is moved by nobody but the side whose post it is, and not before the note", async () => {
    const { id } = await busyLeaver();
    expect(await statusOf(place.community.editor, moveOpenItems, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.community.editor, undoMove, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.councilSide.reader, moveOpenItems, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, moveOpenItems, { id }, by)).toBe("absent");
    const other = await buildPost(place, place.councilSide.editor);
    const early = await buildHandover(place, place.councilSide.editor, other);
    expect(await statusOf(place.councilSide.editor, moveOpenItems, { id: early }, by)).toBe("invalid");
  });

  it("keeps who follows once things have moved to them", async () => {
    const { id } = await busyLeaver();
    await mustRun(place.councilSide.editor, moveOpenItems, { id }, by);
    expect(await statusOf(place.councilSide.editor, nameIncoming, { id, incomingId: null }, by)).toBe(
      "invalid",
    );
  });

  it("comes up again where it has not moved for more than 60 days", async () => {
    const { id } = await busyLeaver();
    await mustRun(place.councilSide.editor, moveOpenItems, { id }, by);
    const stillOn = (day: string) =>
      readAs(place.councilSide.editor, place.area.slug, clock, async (tx, actor) => {
        const evidence = await findEvidence(tx, actor, place.council.relationshipId, toDay(day));
        return evidence?.handovers.find((one) => one.id === id)?.items.length;
      });
    expect(await stillOn("2026-11-30")).toBe(0);
    expect(await stillOn("2026-12-01")).toBe(5);
  });
});

describe("the brief", () => {
  const briefFor = (user: SignedIn, id: string) =>
    readAs(user, place.area.slug, clock, async (tx, actor) => {
      const brief = await findBrief(actor, { tx, today: TODAY, now: clock.now() }, id);
      const open = await findOpenCommitments(tx, actor, TODAY, {
        relationshipId: place.council.relationshipId,
      });
      const lines =
        brief?.sections.flatMap(({ id: section, lines }) => lines.map((line) => ({ section, ...line }))) ??
        [];
      return { brief, lines, open: open.map(({ id: promise }) => promise) };
    });

  it.each(["council", "community"])(
    "has exactly the open promises of the register, for the %s",
    async (side) => {
      const { id } = await busyLeaver();
      const user = side === "council" ? place.councilSide.reader : place.community.reader;
      const { lines, open } = await briefFor(user, id);
      const promised = lines.filter(({ section }) => section.startsWith("promises")).map((line) => line.id);
      expect(promised.sort()).toEqual(open.sort());
      expect(promised.length).toBeGreaterThan(1);
    },
  );

  it("says so where a section is empty, and leads to records its reader may open", async () => {
    const { id } = await busyLeaver();
    const { brief, lines } = await briefFor(place.community.reader, id);
    expect(brief?.note).toBe("Call Joe.");
    expect(brief?.sections.every(({ lines: own, empty }) => own.length > 0 || empty.endsWith("."))).toBe(
      true,
    );
    expect(brief?.sections.find(({ id: section }) => section === "agreements")?.lines).toEqual([]);
    expect(brief?.sections.find(({ id: section }) => section === "dates")?.lines).toHaveLength(3);
    const readable = await readAs(place.community.reader, place.area.slug, clock, async (tx) => {
      const ids = lines.filter(({ section }) => !section.startsWith("who")).map((line) => line.id);
      return { ids: new Set(ids).size, seen: await tx.record.count({ where: { id: { in: ids } } }) };
    });
    expect(readable.seen).toBe(readable.ids);
  });

  it("gives no private line of one side to the other, and none of a single person to anybody", async () => {
    const { id } = await busyLeaver();
    const { community, councilSide, area, council } = place;
    for (const level of ["side", "personal"]) {
      const what = `Thanks kept ${level}`;
      const entry = { area: area.slug, council: council.slug, kind: "thanks", what, on: "2026-09-20" };
      const made = await mustRun(community.editor, recordEvidence, entry, by);
      // What is shared is never narrowed: a copy of it, kept from the start.
      const kept = { id: newId(), title: `${what}, kept`, level };
      await asMaintenance(db.ownerUrl, async (client) => {
        const copy = (table: string, key: string, changes: object) =>
          client.query(
            `insert into ${table} select (jsonb_populate_record(t, $2::jsonb)).* from ${table} t where ${key} = $1`,
            [made.id, JSON.stringify(changes)],
          );
        await copy("record", "id", kept);
        await copy("evidence", "record_id", { record_id: kept.id });
      });
    }
    const titles = async (user: SignedIn) => (await briefFor(user, id)).lines.map(({ text }) => text);
    expect(await titles(councilSide.lead)).not.toContain("Thanks kept side, kept");
    expect(await titles(community.reader)).toContain("Thanks kept side, kept");
    expect(await titles(community.editor)).not.toContain("Thanks kept personal, kept");
  });

  it("is nobody's who does not see the handover", async () => {
    const { id } = await busyLeaver();
    expect((await briefFor(place.county?.users.lead ?? place.admin, id)).brief).toBeNull();
  });
});

describe("a contact's post that ended without a handover", () => {
  it("counts as one with nothing done, until a handover is told; and again when that is gone", async () => {
    const { editor } = place.councilSide;
    const officer = await buildPost(place, editor);
    const joe = await buildPost(place, place.community.editor, { role: "member" });
    await buildHeld(
      place,
      place.community.editor,
      { officer: officer.id, chair: joe.id },
      { on: "2026-09-01" },
    );
    await mustRun(editor, endPost, { area: place.area.slug, id: officer.postId, lastDay: "2026-09-30" }, by);
    expect(await heldFacts(place, officer.postId)).toEqual([]);
    // The second meeting of the year makes them a contact.
    await buildHeld(
      place,
      place.community.editor,
      { officer: officer.id, chair: joe.id },
      { on: "2026-09-15" },
    );
    const missed = {
      type: "handover",
      id: `${officer.postId}.handover`,
      side: "council",
      effective: "2026-10-01",
    };
    expect(await heldFacts(place, officer.postId)).toEqual([missed]);
    const id = await buildHandover(place, editor, officer);
    expect(await heldFacts(place, officer.postId)).toEqual([]);
    await mustRun(editor, binRecord, { id }, by);
    expect(await heldFacts(place, officer.postId)).toEqual([missed]);
  });
});

test("who accepted before the day of the change has the lead's place once both have met", async () => {
  const { area, councilSide, community } = place;
  const officer = await buildPost(place, councilSide.editor, { role: "liaison-officer" });
  await mustRun(councilSide.lead, nameLead, { area: area.slug, id: officer.postId }, by);
  const next = await buildPost(place, councilSide.editor);
  const leads = () =>
    readAs(community.lead, area.slug, clock, (tx) =>
      tx.appointment.findMany({ where: { isLead: true, leadFilledOn: null }, select: { personId: true } }),
    );
  clock.set("2026-09-20T20:00:00Z");
  const id = await buildHandover(place, councilSide.editor, { ...officer, incomingId: next.id });
  await mustRun(councilSide.editor, prepareHandover, { id, note: "Call Joe.", on: "today" }, by);
  await mustRun(councilSide.editor, takeOver, { id, on: "today" }, by);
  expect(await leads()).toEqual([{ personId: officer.id }]);
  clock.set("2026-10-01T20:02:00Z");
  await mustRun(community.editor, finishHandover, { id, metOn: "today" }, by);
  expect(await leads()).toEqual([{ personId: next.id }]);
});
