import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../../tests/builders/asked-request";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { binRecord } from "../records/records.commands.server";
import { answerRequest, holdRequest, referRequest } from "./answer-request.commands.server";
import { askRequest, reviseRequest } from "./ask-request.commands.server";
import { judgeAnswer, withdrawRequest } from "./close-request.commands.server";
import { findOpenRequests, findRequestFact, getRequestPage } from "./request.queries.server";
import { requestFilter } from "./request-filter";
import { findRequests } from "./requests.queries.server";

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

const ask = (user: SignedIn = place.community.editor, change = {}) =>
  buildRequest(user, { area: place.area.slug, council: "barley-borough", ...change }, by);

const pageFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getRequestPage(tx, actor, id, TODAY));

const listFor = (user: SignedIn, filter: object) =>
  readAs(user, place.area.slug, clock, async (tx, actor) => {
    const { requests } = await findRequests(tx, actor, requestFilter.parse(filter), TODAY);
    return requests.map(({ id }) => id);
  });

describe("asking", () => {
  it.each([
    ["community", "council", "editor"],
    ["councilSide", "community", "lead"],
  ] as const)("by %s is to the %s", async (own, toSide, role) => {
    const id = await ask(place[own][role]);
    const page = await pageFor(place.community.reader, id);
    expect(page).toMatchObject({ toSide, state: "open", waitingOn: toSide, council: "Barley Borough" });
    expect(page?.can).toEqual([]);
  });

  it("wants the answer in the agreed working days, or on the day that was named", async () => {
    expect((await pageFor(place.community.lead, await ask()))?.targetOn).toBe("2026-10-29");
    const named = await ask(place.community.editor, { targetOn: "2026-10-09", askedOn: "2026-09-28" });
    expect(await pageFor(place.community.lead, named)).toMatchObject({
      askedOn: "2026-09-28",
      targetOn: "2026-10-09",
    });
  });

  it.each([
    ["title", { title: " " }, "Say what you are asking, in one line"],
    ["askedOn", { askedOn: "2026-10-02" }, "The day it was asked cannot be in the future"],
    ["askedOn", { askedOn: { day: "31", month: "2", year: "2026" } }, "Enter a real date, such as 27 3 2026"],
    ["targetOn", { targetOn: "2026-09-30" }, "The answer has to be wanted after the day it was asked"],
    ["council", { council: "far-unitary" }, "Choose which council this is about"],
    [
      "toPersonId",
      { toPersonId: "0190a0de-0000-7000-8000-000000000009" },
      "Choose somebody of the side you are asking",
    ],
    ["meetingId", { meetingId: "0190a0de-0000-7000-8000-000000000009" }, "Choose a meeting of this area"],
  ])("with a wrong %s is refused beside it", async (field, change, words) => {
    const input = {
      area: place.area.slug,
      council: "barley-borough",
      title: "Why?",
      askedOn: "today",
      ...change,
    };
    const outcome = await runAs(place.community.editor, askRequest, input, by);
    expect(outcome).toEqual({ status: "invalid", fields: { [field]: [words] } });
  });

  it("takes no side, level or author from the form, and is not for readers or other areas", async () => {
    const input = { area: place.area.slug, council: "barley-borough", title: "Why?", askedOn: "today" };
    for (const extra of [{ side: "council" }, { level: "side" }, { toSide: "community" }])
      expect(await statusOf(place.community.editor, askRequest, { ...input, ...extra }, by)).toBe("invalid");
    expect(await statusOf(place.community.reader, askRequest, input, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, askRequest, input, by)).toBe("absent");
    expect(await statusOf(place.admin, askRequest, input, by)).toBe("absent");
  });

  it("sent twice asks once", async () => {
    const once = { ...by, key: "0190a0de-0000-7000-8000-000000000002" };
    const first = await buildRequest(place.councilSide.lead, { area: place.area.slug }, once);
    expect(await buildRequest(place.councilSide.lead, { area: place.area.slug }, once)).toBe(first);
  });
});

