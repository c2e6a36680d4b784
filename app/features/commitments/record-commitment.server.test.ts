import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildPromise } from "../../../tests/builders/promise";
import { readAs } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { noteOpened, replyToRecord } from "../records/records.commands.server";
import { findCommitment } from "./commitment-page.queries.server";
import { editCommitment, recordCommitment } from "./record-commitment.commands.server";

let db: TestDatabase;
let place: Place;
// 1 October 2026.
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

const today = "2026-10-01";
const view = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findCommitment(tx, actor, id, today as never));
const county = () => {
  if (!place.county) throw new Error("no county");
  return place.county;
};

const input = (changes: Record<string, unknown> = {}) => ({
  area: place.area.slug,
  council: place.council.slug,
  bySide: "ours",
  title: "Mend the gate",
  dueOn: "2026-11-01",
  ...changes,
});

describe("recording a promise", () => {
  it.each([
    ["community", "ours", "the partnership"],
    ["community", "theirs", "Barley Borough"],
    ["councilSide", "ours", "Barley Borough"],
    ["councilSide", "theirs", "the partnership"],
  ] as const)("by the %s side, of %s: promised by %s", async (side, bySide, name) => {
    const id = (await mustRun(place[side].editor, recordCommitment, input({ bySide }) as never, by)).id;
    for (const user of [place.community.reader, place.councilSide.reader]) {
      expect(await view(user, id)).toMatchObject({
        state: "open",
        by: { name },
        madeOn: today,
        size: "small",
      });
    }
  });

  it("takes the day it was made, which may lie back", async () => {
    const made = { madeOn: { day: "2", month: "9", year: "2026" }, dueOn: "2026-09-02" };
    const id = await buildPromise(place.community.editor, input(made) as never, by);
    expect(await view(place.community.editor, id)).toMatchObject({ madeOn: "2026-09-02", daysPast: 29 });
  });

  it.each<[string, Record<string, unknown>]>([
    ["title", { title: "  " }],
    ["title", { title: "x".repeat(201) }],
    ["dueOn", { dueOn: "2026-02-30" }],
    ["dueOn", { dueOn: { day: "", month: "", year: "" } }],
    ["dueOn", { dueOn: "2026-09-30" }],
    ["dueOn", { dueOn: "2226-09-30" }],
    ["madeOn", { madeOn: "2026-10-02" }],
    ["bySide", { bySide: "council" }],
    ["council", { council: "no-such-council" }],
    ["council", { council: undefined }],
    ["size", { size: "huge" }],
    ["byPersonId", { byPersonId: "0190a5c4-0000-7000-8000-000000000000" }],
    ["toPersonId", { toPersonId: "x" }],
    ["meetingId", { meetingId: "0190a5c4-0000-7000-8000-000000000000" }],
    ["detail", { detail: "bad \0 text" }],
  ])("says beside %s what is wrong with %o", async (field, wrong) => {
    const answer = await runAs(place.community.editor, recordCommitment, input(wrong), by);
    expect(answer).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
  });

  it("refuses what a form may not set", async () => {
    const answer = await runAs(place.community.editor, recordCommitment, input({ side: "council" }), by);
    expect(answer.status).toBe("invalid");
  });

  it.each<[string, () => SignedIn, string]>([
    ["a reader", () => place.community.reader, "forbidden"],
    ["another area", () => place.outside.communityLead, "absent"],
    ["another council", () => place.outside.councilLead, "absent"],
    ["an admin", () => place.admin, "absent"],
  ])("is not for %s", async (_who, user, status) => {
    expect((await runAs(user(), recordCommitment, input(), by)).status).toBe(status);
  });

  it("is one promise when the form is sent twice", async () => {
    const circumstances = { clock, key: "0190a5c4-0000-7000-8000-00000000abcd" };
    const first = await mustRun(place.community.editor, recordCommitment, input() as never, circumstances);
    const again = await mustRun(place.community.editor, recordCommitment, input() as never, circumstances);
    expect(again).toEqual(first);
  });
});

