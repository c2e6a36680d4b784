import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { getHandoverPage } from "~/features/handovers/handover.queries.server";
import {
  keepChecklist,
  nameIncoming,
  prepareHandover,
} from "~/features/handovers/prepare-handover.commands.server";
import type { Actor } from "~/features/identity/actor";
import { nameLead } from "~/features/people/leads.commands.server";
import { toDay } from "~/platform/calendar/day";
import type { Command } from "~/platform/command.server";
import { closeDatabase } from "~/platform/db.server";
import { heldFacts } from "../../tests/builders/held-facts";
import { buildHandover, buildPost } from "../../tests/builders/leaver";
import { buildHeld } from "../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs, statusOf } from "../../tests/builders/reading";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { runAs, type SignedIn } from "./execution.server";
import {
  announceLeaver,
  changeLeaver,
  finishHandover,
  stayAfterAll,
  takeOver,
} from "./handovers.commands.server";

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

const pageAs = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getHandoverPage(tx, actor, id, toDay("2026-10-01")));

/** What is said beside which field; or how else it ended. */
async function said<S extends z.ZodType, T, R>(
  user: SignedIn,
  command: Command<Actor, S, T, R>,
  input: unknown,
) {
  const outcome = await runAs(user, command, input, by);
  return outcome.status === "invalid" ? outcome.fields : outcome.status;
}

/** An officer of the borough who leaves on 30 September, and a colleague who can follow. */
async function leaver() {
  const officer = await buildPost(place, place.councilSide.editor);
  const next = await buildPost(place, place.councilSide.editor, { role: "liaison-officer" });
  const id = await buildHandover(place, place.councilSide.editor, officer);
  return { officer, next, id };
}

/** The same as far as accepted. */
async function accepted() {
  const made = await leaver();
  const { editor } = place.councilSide;
  await mustRun(editor, nameIncoming, { id: made.id, incomingId: made.next.id }, by);
  await mustRun(editor, prepareHandover, { id: made.id, note: "Call Joe first.", on: "2026-09-20" }, by);
  await mustRun(editor, takeOver, { id: made.id, on: "today" }, by);
  return made;
}

describe("announcing that somebody leaves", () => {
  it("is seen by both sides, with its notice, and ends the post", async () => {
    const { id, officer } = await leaver();
    for (const user of [place.councilSide.reader, place.community.reader]) {
      expect(await pageAs(user, id)).toMatchObject({
        state: "notified",
        notice: 21,
        lastDay: "2026-09-30",
        vacant: true,
      });
    }
    const post = await readAs(place.community.lead, place.area.slug, clock, (tx) =>
      tx.appointment.findUniqueOrThrow({ where: { id: officer.postId } }),
    );
    expect(post.endsOn?.toISOString().slice(0, 10)).toBe("2026-10-01");
    expect(await heldFacts(place, id)).toMatchObject([
      { type: "handover", side: "council", notified: "2026-09-10", effective: "2026-10-01" },
    ]);
  });

  it("is done by either side, and by no reader, other side or other area", async () => {
    const { postId } = await buildPost(place, place.councilSide.editor);
    const input = {
      area: place.area.slug,
      postId,
      why: "retired",
      notifiedOn: "today",
      lastDay: "2026-12-31",
    };
    expect(await statusOf(place.councilSide.reader, announceLeaver, input, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, announceLeaver, input, by)).toBe("absent");
    // The county does not see the borough's posts.
    expect(await said(place.county?.users.lead ?? place.admin, announceLeaver, input)).toEqual({
      postId: ["Choose who leaves"],
    });
    expect(await statusOf(place.community.editor, announceLeaver, input, by)).toBe("done");
    expect(await said(place.councilSide.editor, announceLeaver, input)).toEqual({
      postId: ["There is a handover of this post already"],
    });
  });

  it.each([
    ["postId", { postId: "" }, "Choose who leaves"],
    ["why", { why: "bored" }, "Say why they leave"],
    ["notifiedOn", { notifiedOn: "2026-10-02" }, "The day you were told cannot be in the future"],
    ["lastDay", { lastDay: "2019-12-31" }, "The last day must not be before the first"],
    ["lastDay", { lastDay: "9999-01-01" }, "Check the year: it is far ahead"],
    ["lastDay", { lastDay: "0000-01-01" }, "Enter a real date, such as 27 3 2026"],
    ["incomingId", { incomingId: "0190b0c4-5f5e-7d9e-8a53-0d5f7f6f0001" }, "Choose somebody from the list"],
  ])("refuses beside %s: %o", async (field, change, words) => {
    const { postId } = await buildPost(place, place.councilSide.editor);
    const input = {
      area: place.area.slug,
      postId,
      why: "retired",
      notifiedOn: "today",
      lastDay: "2026-12-31",
    };
    expect(await said(place.councilSide.editor, announceLeaver, { ...input, ...change })).toEqual({
      [field]: [words],
    });
  });
});