describe("from asking to the asker's word on the answer", () => {
  it("is kept step by step, and is what the score is told", async () => {
    const id = await ask(place.community.editor, { askedOn: "2026-09-01" });
    const { councilSide, community } = place;
    await mustRun(councilSide.editor, holdRequest, { id, on: "2026-09-03", text: "Looking into it." }, by);
    await mustRun(councilSide.editor, referRequest, { id, on: "2026-09-07", toTeam: "Street lighting" }, by);
    expect(await statusOf(councilSide.lead, holdRequest, { id, on: "today", text: "Again" }, by)).toBe(
      "invalid",
    );
    await mustRun(
      councilSide.lead,
      answerRequest,
      { id, on: "2026-09-21", answer: "no", text: "The lights belong to the county." },
      by,
    );
    expect(await pageFor(community.editor, id)).toMatchObject({
      state: "answered",
      waitingOn: "community",
      waited: { council: 14, community: 8 },
      answerText: "The lights belong to the county.",
      can: ["judge"],
    });
    await mustRun(community.editor, judgeAnswer, { id, judgement: "not_straight" }, by);
    const fact = await readAs(community.editor, place.area.slug, clock, (tx) => findRequestFact(tx, id));
    expect(fact).toEqual({
      type: "request",
      id,
      to: "council",
      asked: "2026-09-01",
      target: "2026-09-29",
      holding: "2026-09-03",
      answered: "2026-09-21",
      judged: "not straight",
      withdrawn: null,
      contested: null,
      settled: null,
    });
    expect(await statusOf(community.lead, judgeAnswer, { id, judgement: "straight" }, by)).toBe("invalid");
  });

  it.each([
    [holdRequest, { on: "today", text: "" }, "text"],
    [holdRequest, { on: "2026-10-02", text: "x" }, "on"],
    [holdRequest, { on: "2026-09-30", text: "x" }, "on"],
    [referRequest, { on: "today" }, "toTeam"],
    [referRequest, { on: "today", toPersonId: "0190a0de-0000-7000-8000-000000000009" }, "toPersonId"],
    [answerRequest, { on: "today", answer: "perhaps" }, "answer"],
    [answerRequest, { on: "today", answer: "no" }, "text"],
    [answerRequest, { on: "today", answer: "partly", text: " " }, "text"],
    [answerRequest, { answer: "yes" }, "on"],
    [judgeAnswer, { judgement: "rude" }, "judgement"],
  ] as const)("refuses what is wrong beside its field (%#)", async (command, input, field) => {
    const id = await ask();
    const run = runAs as (...given: unknown[]) => Promise<{ status: string; fields?: object }>;
    const outcome = await run(place.councilSide.editor, command, { id, ...input }, by);
    expect(outcome.status).toBe("invalid");
    expect(Object.keys(outcome.fields ?? {})).toEqual([field]);
    expect(await pageFor(place.community.editor, id)).toMatchObject({ state: "open", revision: 1 });
  });

  it("lets each role do its own", async () => {
    const id = await ask();
    const { councilSide, community, outside, county } = place;
    const answer = { id, on: "today", answer: "yes" };
    expect(await statusOf(councilSide.lead, withdrawRequest, { id }, by)).toBe("forbidden");
    expect(await statusOf(councilSide.lead, judgeAnswer, { id, judgement: "straight" }, by)).toBe(
      "forbidden",
    );
    expect(await statusOf(community.editor, judgeAnswer, { id, judgement: "straight" }, by)).toBe("invalid");
    for (const reader of [councilSide.reader, community.reader])
      expect(await statusOf(reader, answerRequest, answer, by)).toBe("forbidden");
    for (const stranger of [
      outside.councilLead,
      outside.communityLead,
      county?.users.lead ?? outside.councilLead,
    ])
      for (const [command, input] of [
        [answerRequest, answer],
        [withdrawRequest, { id }],
      ] as const)
        expect(await statusOf(stranger, command as typeof answerRequest, input, by)).toBe("absent");
    expect(await statusOf(community.editor, answerRequest, answer, by)).toBe("done");
    expect(await statusOf(community.editor, withdrawRequest, { id }, by)).toBe("invalid");
  });

  it("is no longer the asker's to bin once the other side did something about it", async () => {
    const id = await ask();
    await mustRun(place.councilSide.editor, holdRequest, { id, on: "today", text: "We have it." }, by);
    expect(await statusOf(place.community.editor, binRecord, { id }, by)).toBe("invalid");
    const untouched = await ask();
    await mustRun(
      place.community.editor,
      holdRequest,
      { id: untouched, on: "today", text: "They rang." },
      by,
    );
    expect(await statusOf(place.community.editor, binRecord, { id: untouched }, by)).toBe("done");
  });

  it("ends where the asker takes it back", async () => {
    const id = await ask();
    await mustRun(place.community.lead, withdrawRequest, { id, reason: "We found out." }, by);
    expect(await pageFor(place.councilSide.editor, id)).toMatchObject({ state: "withdrawn", can: [] });
    expect(
      await statusOf(place.councilSide.editor, answerRequest, { id, on: "today", answer: "yes" }, by),
    ).toBe("invalid");
  });

  it("is changed by the asker while it waits; two at once are told", async () => {
    const id = await ask();
    const change = { id, revision: 1, title: "Which lights?", targetOn: "2026-11-20" };
    await mustRun(place.community.lead, reviseRequest, change, by);
    expect(await pageFor(place.councilSide.editor, id)).toMatchObject({
      title: "Which lights?",
      revision: 2,
    });
    expect(
      await runAs(place.community.editor, reviseRequest, { ...change, title: "Why?" }, by),
    ).toMatchObject({
      status: "conflict",
      current: { title: "Which lights?", targetOn: "2026-11-20" },
    });
    expect(await statusOf(place.councilSide.lead, reviseRequest, { ...change, revision: 2 }, by)).toBe(
      "forbidden",
    );
    expect(await statusOf(place.community.reader, reviseRequest, { ...change, revision: 2 }, by)).toBe(
      "forbidden",
    );
  });
});