describe("who sees it", () => {
  it("is the council it is about, not the area's other council, nor another area", async () => {
    const id = await buildPromise(place.community.editor, input() as never, by);
    expect(await view(place.councilSide.reader, id)).not.toBeNull();
    expect(await view(county().users.lead, id)).toBeNull();
    const elsewhere = readAs(place.outside.communityLead, place.outside.area.slug, clock, (tx, actor) =>
      findCommitment(tx, actor, id, today as never),
    );
    expect(await elsewhere).toBeNull();
  });

  it("is every council, where it is about all of them", async () => {
    const id = await buildPromise(place.community.editor, input({ council: "all" }) as never, by);
    expect(await view(place.councilSide.reader, id)).toMatchObject({ to: { name: "the councils" } });
    expect(await view(county().users.reader, id)).not.toBeNull();
  });
});

describe("changing its words and its day", () => {
  const edited = (id: string, changes: Record<string, unknown> = {}) => ({
    id,
    revision: 1,
    title: "Mend both gates",
    dueOn: "2026-12-01",
    size: "large",
    ...changes,
  });

  it("is for the side that recorded it, while nobody else has opened it", async () => {
    const id = await buildPromise(place.community.editor, input({ bySide: "theirs" }) as never, by);
    expect((await view(place.community.editor, id))?.can).toContain("edit");
    expect((await view(place.councilSide.editor, id))?.can).not.toContain("edit");
    expect((await runAs(place.councilSide.editor, editCommitment, edited(id), by)).status).toBe("forbidden");
    expect((await runAs(place.community.reader, editCommitment, edited(id), by)).status).toBe("forbidden");
    expect((await runAs(place.outside.communityLead, editCommitment, edited(id), by)).status).toBe("absent");
    expect((await runAs(county().users.lead, editCommitment, edited(id), by)).status).toBe("absent");
    await mustRun(place.community.lead, editCommitment, edited(id) as never, by);
    expect(await view(place.councilSide.editor, id)).toMatchObject({
      title: "Mend both gates",
      dueOn: "2026-12-01",
      size: "large",
      revision: 2,
    });
  });

  it("is over once the other side opened or answered it", async () => {
    const opened = await buildPromise(place.community.editor, input() as never, by);
    await mustRun(place.councilSide.reader, noteOpened, { id: opened }, by);
    const answered = await buildPromise(place.community.editor, input() as never, by);
    await mustRun(place.councilSide.editor, replyToRecord, { id: answered, text: "Thank you" }, by);
    for (const id of [opened, answered]) {
      expect((await view(place.community.editor, id))?.can).not.toContain("edit");
      const now = (await view(place.community.editor, id))?.revision;
      const answer = await runAs(place.community.editor, editCommitment, edited(id, { revision: now }), by);
      expect(answer).toMatchObject({ status: "invalid", fields: { "": [expect.stringMatching(/seen it/)] } });
    }
  });

  it("gives the other's version where somebody changed it meanwhile", async () => {
    const id = await buildPromise(place.community.editor, input() as never, by);
    await mustRun(place.community.lead, editCommitment, edited(id) as never, by);
    const answer = await runAs(place.community.editor, editCommitment, edited(id, { title: "Mine" }), by);
    expect(answer).toMatchObject({ status: "conflict", current: { title: "Mend both gates", revision: 2 } });
    expect((await view(place.community.editor, id))?.title).toBe("Mend both gates");
  });

  it.each<[string, Record<string, unknown>]>([
    ["title", { title: "" }],
    ["dueOn", { dueOn: "2026-09-30" }],
    ["byPersonId", { byPersonId: "0190a5c4-0000-7000-8000-000000000000" }],
  ])("says beside %s what is wrong with %o", async (field, wrong) => {
    const id = await buildPromise(place.community.editor, input() as never, by);
    const answer = await runAs(place.community.editor, editCommitment, edited(id, wrong), by);
    expect(answer).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
  });
});