describe("on its way", () => {
  it("goes no further without a note", async () => {
    const { id, next } = await leaver();
    const { editor } = place.councilSide;
    expect(await said(editor, prepareHandover, { id, note: "  ", on: "today" })).toEqual({
      note: ["Write what the next person needs to know"],
    });
    await mustRun(editor, nameIncoming, { id, incomingId: next.id }, by);
    expect(await said(editor, takeOver, { id, on: "today" })).toEqual({
      "": ["Write the handover note first."],
    });
    expect(await said(editor, prepareHandover, { id, note: "Call Joe.", on: "2026-09-09" })).toEqual({
      on: ["This day cannot be before the day it was announced"],
    });
  });

  it("is the side's whose post it is, or of who noted it for them; nobody accepts for a place that is empty", async () => {
    const { id } = await leaver();
    const prepare = { id, note: "Call Joe.", on: "today" };
    expect(await statusOf(place.community.editor, prepareHandover, prepare, by)).toBe("forbidden");
    expect(await statusOf(place.councilSide.reader, prepareHandover, prepare, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, prepareHandover, prepare, by)).toBe("absent");
    expect(await statusOf(place.county?.users.lead ?? place.admin, prepareHandover, prepare, by)).toBe(
      "absent",
    );
    await mustRun(place.councilSide.editor, prepareHandover, prepare, by);
    expect(await said(place.councilSide.editor, takeOver, { id, on: "today" })).toEqual({
      "": ["Say who follows first"],
    });
    const noted = await buildHandover(
      place,
      place.community.editor,
      await buildPost(place, place.councilSide.editor),
    );
    expect(await statusOf(place.community.editor, prepareHandover, { ...prepare, id: noted }, by)).toBe(
      "done",
    );
  });

  it("takes nobody of the other side to follow, nor who leaves", async () => {
    const { id, officer } = await leaver();
    const member = await buildPost(place, place.community.editor, { role: "member" });
    for (const incomingId of [member.id, officer.id]) {
      expect(await said(place.councilSide.editor, nameIncoming, { id, incomingId })).toEqual({
        incomingId: ["Choose somebody from the list"],
      });
    }
  });

  it("keeps a checklist whose ticks can be taken out", async () => {
    const { id } = await leaver();
    const { editor } = place.councilSide;
    await mustRun(editor, keepChecklist, { id, done: ["brief_read", "introductions_made"] }, by);
    await mustRun(editor, keepChecklist, { id, done: "brief_read" }, by);
    const page = await pageAs(place.community.reader, id);
    expect(page?.checks.filter(({ on }) => on !== null)).toEqual([{ check: "brief_read", on: "2026-10-01" }]);
    expect(await said(editor, keepChecklist, { id, done: ["tea"] })).toEqual({
      "done[0]": ["Choose from the list"],
    });
    expect(await statusOf(place.community.editor, keepChecklist, { id, done: [] }, by)).toBe("forbidden");
  });

  it("moves with its post's end, and keeps what somebody else wrote meanwhile", async () => {
    const { id, officer } = await leaver();
    const { editor } = place.councilSide;
    const revise = { id, why: "retired", notifiedOn: "2026-09-10", lastDay: "2026-10-31", note: null };
    const revision = (await pageAs(editor, id))?.revision ?? 0;
    await mustRun(editor, changeLeaver, { ...revise, revision } as never, by);
    expect(await statusOf(editor, changeLeaver, { ...revise, revision }, by)).toBe("conflict");
    expect(await heldFacts(place, id)).toMatchObject([{ effective: "2026-11-01" }]);
    const post = await readAs(editor, place.area.slug, clock, (tx) =>
      tx.appointment.findUniqueOrThrow({ where: { id: officer.postId } }),
    );
    expect(post.endsOn?.toISOString().slice(0, 10)).toBe("2026-11-01");
    expect(
      await statusOf(place.community.editor, changeLeaver, { ...revise, revision: revision + 1 }, by),
    ).toBe("forbidden");
  });

  it("ends where they stay: the post goes on, and nothing is owed", async () => {
    const { id, officer } = await leaver();
    expect(await said(place.councilSide.editor, stayAfterAll, { id, note: "" })).toEqual({
      note: ["Say what changed"],
    });
    await mustRun(place.councilSide.editor, stayAfterAll, { id, note: "The new job fell through." }, by);
    const post = await readAs(place.community.lead, place.area.slug, clock, (tx) =>
      tx.appointment.findUniqueOrThrow({ where: { id: officer.postId } }),
    );
    expect(post.endsOn).toBeNull();
    expect(await heldFacts(place, id)).toEqual([]);
    expect(await statusOf(place.community.editor, stayAfterAll, { id, note: "No" }, by)).toBe("forbidden");
  });
});

