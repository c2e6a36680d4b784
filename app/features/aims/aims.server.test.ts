import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { buildAim } from "../../../tests/builders/aim";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { aimFilter } from "./aim-filter";
import { acknowledgeAim, answerBelief, editAim, stateAim } from "./aims.commands.server";
import { findAimDetails, findAimFact, findAims, getAimPage } from "./aims.queries.server";
import { findAimsWaiting } from "./aims-waiting.queries.server";

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

const state = (user: SignedIn, change = {}) =>
  buildAim(user, { area: place.area.slug, council: "barley-borough", ...change }, by);
const pageFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getAimPage(tx, actor, id));
const factOf = (id: string) =>
  readAs(place.community.reader, place.area.slug, clock, (tx) => findAimFact(tx, id));

describe("stating an aim", () => {
  it.each([
    ["title", { title: " " }, "Say what the aim is, in one line"],
    ["title", { title: "x".repeat(300) }, "Use 200 characters or fewer"],
    ["whose", { whose: "everybody" }, "Choose whose aim it is"],
    ["council", { council: "far-unitary" }, "Choose which council this is about"],
  ])("with a wrong %s is refused beside it", async (field, change, words) => {
    const input = {
      area: place.area.slug,
      council: "barley-borough",
      whose: "ours",
      title: "A park",
      ...change,
    };
    const outcome = await runAs(place.community.editor, stateAim, input, by);
    expect(outcome).toEqual({ status: "invalid", fields: { [field]: [words] } });
  });

  it("takes no side or level from the form, and is not for readers or other areas", async () => {
    const input = { area: place.area.slug, council: "barley-borough", whose: "ours", title: "A park" };
    for (const extra of [{ owner: "council" }, { level: "side" }, { acknowledgedOn: "today" }])
      expect(await statusOf(place.community.editor, stateAim, { ...input, ...extra }, by)).toBe("invalid");
    expect(await statusOf(place.councilSide.reader, stateAim, input, by)).toBe("forbidden");
    for (const stranger of [place.outside.communityLead, place.outside.councilLead, place.admin])
      expect(await statusOf(stranger, stateAim, input, by)).toBe("absent");
  });
});

describe("an own aim", () => {
  it("is acknowledged by the other side alone", async () => {
    const id = await state(place.councilSide.editor);
    const acknowledge = { id, words: "We want that too." };
    expect(await statusOf(place.councilSide.lead, acknowledgeAim, acknowledge, by)).toBe("forbidden");
    expect(await statusOf(place.community.reader, acknowledgeAim, acknowledge, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, acknowledgeAim, acknowledge, by)).toBe("absent");
    expect(await statusOf(place.community.editor, answerBelief, { id, answer: "confirmed" }, by)).toBe(
      "forbidden",
    );
    await mustRun(place.community.editor, acknowledgeAim, acknowledge, by);
    expect(await factOf(id)).toMatchObject({ owner: "council", stated_by: "council", acknowledged: TODAY });
    expect(await pageFor(place.councilSide.reader, id)).toMatchObject({
      stage: "acknowledged",
      acknowledged: { words: "We want that too." },
      can: [],
    });
    expect(await statusOf(place.community.lead, acknowledgeAim, acknowledge, by)).toBe("invalid");
  });

  it("is put in other words until then; two at once are told", async () => {
    const id = await state(place.community.editor);
    const change = { id, revision: 1, title: "A warm room for young people" };
    await mustRun(place.community.lead, editAim, change, by);
    expect(await runAs(place.community.editor, editAim, change, by)).toMatchObject({
      status: "conflict",
      current: { title: "A warm room for young people" },
    });
    const again = { ...change, revision: 2 };
    expect(await statusOf(place.councilSide.lead, editAim, again, by)).toBe("forbidden");
    expect(await statusOf(place.community.reader, editAim, again, by)).toBe("forbidden");
    await mustRun(place.councilSide.editor, acknowledgeAim, { id }, by);
    expect(await statusOf(place.community.editor, editAim, { ...again, revision: 3 }, by)).toBe("invalid");
  });
});

