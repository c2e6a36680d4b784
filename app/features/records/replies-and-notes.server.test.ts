import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { closeDatabase } from "~/platform/db.server";
import { LONG_TEXT_MAX } from "~/platform/form-texts";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildPlainRecord } from "../../../tests/builders/plain-record";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { recordNote, recordPersonNote, reviseNote } from "./notes.commands.server";
import { findNotes } from "./notes.queries.server";
import { findBase, visibleTo } from "./record.queries.server";
import { findRecordPanel } from "./record-panel.queries.server";
import { binRecord, replyToRecord, settleDispute } from "./records.commands.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const sharedBy = (user: SignedIn, council = "barley-borough") =>
  buildPlainRecord(user, { area: place.area.slug, council }, by);

const panelFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findRecordPanel(tx, actor, id, clock.now()));

const notesFor = async (user: SignedIn, recordId: string) =>
  (await readAs(user, place.area.slug, clock, (tx, actor) => findNotes(tx, actor, { recordId }))).map(
    (n) => n.text,
  );

describe("replies", () => {
  it("are read by both sides, oldest first, with their authors", async () => {
    const id = await sharedBy(place.community.editor);
    await mustRun(place.councilSide.editor, replyToRecord, { id, text: "Noted." }, by);
    clock.passDays(1);
    await mustRun(place.community.lead, replyToRecord, { id, text: "Thank you." }, by);
    const replies = (await panelFor(place.councilSide.reader, id))?.replies;
    expect(replies?.map(({ by: author, text, side }) => [author, side, text])).toEqual([
      ["Borough editor", "council", "Noted."],
      ["Community lead", "community", "Thank you."],
    ]);
    clock.passDays(-1);
  });

  it("to what is about all councils are read by each, also where the author is not to be seen", async () => {
    const id = await sharedBy(place.community.editor, "all");
    const county = place.county?.users.editor;
    if (!county) throw new Error("no county");
    await mustRun(county, replyToRecord, { id, text: "From the county." }, by);
    const panel = await panelFor(place.councilSide.reader, id);
    expect(panel?.replies.map((reply) => reply.by)).toEqual(["Barley County"]);
    expect(panel?.audience).toBe("Both sides: the partnership and all of its councils.");
  });

  it.each([
    ["nothing", "  ", "Write your reply"],
    ["too much", "a".repeat(LONG_TEXT_MAX + 1), "Use 10,000 characters or fewer"],
    ["what cannot be stored", "a\0b", "Take out the characters that cannot be stored"],
  ])("with %s in them are refused", async (_what, text, words) => {
    const id = await sharedBy(place.community.editor);
    const outcome = await runAs(place.councilSide.editor, replyToRecord, { id, text }, by);
    expect(outcome).toEqual({ status: "invalid", fields: { text: [words] } });
  });

  it("are not for readers, another council, another area, or what is gone", async () => {
    const id = await sharedBy(place.community.editor);
    const input = { id, text: "Noted." };
    expect(await statusOf(place.councilSide.reader, replyToRecord, input, by)).toBe("forbidden");
    expect(await statusOf(place.county?.users.lead ?? place.admin, replyToRecord, input, by)).toBe("absent");
    expect(await statusOf(place.outside.councilLead, replyToRecord, input, by)).toBe("absent");
    await mustRun(place.community.editor, binRecord, { id }, by);
    expect(await statusOf(place.councilSide.editor, replyToRecord, input, by)).toBe("absent");
  });

  it("sent twice are one", async () => {
    const id = await sharedBy(place.community.editor);
    const once = { ...by, key: "0190a0de-0000-7000-8000-000000000001" };
    await mustRun(place.councilSide.editor, replyToRecord, { id, text: "Noted." }, once);
    await mustRun(place.councilSide.editor, replyToRecord, { id, text: "Noted." }, once);
    expect((await panelFor(place.community.reader, id))?.replies).toHaveLength(1);
  });
});

describe("disputes", () => {
  it("are opened by the other side and settled by it", async () => {
    const id = await sharedBy(place.councilSide.editor);
    const dispute = { id, text: "It was the week before.", disputes: true };
    expect(await statusOf(place.councilSide.lead, replyToRecord, dispute, by)).toBe("forbidden");
    await mustRun(place.community.editor, replyToRecord, dispute, by);
    const panel = await panelFor(place.councilSide.editor, id);
    expect(panel?.contested).toEqual({ on: "2026-10-01", by: "the partnership", settledOn: null });
    expect(panel?.can).toMatchObject({ settle: false, dispute: false });
    expect(await statusOf(place.community.lead, replyToRecord, dispute, by)).toBe("forbidden");
    expect(await statusOf(place.councilSide.lead, settleDispute, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.community.reader, settleDispute, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, settleDispute, { id }, by)).toBe("absent");
    clock.passDays(3);
    await mustRun(place.community.lead, settleDispute, { id }, by);
    expect((await panelFor(place.community.editor, id))?.contested?.settledOn).toBe("2026-10-04");
    expect(await statusOf(place.community.lead, settleDispute, { id }, by)).toBe("forbidden");
    expect((await panelFor(place.community.editor, id))?.can.dispute).toBe(true);
    clock.passDays(-3);
  });
});

