import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { buildEntry } from "../../../tests/builders/entry";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { agreeOutcome, answerEvidence, proposeOutcome } from "./answer-evidence.commands.server";
import { findEvidenceFact, getEvidencePage } from "./evidence.queries.server";
import { findEvidenceWaiting } from "./evidence-waiting.queries.server";

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

const record = (user: SignedIn, kind: string, change = {}) =>
  buildEntry(user, kind, { area: place.area.slug, council: "barley-borough", ...change }, by);
const pageFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getEvidencePage(tx, actor, id, TODAY));
const factOf = (id: string) =>
  readAs(place.community.reader, place.area.slug, clock, (tx) => findEvidenceFact(tx, id));

const waitingFor = (user: SignedIn) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findEvidenceWaiting(tx, actor, TODAY));

describe("an answer", () => {
  it.each([
    [{ outcome: "" }, "outcome", "Choose what came of it"],
    [{ outcome: "dropped" }, "outcome", "Choose what came of it"],
    [{ outcome: "declined with reasons" }, "words", "Give the reasons"],
    [{ on: "2026-10-02" }, "on", "This day cannot be in the future"],
    [{ on: "2026-08-16" }, "on", "This day cannot be before what is answered"],
    [{ on: { day: "x", month: "1", year: "2026" } }, "on", "Enter a real date, such as 27 3 2026"],
  ])("is refused beside what is wrong: %j", async (change, field, words) => {
    const id = await record(place.community.editor, "insight-offered");
    const answer = { id, outcome: "used", on: "today", ...change };
    const outcome = await runAs(place.councilSide.editor, answerEvidence, answer, by);
    expect(outcome).toEqual({ status: "invalid", fields: { [field]: [words] } });
    expect(await factOf(id)).toMatchObject({ answered: null, outcome: null });
  });

  it("is the asked side's alone, and never a reader's or a stranger's", async () => {
    const { community, councilSide, county, outside } = place;
    const id = await record(community.editor, "insight-offered");
    const answer = { id, outcome: "used", on: "2026-09-20" };
    for (const user of [community.lead, community.reader, councilSide.reader])
      expect(await statusOf(user, answerEvidence, answer, by)).toBe("forbidden");
    for (const user of [
      outside.councilLead,
      outside.communityLead,
      county?.users.lead ?? outside.councilLead,
    ])
      expect(await statusOf(user, answerEvidence, answer, by)).toBe("absent");
    expect(await statusOf(councilSide.editor, answerEvidence, { ...answer, by: "council" }, by)).toBe(
      "invalid",
    );
    const waits = async (user: SignedIn) => (await waitingFor(user)).some((one) => one.id === id);
    expect([await waits(community.reader), await waits(councilSide.reader)]).toEqual([false, true]);
    await mustRun(councilSide.editor, answerEvidence, answer, by);
    expect(await waits(councilSide.reader)).toBe(false);
    expect(await factOf(id)).toMatchObject({ answered: "2026-09-20", outcome: "used" });
    expect(await pageFor(community.reader, id)).toMatchObject({
      state: "Answered",
      answer: { by: "Barley Borough", said: "It was used" },
    });
  });

  it("of a habit that is kept may be given again, and of one that was dropped may not", async () => {
    const id = await record(place.community.editor, "procedure-barrier");
    const answer = (outcome: string) => ({ id, outcome, on: "today" });
    await mustRun(place.councilSide.editor, answerEvidence, answer("habit"), by);
    expect(await pageFor(place.councilSide.editor, id)).toMatchObject({
      stage: "held",
      can: { answer: ["answer"] },
    });
    await mustRun(place.councilSide.editor, answerEvidence, answer("dropped"), by);
    expect(await factOf(id)).toMatchObject({ outcome: "dropped", resolved: TODAY });
    expect(await statusOf(place.councilSide.editor, answerEvidence, answer("habit"), by)).toBe("invalid");
  });

  it("is given at once where the answering side made the entry itself and the kind says so", async () => {
    const own = await record(place.councilSide.editor, "residents-lead");
    expect(await factOf(own)).toMatchObject({ agreed: "2026-08-02" });
    const theirs = await record(place.community.editor, "residents-lead");
    expect(await factOf(theirs)).toMatchObject({ agreed: null });
  });
});

describe("a disagreement", () => {
  const opened = () => record(place.community.editor, "disagreement");

  it("is closed by who opened it", async () => {
    const id = await opened();
    const ending = { id, outcome: "settled", on: "2026-09-30" };
    expect(await statusOf(place.councilSide.lead, answerEvidence, ending, by)).toBe("forbidden");
    await mustRun(place.community.lead, answerEvidence, ending, by);
    expect(await factOf(id)).toMatchObject({ by: "community", closed: "2026-09-30", outcome: "settled" });
  });

  it("or by both: the other side puts an ending forward, and who opened it agrees", async () => {
    const id = await opened();
    const ending = { id, outcome: "adapted", words: "We moved the day.", on: "2026-09-28" };
    expect(await statusOf(place.community.lead, proposeOutcome, ending, by)).toBe("forbidden");
    expect(await statusOf(place.community.lead, agreeOutcome, { id }, by)).toBe("invalid");
    expect(await statusOf(place.councilSide.reader, proposeOutcome, ending, by)).toBe("forbidden");
    expect(await statusOf(place.councilSide.editor, proposeOutcome, { ...ending, outcome: "x" }, by)).toBe(
      "invalid",
    );
    await mustRun(place.councilSide.editor, proposeOutcome, ending, by);
    expect(await factOf(id)).toMatchObject({ closed: null, outcome: null });
    expect(await pageFor(place.community.editor, id)).toMatchObject({
      stage: "proposed",
      turn: true,
      can: { answer: ["answer", "agree"], change: false },
    });
    expect(await waitingFor(place.community.reader)).toContainEqual(
      expect.objectContaining({ id, proposed: true, pastItsDay: false }),
    );
    expect(await statusOf(place.councilSide.editor, agreeOutcome, { id }, by)).toBe("forbidden");
    await mustRun(place.community.editor, agreeOutcome, { id }, by);
    expect(await factOf(id)).toMatchObject({ closed: TODAY, outcome: "adapted" });
    expect(await pageFor(place.councilSide.editor, id)).toMatchObject({
      answer: { words: "We moved the day." },
    });
  });

  it("is closed otherwise than put forward, where who opened it says so", async () => {
    const id = await opened();
    await mustRun(place.councilSide.editor, proposeOutcome, { id, outcome: "settled", on: "today" }, by);
    const ending = { id, outcome: "reasoned no", words: "We still see it so.", on: "today" };
    await mustRun(place.community.editor, answerEvidence, ending, by);
    expect(await factOf(id)).toMatchObject({ outcome: "reasoned no" });
  });
});
