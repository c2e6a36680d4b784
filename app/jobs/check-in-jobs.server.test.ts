import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf, startOfDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import {
  allAnswers,
  answerAs,
  answerByLink,
  buildRound,
  findToken,
  seatOf,
} from "../../tests/builders/check-in";
import { type MailServer, startMailServer } from "../../tests/builders/mail-server";
import { buildPlace, type Place } from "../../tests/builders/place";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../../tests/setup/database";
import { closeCheckIns } from "./close-check-ins.server";
import { sendCheckIn } from "./send-check-in.server";

const DAY = dayOf(new Date("2026-10-05T12:00:00Z"));
const on = (days: number) => clockAt(`${addDays(DAY, days)}T12:00:00Z`);
let db: TestDatabase;
let mail: MailServer;
let place: Place;
let round: string;
/** Past row security: the queue as it is. */
let bare: Client;

beforeAll(async () => {
  mail = await startMailServer();
  process.env.SMTP_URL = `${mail.url}?from=tracker@test.example`;
  db = await createTestDatabase();
  place = await buildPlace(db);
  bare = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await bare.connect();
  round = await buildRound(place, place.community.lead, { clock: on(0) });
});
afterAll(async () => {
  await bare.end();
  await closeDatabase();
  await db.drop();
  await mail.stop();
});

type Job = { task: string; payload: Record<string, unknown>; at: Date; now: boolean };

/** What waits in the queue, taken from it. */
async function take(): Promise<Job[]> {
  const { rows } = await bare.query<Job>(
    `select t.identifier as task, j.payload, j.run_at as at, j.run_at <= now() as now from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
  await bare.query("delete from graphile_worker._private_jobs");
  return rows;
}

/** Works a mail to a round as the queue would; the addresses it reached. */
async function mailOf(step: number, days: number): Promise<string[]> {
  mail.taken.length = 0;
  await sendCheckIn.run({ round, step }, on(days));
  for (const { payload } of await take()) await sendCheckIn.run(payload, on(days));
  return mail.taken.flatMap(({ to }) => (to ?? []).map(({ address }) => address ?? "")).sort();
}

const tokenIn = (text = "") => /\/check-in\/([\w-]{43})/.exec(text)?.[1] ?? "";

describe("a check-in's jobs", () => {
  it("are asked for when it is opened: mail on its days, and its end as its last day is over in London", async () => {
    const jobs = await take();
    expect(jobs.map(({ task, payload }) => [task, payload.step])).toEqual([
      ["send-check-in", 0],
      ["send-check-in", 1],
      ["send-check-in", 2],
      ["close-check-ins", undefined],
    ]);
    const days = jobs.slice(1).map(({ at }) => dayOf(at));
    expect(days).toEqual([addDays(DAY, 7), addDays(DAY, 12), addDays(DAY, 14)]);
    expect(jobs[3]?.at).toEqual(startOfDay(addDays(DAY, 14)));
  });

  it("send everybody a link of their own, and again to those who have not answered; of what is asked nothing", async () => {
    const everybody = [...Object.values(place.community), ...Object.values(place.councilSide)];
    expect(await mailOf(0, 0)).toEqual(everybody.map(({ email }) => email).sort());
    const letters = [...mail.taken];
    expect(letters[0]?.subject).toMatch(/^A check-in about working with /);
    const [first, second] = letters.map(({ text }) => tokenIn(text));
    expect(new Set(letters.map(({ text }) => tokenIn(text))).size).toBe(6);
    const { reader } = place.councilSide;
    const own = letters.find(({ to }) => to?.[0]?.address === reader.email);
    const link = await findToken(tokenIn(own?.text), on(1));
    const seatId = await seatOf(reader, place.area.slug, round, on(1));
    const by = { clock: on(1) };
    expect(await answerByLink({ linkId: link?.id ?? "", seatId }, allAnswers(4), by)).toBe("done");
    await answerAs(place.community.editor, { area: place.area.slug, round }, allAnswers(4), by);
    const silent = everybody.filter((one) => one !== reader && one !== place.community.editor);
    for (const [step, days] of [
      [1, 7],
      [2, 12],
    ] as const) {
      expect(await mailOf(step, days)).toEqual(silent.map(({ email }) => email).sort());
      expect(mail.taken[0]?.subject).toMatch(/^Still open: /);
    }
    // A link sent again leaves those before it good.
    for (const token of [first, second])
      expect(await findToken(token ?? "", on(13))).toMatchObject({ isOpen: true });
    expect(await mailOf(2, 14)).toEqual([]);
  });

  it("end it, and look again the next day", async () => {
    await closeCheckIns.run({}, on(14));
    const [job] = await take();
    expect(job).toMatchObject({ task: "close-check-ins", at: startOfDay(addDays(DAY, 15)) });
    const { rows } = await bare.query("select state::text, ended_on::text from check_in");
    expect(rows).toEqual([{ state: "too_few", ended_on: addDays(DAY, 14) }]);
  });
});
