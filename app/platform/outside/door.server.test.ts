import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { stoppedClock } from "../../../tests/setup/clock";
import { network } from "../../../tests/setup/network";
import { ownDatabase } from "../../../tests/setup/own-database";
import { getLog } from "../log.server";
import { type Door, openDoor, type Question } from "./door.server";

const told = z.object({ status: z.literal(200), body: z.object({ figure: z.number() }) });
type Told = z.output<typeof told>;

const MINUTE_MS = 60_000;
const clock = stoppedClock();
ownDatabase();
let door: Door;
let number = 0;
let asked = 0;
let question: Question<Told>;

beforeEach(() => {
  number += 1;
  asked = 0;
  door = openDoor();
  question = {
    service: "postcodes",
    key: `question ${number}`,
    path: "/somebody-s-street",
    statuses: [200],
    schema: told,
    maxAgeMs: 10 * MINUTE_MS,
  };
});

/** What the service answers from now on. */
const answers = (answer: () => Response | Promise<Response>) =>
  network.use(
    http.get("https://api.postcodes.io/*", () => {
      asked += 1;
      return answer();
    }),
  );
const figure = (value: number) => () => HttpResponse.json({ figure: value, newKey: "passed over" });
const fails = () => HttpResponse.json({}, { status: 500 });
const ask = () => door.ask(question, clock);
const later = (minutes: number) =>
  clock.set(new Date(clock.now().getTime() + minutes * MINUTE_MS).toISOString());

beforeEach(() => {
  vi.spyOn(getLog(), "warn").mockImplementation(() => undefined);
});

describe("asking outside", () => {
  it("keeps an answer for its age, and asks again after it", async () => {
    answers(figure(1));
    const first = await ask();
    expect(first).toEqual({
      state: "fresh",
      told: { status: 200, body: { figure: 1 } },
      fetchedAt: clock.now(),
    });
    answers(figure(2));
    later(9);
    expect(await ask()).toEqual(first);
    // Another process has a door of its own, and the same table.
    expect(await openDoor().ask(question, clock)).toEqual(first);
    expect(asked).toBe(1);
    later(1);
    expect(await ask()).toMatchObject({ state: "fresh", told: { body: { figure: 2 } } });
    expect(asked).toBe(2);
  });

  it("gives what it knew, with its day, where the service is away", async () => {
    answers(figure(1));
    const { state: _, ...known } = (await ask()) as { state: string; fetchedAt: Date };
    answers(fails);
    later(600);
    expect(await ask()).toEqual({ state: "stale", ...known });
  });

  it.each([
    ["nothing that counts", () => HttpResponse.json({ figure: "one" }), "shape"],
    ["a server error", fails, "status"],
    ["too many questions", () => HttpResponse.json({}, { status: 429 }), "status"],
    ["not found, where that is no answer", () => HttpResponse.json({}, { status: 404 }), "status"],
    ["no connection", () => HttpResponse.error(), "unreachable"],
  ])("says that it is away after %s, and keeps nothing", async (_, answer, why) => {
    answers(answer);
    expect(await ask()).toEqual({ state: "away", why });
    answers(figure(3));
    expect(await ask()).toMatchObject({ state: "fresh", told: { body: { figure: 3 } } });
  });

  it("asks once where two ask at once", async () => {
    answers(figure(4));
    const [one, two] = await Promise.all([ask(), ask()]);
    expect(one).toEqual(two);
    expect(asked).toBe(1);
  });

  it("passes over what was kept in a form that it cannot read", async () => {
    answers(figure(5));
    await ask();
    const schema = z.object({ status: z.literal(200), body: z.object({ figures: z.array(z.number()) }) });
    answers(() => HttpResponse.json({ figures: [5] }));
    const newer = { ...question, schema };
    expect(await door.ask(newer, clock)).toMatchObject({ state: "fresh", told: { body: { figures: [5] } } });
  });

  it("leaves its list of hosts for no path", async () => {
    answers(figure(6));
    for (const path of ["//elsewhere.example/", "https://elsewhere.example/", "http://api.postcodes.io/"])
      expect(await door.ask({ ...question, path }, clock), path).toEqual({
        state: "away",
        why: "unreachable",
      });
    expect(asked).toBe(0);
  });

  it("notes the kind of a fault, and nothing of what was asked", async () => {
    answers(fails);
    await ask();
    const noted = vi.mocked(getLog().warn).mock.calls;
    expect(noted).toEqual([[{ service: "postcodes", kind: "status", status: 500 }, expect.any(String)]]);
    expect(JSON.stringify(noted)).not.toMatch(/street|question/);
  });
});

describe("a service that fails", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const wait = (ms: number) => vi.setSystemTime(Date.now() + ms);

  async function failThreeTimes(): Promise<void> {
    answers(fails);
    for (const _ of [1, 2, 3]) expect(await ask()).toEqual({ state: "away", why: "status" });
  }

  it("is left in peace after three failures, and the others are asked", async () => {
    expect(door.resting()).toEqual([]);
    await failThreeTimes();
    expect(door.resting()).toEqual([question.service]);
    expect(await ask()).toEqual({ state: "away", why: "resting" });
    expect(asked).toBe(3);
    network.use(http.get("https://www.gov.uk/*", figure(1)));
    expect(await door.ask({ ...question, service: "gov-uk" }, clock)).toMatchObject({ state: "fresh" });
  });

  it("is not left in peace while an answer comes between", async () => {
    answers(fails);
    await ask();
    await ask();
    answers(figure(1));
    await ask();
    later(20);
    answers(fails);
    await ask();
    await ask();
    expect(asked).toBe(5);
    answers(figure(2));
    expect(await ask()).toMatchObject({ state: "fresh" });
  });

  it("is tried once after five minutes, and rests again if that fails", async () => {
    await failThreeTimes();
    wait(5 * MINUTE_MS - 1);
    expect(await ask()).toEqual({ state: "away", why: "resting" });
    wait(1);
    expect(await ask()).toEqual({ state: "away", why: "status" });
    expect(asked).toBe(4);
    expect(await ask()).toEqual({ state: "away", why: "resting" });
    expect(asked).toBe(4);
  });

  it("is asked as before once it answers", async () => {
    await failThreeTimes();
    answers(figure(7));
    wait(5 * MINUTE_MS);
    expect(await ask()).toMatchObject({ state: "fresh" });
    later(20);
    answers(fails);
    for (const _ of [1, 2]) expect(await ask()).toMatchObject({ state: "stale" });
    answers(figure(8));
    expect(await ask()).toMatchObject({ state: "fresh", told: { body: { figure: 8 } } });
  });
});
