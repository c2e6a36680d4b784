import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildPlainRecord } from "../../../tests/builders/plain-record";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { findBase } from "./record.queries.server";
import { findRecordPanel } from "./record-panel.queries.server";
import {
  agreeVoid,
  askVoid,
  binRecord,
  noteOpened,
  replyToRecord,
  restoreRecord,
} from "./records.commands.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const recordOf = (user: SignedIn, level: "shared" | "side" | "personal" = "shared") =>
  buildPlainRecord(user, { area: place.area.slug, level }, by);

const seenBy = (user: SignedIn, id: string, options = {}) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findBase(tx, actor, id, options));

const panelFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findRecordPanel(tx, actor, id, clock.now()));

describe("the bin", () => {
  it("takes a record out of the register and gives it back", async () => {
    const id = await recordOf(place.community.editor);
    await mustRun(place.community.lead, binRecord, { id }, by);
    expect(await seenBy(place.community.editor, id)).toBeNull();
    expect(await panelFor(place.councilSide.lead, id)).toBeNull();
    expect((await panelFor(place.community.editor, id))?.can).toMatchObject({ restore: true, reply: false });
    await mustRun(place.community.editor, restoreRecord, { id }, by);
    expect(await seenBy(place.councilSide.reader, id)).not.toBeNull();
  });

  it.each([
    ["the last minute", 24 * 60 - 1, "done"],
    ["24 hours", 24 * 60, "invalid"],
  ])("is open until 24 hours are over: %s", async (_what, minutes, status) => {
    const before = clock.now();
    const id = await recordOf(place.community.editor);
    clock.set(new Date(before.getTime() + minutes * 60_000).toISOString());
    expect((await panelFor(place.community.editor, id))?.can.bin).toBe(status === "done");
    expect(await statusOf(place.community.editor, binRecord, { id }, by)).toBe(status);
    clock.set(before.toISOString());
  });

  it.each(["lead", "reader"] as const)("is closed once a %s of the other side opened it", async (role) => {
    const id = await recordOf(place.community.editor);
    expect((await panelFor(place.councilSide[role], id))?.firstOpening).toBe(true);
    await mustRun(place.councilSide[role], noteOpened, { id }, by);
    expect((await panelFor(place.councilSide[role], id))?.firstOpening).toBe(false);
    expect((await panelFor(place.community.editor, id))?.can).toMatchObject({ bin: false, askVoid: true });
    expect(await statusOf(place.community.editor, binRecord, { id }, by)).toBe("invalid");
  });

  it("is closed once anybody replied", async () => {
    const id = await recordOf(place.community.editor);
    await mustRun(place.councilSide.editor, replyToRecord, { id, text: "We saw this." }, by);
    expect(await statusOf(place.community.editor, binRecord, { id }, by)).toBe("invalid");
  });

  it("takes a side's own at any time", async () => {
    const before = clock.now();
    const id = await recordOf(place.community.editor, "side");
    clock.passDays(40);
    expect(await statusOf(place.community.lead, binRecord, { id }, by)).toBe("done");
    clock.set(before.toISOString());
  });

  it("is for the side that recorded it, and not for its readers", async () => {
    const id = await recordOf(place.community.editor);
    expect(await statusOf(place.councilSide.lead, binRecord, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.community.reader, binRecord, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, binRecord, { id }, by)).toBe("absent");
    expect(await statusOf(place.admin, binRecord, { id }, by)).toBe("absent");
    expect(await statusOf(place.community.lead, binRecord, { id: "1" }, by)).toBe("invalid");
    expect(await seenBy(place.councilSide.reader, id)).not.toBeNull();
  });

  it("gives back to the same people alone", async () => {
    const id = await recordOf(place.councilSide.editor);
    await mustRun(place.councilSide.editor, binRecord, { id }, by);
    expect(await statusOf(place.community.lead, restoreRecord, { id }, by)).toBe("absent");
    expect(await statusOf(place.councilSide.reader, restoreRecord, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, restoreRecord, { id }, by)).toBe("absent");
  });
});

describe("voiding", () => {
  const pairs = [
    ["community", "councilSide"],
    ["councilSide", "community"],
  ] as const;

  it.each(pairs)("is asked by %s and agreed by %s, and counts until then", async (own, other) => {
    const id = await recordOf(place[own].editor);
    await mustRun(place[own].editor, askVoid, { id, reason: "It was another street." }, by);
    expect(await seenBy(place[other].reader, id)).toMatchObject({ voidedOn: null });
    expect((await panelFor(place[other].editor, id))?.can.agreeVoid).toBe(true);
    expect((await panelFor(place[other].editor, id))?.voidAsked?.reason).toBe("It was another street.");
    expect(await statusOf(place[own].lead, agreeVoid, { id }, by)).toBe("forbidden");
    expect(await statusOf(place[other].reader, agreeVoid, { id }, by)).toBe("forbidden");
    await mustRun(place[other].editor, agreeVoid, { id }, by);
    expect(await seenBy(place[own].editor, id)).toBeNull();
    expect(await seenBy(place[other].editor, id, { withGone: true })).toMatchObject({
      voidedOn: "2026-10-01",
    });
    expect(await statusOf(place[own].editor, restoreRecord, { id }, by)).toBe("forbidden");
  });

  it("is asked once, with a reason, for what is shared", async () => {
    const id = await recordOf(place.community.editor);
    expect(await runAs(place.community.editor, askVoid, { id, reason: " " }, by)).toEqual({
      status: "invalid",
      fields: { reason: ["Say why it should be voided"] },
    });
    await mustRun(place.community.editor, askVoid, { id, reason: "A slip." }, by);
    expect(await statusOf(place.community.editor, askVoid, { id, reason: "Again." }, by)).toBe("forbidden");
    const own = await recordOf(place.community.editor, "side");
    expect(await statusOf(place.community.editor, askVoid, { id: own, reason: "A slip." }, by)).toBe(
      "forbidden",
    );
  });

  it("is not asked by the other side, a reader or somebody from elsewhere, nor agreed unasked", async () => {
    const id = await recordOf(place.community.editor);
    const input = { id, reason: "A slip." };
    expect(await statusOf(place.councilSide.lead, askVoid, input, by)).toBe("forbidden");
    expect(await statusOf(place.community.reader, askVoid, input, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, askVoid, input, by)).toBe("absent");
    expect(await statusOf(place.councilSide.lead, agreeVoid, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, agreeVoid, { id }, by)).toBe("absent");
  });
});

describe("opening", () => {
  it("is noted for the other side of a shared record alone", async () => {
    const id = await recordOf(place.community.editor);
    expect(await statusOf(place.community.lead, noteOpened, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, noteOpened, { id }, by)).toBe("absent");
    expect((await panelFor(place.community.reader, id))?.firstOpening).toBe(false);
    const own = await recordOf(place.community.editor, "side");
    expect(await statusOf(place.councilSide.lead, noteOpened, { id: own }, by)).toBe("absent");
  });
});
