import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findSeatForm } from "~/features/check-ins/check-ins.queries.server";
import { QUESTIONS } from "~/features/check-ins/question-list";
import { STEPS } from "~/features/check-ins/steps";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { allAnswers, answerAs, buildRound } from "../../tests/builders/check-in";
import { buildPlace, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { stoppedClock, testInstant } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { answerSeat } from "./answer-check-in.server";
import { findCheckInsPage, findRoundPage } from "./check-ins-page.server";
import { findDesk } from "./desk.server";
import { runAs, type SignedIn } from "./execution.server";
import { closeDueCheckIns } from "./release-check-ins.server";

const clock = stoppedClock();
const by = { clock };
let db: TestDatabase;
let place: Place;
let round: string;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
  round = await buildRound(place, place.community.editor, by);
});
beforeEach(() => clock.set(testInstant));
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const reading = <T>(user: SignedIn, work: Parameters<typeof readAs<T>>[3]) =>
  readAs(user, place.area.slug, clock, work);
const today = () => todayBy(clock);
const seatFormOf = (user: SignedIn) => reading(user, (tx, actor) => findSeatForm(tx, actor, round, today()));
const pageOf = (user: SignedIn) =>
  reading(user, (tx, actor) => findRoundPage(actor, { tx, today: today(), now: clock.now() }, round));
const listOf = (user: SignedIn) =>
  reading(user, (tx, actor) => findCheckInsPage(actor, { tx, today: today(), now: clock.now() }, null));
const deskOf = (user: SignedIn) => reading(user, (tx, actor) => findDesk(tx, actor, today(), 5));

/** Sends one form of the answering pages as the user. */
async function send(user: SignedIn, fields: Record<string, string>) {
  const seat = await seatFormOf(user);
  if (!seat) throw new Error("no seat");
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return answerSeat(form, seat, (command, input) => runAs(user, command, input, by));
}

const step = (component: string, answer: string) => ({
  intent: "save",
  step: component,
  ...Object.fromEntries([1, 2, 3].map((number) => [`${component}.${number}`, answer])),
});

describe("answering, step by step", () => {
  it("keeps what was chosen, asks for what was not, and leads on to where something is open", async () => {
    const { reader } = place.community;
    const some = { intent: "save", step: "trust", "trust.1": "2", "trust.2": "unknown", "trust.3": "9" };
    expect(await send(reader, some)).toMatchObject({ error: { "trust.3": [expect.any(String)] } });
    expect(await seatFormOf(reader)).toMatchObject({
      answers: null,
      draft: { "trust.1": 2, "trust.2": null },
    });
    expect(await send(reader, { ...some, "trust.3": "4" })).toMatchObject({ to: { component: "dialogue" } });
    const unsent = await send(reader, { intent: "send" });
    expect(Object.keys(unsent && "error" in unsent ? unsent.error : {})).toHaveLength(12);
    for (const { component } of STEPS) await send(reader, step(component, "4"));
    expect(await send(reader, { intent: "send" })).toMatchObject({ to: null });
    expect(await seatFormOf(reader)).toMatchObject({ answers: allAnswers(4), draft: null });
  });

  it("changes what stands only when it is sent again, and takes all of it back", async () => {
    const { reader } = place.community;
    expect(await send(reader, step("recognition", "1"))).toMatchObject({ to: "check" });
    const changed = { "recognition.1": 1, "recognition.2": 1, "recognition.3": 1 } as const;
    expect(await seatFormOf(reader)).toMatchObject({
      answers: allAnswers(4),
      draft: allAnswers(4, changed),
    });
    await send(reader, { intent: "send" });
    expect(await seatFormOf(reader)).toMatchObject({ answers: allAnswers(4, changed), draft: null });
    await send(reader, { intent: "take-back" });
    expect(await seatFormOf(reader)).toMatchObject({ answers: null, draft: null });
    expect(await send(reader, { intent: "take-back" })).toMatchObject({
      error: { "": [expect.any(String)] },
    });
  });

  it.each([{ intent: "save", step: "check" }, { intent: "save" }, { intent: "release" }, {}])(
    "knows no other form: %j",
    async (fields) => {
      await expect(send(place.community.reader, fields)).rejects.toMatchObject({ init: { status: 404 } });
    },
  );
});

describe("what is on the pages", () => {
  it("is first on the desk of whoever has not answered, and then not", async () => {
    const { lead } = place.councilSide;
    const [first] = (await deskOf(lead)).items;
    expect(first).toMatchObject({
      title: "Check-in: three minutes about the partnership",
      href: `/areas/oakfield/check-ins/${round}/answer`,
    });
    await answerAs(lead, { area: place.area.slug, round }, allAnswers(5), by);
    expect((await deskOf(lead)).items.filter(({ title }) => title.startsWith("Check-in"))).toEqual([]);
  });

  it("tells no side of the other's answers while it is open", async () => {
    const { community, councilSide } = place;
    const before = JSON.stringify([await pageOf(community.lead), await listOf(community.lead)]);
    await answerAs(councilSide.editor, { area: place.area.slug, round }, allAnswers(1), by);
    expect(JSON.stringify([await pageOf(community.lead), await listOf(community.lead)])).toBe(before);
    const own = (await pageOf(councilSide.lead)).round.ownSide;
    expect([own?.answered, own?.people.length]).toEqual([2, 3]);
    expect((await pageOf(councilSide.editor)).round.ownSide).toBeNull();
  });

  it("is the same for both sides once released: levels, gap, each question, and no answer", async () => {
    const { community, councilSide, area } = place;
    const where = { area: area.slug, round };
    await answerAs(councilSide.reader, where, allAnswers(4), by);
    for (const user of [community.lead, community.editor, community.reader])
      await answerAs(user, where, allAnswers(2), by);
    clock.passDays(14);
    await closeDueCheckIns(clock);
    const { released } = await pageOf(community.reader);
    expect(released).toEqual((await pageOf(councilSide.lead)).released);
    expect(released?.seen.people).toEqual({ community: 3, council: 3 });
    expect(released?.views[1]).toMatchObject({
      component: "trust",
      by: { community: { value: 25, people: 3 }, council: { people: 3, spread: "apart" } },
      gap: { points: expect.closeTo(-33.33, 1), flagged: false },
    });
    expect(Object.keys(released?.seen.means.community ?? {})).toHaveLength(QUESTIONS.length);
    expect(await listOf(community.lead)).toMatchObject({
      isOpen: false,
      canOpen: false,
      rounds: [{ id: round }],
    });
    expect(await seatFormOf(community.lead)).toBeNull();
  });
});