describe("a belief", () => {
  const believe = () => state(place.councilSide.editor, { whose: "theirs", title: "They want the field" });

  it("is its owner’s alone to confirm or correct", async () => {
    const id = await believe();
    const answer = { id, answer: "corrected" as const, words: "We want to decide about the field." };
    for (const user of [place.councilSide.lead, place.community.reader])
      expect(await statusOf(user, answerBelief, answer, by)).toBe("forbidden");
    expect(await statusOf(place.community.lead, acknowledgeAim, { id }, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, answerBelief, answer, by)).toBe("absent");
    expect(await factOf(id)).toMatchObject({ owner: "community", stated_by: "council", answered: null });
    await mustRun(place.community.editor, answerBelief, answer, by);
    expect(await factOf(id)).toMatchObject({ answered: TODAY, acknowledged: null });
    expect(await pageFor(place.councilSide.reader, id)).toMatchObject({
      stage: "answered",
      answered: { answer: "corrected", words: "We want to decide about the field." },
    });
    expect(await statusOf(place.community.lead, answerBelief, { id, answer: "confirmed" }, by)).toBe(
      "invalid",
    );
  });

  it.each([
    [{ answer: "corrected" }, "words", "Write the aim in your own words"],
    [{ answer: "perhaps" }, "answer", "Choose your answer"],
  ])("wants a whole answer: %j", async (change, field, words) => {
    const id = await believe();
    const outcome = await runAs(place.community.editor, answerBelief, { id, ...change }, by);
    expect(outcome).toEqual({ status: "invalid", fields: { [field]: [words] } });
  });

  it("stays open after “not quite”, and is asked again once it is put in other words", async () => {
    const id = await believe();
    await mustRun(
      place.community.editor,
      answerBelief,
      { id, answer: "not_quite", words: "Think again." },
      by,
    );
    expect(await factOf(id)).toMatchObject({ answered: null });
    expect(await pageFor(place.councilSide.editor, id)).toMatchObject({ stage: "not-quite", can: ["edit"] });
    const revision = (await pageFor(place.councilSide.editor, id))?.revision ?? 0;
    await mustRun(place.councilSide.editor, editAim, { id, revision, title: "They want the hall" }, by);
    expect(await pageFor(place.community.editor, id)).toMatchObject({ stage: "believed", can: ["answer"] });
    await mustRun(place.community.editor, answerBelief, { id, answer: "confirmed" }, by);
    expect(await factOf(id)).toMatchObject({ answered: TODAY });
  });
});

describe("the list", () => {
  it("shows whose aims one asks for, within what one may see", async () => {
    const own = await state(place.community.editor, { title: "List me" });
    const belief = await state(place.community.editor, { whose: "theirs", title: "And me" });
    const listFor = (user: SignedIn, filter: object) =>
      readAs(user, place.area.slug, clock, async (tx, actor) => {
        const { aims } = await findAims(tx, actor, aimFilter.parse(filter), TODAY);
        return aims.map(({ id }) => id);
      });
    expect(await listFor(place.councilSide.reader, {})).toEqual(expect.arrayContaining([own, belief]));
    expect(await listFor(place.community.reader, { owner: "council" })).toContain(belief);
    expect(await listFor(place.community.reader, { owner: "council" })).not.toContain(own);
    expect(await listFor(place.community.reader, { owner: "x", page: "y" })).toContain(own);
    expect(await listFor(place.community.reader, { council: "barley-county" })).toEqual([]);
    expect(await listFor(place.county?.users.lead ?? place.admin, {})).toEqual([]);
    const waits = (user: SignedIn) =>
      readAs(user, place.area.slug, clock, async (tx, actor) =>
        (await findAimsWaiting(tx, actor, TODAY)).map(({ id }) => id),
      );
    expect(await waits(place.councilSide.reader)).toEqual(expect.arrayContaining([own, belief]));
    expect(await waits(place.community.reader)).not.toContain(own);
    const words = await readAs(place.community.reader, place.area.slug, clock, (tx) =>
      findAimDetails(tx, [own, belief], () => ({ community: "the partnership", council: "the borough" })),
    );
    expect([words.get(own), words.get(belief)]).toEqual([
      ["Of the partnership", "Not acknowledged yet"],
      ["Of the borough", "Not answered yet"],
    ]);
  });
});