describe("taking over", () => {
  it("gives who follows the post from the day of the change, and the lead's place", async () => {
    const officer = await buildPost(place, place.councilSide.editor, { role: "liaison-officer" });
    await mustRun(place.councilSide.lead, nameLead, { area: place.area.slug, id: officer.postId }, by);
    const next = await buildPost(place, place.councilSide.editor, { role: "officer" });
    const id = await buildHandover(place, place.councilSide.editor, { ...officer, incomingId: next.id });
    await mustRun(place.councilSide.editor, prepareHandover, { id, note: "Call Joe.", on: "today" }, by);
    await mustRun(place.councilSide.editor, takeOver, { id, on: "today" }, by);
    const posts = await readAs(place.community.lead, place.area.slug, clock, (tx) =>
      tx.appointment.findMany({ where: { personId: next.id, role: "liaison-officer" } }),
    );
    expect(posts).toMatchObject([{ isLead: true }]);
    expect(posts[0]?.startsOn?.toISOString().slice(0, 10)).toBe("2026-10-01");
    expect(await heldFacts(place, id)).toMatchObject([{ prepared: "2026-10-01", accepted: "2026-10-01" }]);
  });

  it("is complete by a meeting of both since the change, which either side may name", async () => {
    const { id, next } = await accepted();
    const { editor } = place.councilSide;
    expect(await said(editor, finishHandover, { id, metOn: "today" })).toEqual({
      meetingId: ["Choose the meeting, or wait for the other side’s word"],
    });
    const joe = await buildPost(place, place.community.editor, { role: "member" });
    const before = await buildHeld(
      place,
      place.community.editor,
      { officer: next.id, chair: joe.id },
      { on: "2026-09-30" },
    );
    expect(await said(editor, finishHandover, { id, meetingId: before })).toEqual({
      meetingId: ["Choose a meeting from the list"],
    });
    const meeting = await buildHeld(
      place,
      place.community.editor,
      { officer: next.id, chair: joe.id },
      { on: "2026-10-01" },
    );
    await mustRun(editor, finishHandover, { id, meetingId: meeting }, by);
    expect(await pageAs(place.community.reader, id)).toMatchObject({
      state: "complete",
      completedOn: "2026-10-01",
      metAt: { id: meeting },
    });
    expect(await heldFacts(place, id)).toMatchObject([{ completed: "2026-10-01" }]);
    expect(await said(editor, finishHandover, { id, meetingId: meeting })).toEqual({
      "": ["This handover stands at “Complete”."],
    });
  });

  it("is complete by the other side's own word; not by a reader's, nor another council's", async () => {
    const { id } = await accepted();
    expect(await statusOf(place.community.reader, finishHandover, { id, metOn: "today" }, by)).toBe(
      "forbidden",
    );
    expect(
      await statusOf(place.county?.users.lead ?? place.admin, finishHandover, { id, metOn: "today" }, by),
    ).toBe("absent");
    expect(await said(place.community.editor, finishHandover, { id })).toEqual({
      metOn: ["Choose a meeting, or enter the day you met"],
    });
    await mustRun(place.community.editor, finishHandover, { id, metOn: "2026-09-25" }, by);
    expect(await pageAs(place.community.reader, id)).toMatchObject({
      state: "complete",
      completedOn: "2026-09-25",
    });
  });
});