describe("notes", () => {
  const CANARY = "The chair is tired of this.";

  it.each([
    ["side", "community", ["lead", "reader"], []],
    ["personal", "community", [], ["lead", "reader"]],
    ["side", "councilSide", ["lead", "reader"], []],
    ["personal", "councilSide", [], ["lead", "reader"]],
  ] as const)("at level %s of %s stay there", async (level, own, readers, others) => {
    const about = await sharedBy(place.community.editor);
    const { id } = await mustRun(place[own].editor, recordNote, { id: about, level, text: CANARY }, by);
    for (const role of readers) expect(await notesFor(place[own][role], about), role).toEqual([CANARY]);
    for (const role of others) expect(await notesFor(place[own][role], about), role).toEqual([]);
    const other = own === "community" ? place.councilSide : place.community;
    for (const user of [other.lead, other.editor, other.reader]) {
      expect(JSON.stringify(await panelFor(user, about))).not.toContain(CANARY);
      const found = await readAs(user, place.area.slug, clock, async (tx, actor) => ({
        base: await findBase(tx, actor, id, { withGone: true }),
        listed: await tx.record.count({ where: { AND: [{ id }, visibleTo(actor)] } }),
        rows: await tx.note.count({ where: { recordId: id } }),
        events: await tx.event.count({ where: { subjectId: id } }),
      }));
      expect(found).toEqual({ base: null, listed: 0, rows: 0, events: 0 });
      expect(await statusOf(user, reviseNote, { id, revision: 1, text: "Mine now." }, by)).toBe("absent");
      expect(await statusOf(user, binRecord, { id }, by)).toBe("absent");
      expect(await statusOf(user, replyToRecord, { id, text: "Seen." }, by)).toBe("absent");
    }
    expect(JSON.stringify(await panelFor(place[own].editor, about))).toContain(CANARY);
  });

  it("are kept from both sides by the row policies alone", async () => {
    const about = await sharedBy(place.community.editor);
    await mustRun(place.councilSide.editor, recordNote, { id: about, level: "side", text: CANARY }, by);
    const counts = await readAs(place.community.lead, place.area.slug, clock, async (tx) => [
      await tx.note.count({ where: { text: CANARY, aboutId: about } }),
      await tx.record.count({ where: { kind: "note", title: CANARY, side: "council" } }),
    ]);
    expect(counts).toEqual([0, 0]);
  });

  it("on what is personal are personal", async () => {
    const own = await buildPlainRecord(
      place.community.editor,
      { area: place.area.slug, council: "barley-borough", level: "personal" },
      by,
    );
    await mustRun(place.community.editor, recordNote, { id: own, level: "side", text: CANARY }, by);
    expect(await notesFor(place.community.lead, own)).toEqual([]);
    expect(await notesFor(place.community.editor, own)).toEqual([CANARY]);
  });

  it("are never shared, written by readers, or written on other notes", async () => {
    const about = await sharedBy(place.community.editor);
    const input = { id: about, level: "side", text: CANARY } as const;
    expect(await runAs(place.community.editor, recordNote, { ...input, level: "shared" }, by)).toEqual({
      status: "invalid",
      fields: { level: ["Say who the note is for"] },
    });
    expect(await statusOf(place.community.reader, recordNote, input, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, recordNote, input, by)).toBe("absent");
    const { id } = await mustRun(place.community.editor, recordNote, input, by);
    expect(await statusOf(place.community.editor, recordNote, { ...input, id }, by)).toBe("invalid");
  });

  it("are changed by their side, and a change made meanwhile is shown first", async () => {
    const about = await sharedBy(place.community.editor);
    const { id } = await mustRun(
      place.community.editor,
      recordNote,
      { id: about, level: "side", text: "One" },
      by,
    );
    await mustRun(place.community.lead, reviseNote, { id, revision: 1, text: "Two" }, by);
    const late = await runAs(place.community.editor, reviseNote, { id, revision: 1, text: "Three" }, by);
    expect(late).toEqual({ status: "conflict", current: { text: "Two" } });
    expect(await notesFor(place.community.editor, about)).toEqual(["Two"]);
    expect(await statusOf(place.community.reader, reviseNote, { id, revision: 2, text: "X" }, by)).toBe(
      "forbidden",
    );
  });

  it("on a person want a person one can see", async () => {
    const nobody = "0190a0de-0000-7000-8000-000000000009";
    const input = { area: place.area.slug, id: nobody, level: "side", text: CANARY };
    expect(await statusOf(place.community.editor, recordPersonNote, input, by)).toBe("absent");
  });
});
