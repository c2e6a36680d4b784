import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { clockAt } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildHeld, buildPeople, buildPlanned } from "../../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { findMeetingFacts, getMeeting } from "./meeting.queries.server";
import { agreeMinutes, dissentFromMinutes, draftMinutes, sendMinutes } from "./minutes.commands.server";

let db: TestDatabase;
let place: Place;
let people: { officer: string; chair: string };
let id: string;
const later = { clock: clockAt("2026-10-05T12:00:00Z") };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  people = await buildPeople(place);
});
beforeEach(async () => {
  id = await buildHeld(place, place.community.editor, people);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const view = async () => {
  const seen = await readAs(place.councilSide.reader, place.area.slug, place.clock, (tx, actor) =>
    getMeeting(tx, actor, id),
  );
  if (!seen) throw new Error("no meeting");
  return seen;
};
const versions = async () => (await view()).minutes.map(({ version, text, state }) => [version, text, state]);
const draft = async (user: SignedIn, text: string) =>
  runAs(user, draftMinutes, { id, revision: (await view()).revision, text }, later);
const sent = async () => {
  await draft(place.community.editor, "We met.");
  await mustRun(place.community.editor, sendMinutes, { id, on: "2026-10-02" }, later);
};
const agree = (user: SignedIn, more = {}) => runAs(user, agreeMinutes, { id, version: 1, ...more }, later);

describe("minutes", () => {
  it("are a side's own draft until sent: changed in place by it, a version apart by the other", async () => {
    await draft(place.community.editor, "We met.");
    await draft(place.community.lead, "We met in the hall.");
    expect(await versions()).toEqual([[1, "We met in the hall.", "draft"]]);
    await draft(place.councilSide.editor, "We met at noon.");
    expect(await versions()).toEqual([
      [2, "We met at noon.", "draft"],
      [1, "We met in the hall.", "draft"],
    ]);
  });

  it("are sent by the side that wrote them, on a day after the meeting and not to come", async () => {
    await draft(place.community.editor, "We met.");
    expect(await statusOf(place.councilSide.lead, sendMinutes, { id, on: "today" }, later)).toBe("forbidden");
    for (const on of ["2026-09-27", "2026-10-06"]) {
      expect(await statusOf(place.community.editor, sendMinutes, { id, on }, later)).toBe("invalid");
    }
    await mustRun(place.community.editor, sendMinutes, { id, on: "2026-10-02" }, later);
    expect(await statusOf(place.community.editor, sendMinutes, { id, on: "today" }, later)).toBe("forbidden");
    const facts = await readAs(place.community.reader, place.area.slug, later.clock, (tx) =>
      findMeetingFacts(tx, id),
    );
    expect(facts).toMatchObject([{ minutes_sent: "2026-10-02" }]);
  });

  it("are agreed by a lead of each side, once, and only when sent", async () => {
    await draft(place.community.editor, "We met.");
    expect((await agree(place.councilSide.lead)).status).toBe("forbidden");
    await mustRun(place.community.editor, sendMinutes, { id, on: "2026-10-02" }, later);
    expect((await agree(place.councilSide.editor)).status).toBe("forbidden");
    expect((await agree(place.outside.councilLead)).status).toBe("absent");
    expect((await agree(place.councilSide.lead)).status).toBe("done");
    expect((await agree(place.councilSide.lead)).status).toBe("forbidden");
    expect(await versions()).toEqual([[1, "We met.", "sent"]]);
    expect((await agree(place.community.lead)).status).toBe("done");
    expect(await versions()).toEqual([[1, "We met.", "agreed"]]);
  });

  it("are frozen once agreed: a later change is a new version, to be agreed anew", async () => {
    await sent();
    await agree(place.councilSide.lead);
    await agree(place.community.lead);
    await draft(place.community.editor, "We met twice.");
    expect(await versions()).toEqual([
      [2, "We met twice.", "draft"],
      [1, "We met.", "agreed"],
    ]);
  });

  it("keep a dissent beside the text, with or without agreeing", async () => {
    await sent();
    const input = { id, version: 1 };
    const empty = await runAs(place.councilSide.lead, dissentFromMinutes, { ...input, dissent: " " }, later);
    expect(empty).toMatchObject({
      status: "invalid",
      fields: { dissent: ["Write what your side sees differently"] },
    });
    await mustRun(place.councilSide.lead, dissentFromMinutes, { ...input, dissent: "We said May." }, later);
    expect((await view()).minutes[0]).toMatchObject({
      councilDissent: "We said May.",
      agreedByCouncilOn: null,
    });
    await agree(place.councilSide.lead);
    expect((await view()).minutes[0]).toMatchObject({
      councilDissent: "We said May.",
      agreedByCouncilOn: "2026-10-05",
    });
    await agree(place.community.lead, { dissent: "Not all of us." });
    expect((await view()).minutes[0]).toMatchObject({ communityDissent: "Not all of us.", text: "We met." });
  });

  it("are not agreed unread: a newer version comes between", async () => {
    await sent();
    await draft(place.community.editor, "We met twice.");
    await mustRun(place.community.editor, sendMinutes, { id, on: "today" }, later);
    expect((await agree(place.councilSide.lead)).status).toBe("invalid");
    expect((await agree(place.councilSide.lead, { version: 2 })).status).toBe("done");
  });

  it("written by two at once: the second sees both, and nothing is lost", async () => {
    const { revision } = await view();
    await mustRun(place.community.editor, draftMinutes, { id, revision, text: "First" }, later);
    const second = await runAs(place.community.lead, draftMinutes, { id, revision, text: "Second" }, later);
    expect(second).toMatchObject({ status: "conflict", current: { text: "First" } });
    expect(await versions()).toEqual([[1, "First", "draft"]]);
  });

  it("are for writers, of meetings that were held", async () => {
    const { revision } = await view();
    const input = { id, revision, text: "x" };
    expect(await statusOf(place.community.reader, draftMinutes, input, later)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, draftMinutes, input, later)).toBe("absent");
    expect(await statusOf(place.community.lead, draftMinutes, { ...input, text: "" }, later)).toBe("invalid");
    const planned = await buildPlanned(place, place.community.editor);
    expect(await statusOf(place.community.lead, draftMinutes, { ...input, id: planned }, later)).toBe(
      "forbidden",
    );
  });
});