describe("lists", () => {
  it("show what waits on whom, within what one may see", async () => {
    const fresh = await ask(place.community.editor, { title: "List me" });
    const theirs = await ask(place.councilSide.editor, { title: "And me" });
    const done = await ask();
    await mustRun(place.councilSide.editor, answerRequest, { id: done, on: "today", answer: "yes" }, by);
    const { community, councilSide, county } = place;
    expect(await listFor(community.reader, { view: "on-them" })).toContain(fresh);
    expect(await listFor(community.reader, { view: "to-answer" })).toEqual(expect.arrayContaining([theirs]));
    expect(await listFor(community.reader, { view: "to-answer" })).not.toContain(fresh);
    expect(await listFor(councilSide.reader, { view: "to-answer" })).toContain(fresh);
    expect(await listFor(community.reader, { view: "to-judge" })).toContain(done);
    expect(await listFor(councilSide.reader, { view: "to-judge" })).not.toContain(done);
    expect(await listFor(community.reader, { view: "nonsense", page: "x", sort: "; drop" })).toContain(fresh);
    expect(await listFor(county?.users.lead ?? community.lead, { view: "all" })).toEqual([]);
    expect(await listFor(community.reader, { view: "all", council: "barley-county" })).toEqual([]);
    expect(await listFor(community.reader, { view: "open", from: "council" })).toContain(theirs);
    expect(await listFor(community.reader, { view: "open", from: "council" })).not.toContain(fresh);
    const open = await readAs(community.reader, place.area.slug, clock, (tx, actor) =>
      findOpenRequests(tx, actor, toDay("2026-11-02")),
    );
    expect(open.find(({ id }) => id === fresh)).toMatchObject({ waitingOn: "council", pastTarget: 2 });
    expect(open.find(({ id }) => id === done)).toMatchObject({ waitingOn: "community", answered: true });
  });
});
