import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { makeLink } from "~/composition/links.commands.server";
import { addDays, dayOf, startOfDay, toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { startWorker } from "~/platform/jobs.server";
import { getLog } from "~/platform/log.server";
import { buildRound } from "../../tests/builders/check-in";
import { buildPost } from "../../tests/builders/leaver";
import { type MailFront, type MailFrontWay, startMailFront } from "../../tests/builders/mail-front";
import { type MailServer, startMailServer } from "../../tests/builders/mail-server";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildPromise } from "../../tests/builders/promise";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../../tests/setup/database";
import { closeCheckIns } from "./close-check-ins.server";
import { sendCheckIn } from "./send-check-in.server";
import { sendLink } from "./send-link.server";

const clock = stoppedClock();
let db: TestDatabase;
let mail: MailServer;
let front: MailFront;
let place: Place;
let contact: string;
/** Past row security: the queue as it is. */
let bare: Client;

beforeAll(async () => {
  mail = await startMailServer();
  front = await startMailFront(mail.url);
  process.env.SMTP_URL = `${front.url}?from=tracker@test.example`;
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
  const post = { name: "Gwen Officer", email: "gwen@test.example", organisation: place.council.slug };
  contact = (await buildPost(place, place.community.lead, post)).id;
  bare = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await bare.connect();
  await bare.query("select set_config('app.principal', 'maintenance', false)");
});
beforeEach(async () => {
  mail.taken.length = 0;
  mail.hangUp = false;
  front.way = "through";
  await bare.query("delete from graphile_worker._private_jobs");
});
afterAll(async () => {
  await bare.end();
  await closeDatabase();
  await db.drop();
  await front.stop();
  await mail.stop();
});

type Job = { task: string; payload: Record<string, unknown>; at: Date };

async function waiting(task: string): Promise<Job[]> {
  const { rows } = await bare.query<Job>(
    `select t.identifier as task, j.payload, j.run_at as at from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
    [task],
  );
  return rows;
}

/** A link for a promise of theirs, to be mailed to the contact: its id. */
async function linkMade(at: string): Promise<string> {
  clock.set(at);
  const by = { clock };
  const where = { area: place.area.slug, bySide: "theirs" as const, dueOn: addDays(dayOf(clock.now()), 20) };
  const id = await buildPromise(place.community.editor, where, by);
  return (await mustRun(place.community.editor, makeLink, { id, personId: contact, way: "mail" }, by)).id;
}

describe("mail that was taken", () => {
  it("and whose sender was not told so goes again, known by the same id", async () => {
    const link = await linkMade("2026-10-01T20:00:00Z");
    mail.hangUp = true;
    await expect(sendLink.run({ link, step: 0 }, clock)).rejects.toThrow();
    mail.hangUp = false;
    await sendLink.run({ link, step: 0 }, clock);
    expect(mail.taken.map(({ messageId }) => messageId)).toEqual(
      Array(2).fill(`<link-${link}-0@test.example>`),
    );
  });

  it("and noted goes no second time, though the queue did not learn of it", async () => {
    const link = await linkMade("2026-10-01T20:00:00Z");
    for (const step of [0, 0, 1, 1, 0]) await sendLink.run({ link, step }, clock);
    expect(mail.taken.map(({ messageId }) => messageId)).toEqual(
      [0, 1].map((step) => `<link-${link}-${step}@test.example>`),
    );
    const jobs = (await waiting("send-link")).filter(({ payload }) => payload.step !== 0);
    expect(jobs.map(({ payload }) => payload.step)).toEqual([1, 2]);
  });
});

describe("a mail server that is not well", () => {
  // How long the mailer waits, with room for a busy machine.
  const AT_MOST_MS = 25_000;
  const AT_ONCE_MS = 8_000;

  it.each<[MailFrontWay, string]>([
    ["silent", "takes the call and says nothing"],
    ["garbage", "says what no mail server says"],
    ["lost midway", "is lost as the letter is to come"],
  ])("%s: %s: the job ends and is run again, and one letter goes", async (way) => {
    front.way = way;
    const asked = performance.now();
    // Nobody who asks waits for it: the asking is a line in the queue.
    const link = await linkMade("2099-10-01T20:00:00Z");
    expect(performance.now() - asked).toBeLessThan(AT_ONCE_MS);
    const begun = performance.now();
    await expect(sendLink.run({ link, step: 0 }, clock)).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(AT_MOST_MS);
    expect([mail.taken, (await waiting("send-link")).map(({ payload }) => payload)]).toEqual([
      [],
      [{ link, step: 0 }],
    ]);
    front.way = "through";
    for (const _ of [1, 2]) await sendLink.run({ link, step: 0 }, clock);
    expect(mail.taken.map(({ messageId }) => messageId)).toEqual([`<link-${link}-0@test.example>`]);
  });

  it("is tried again by the queue, until it is well", async () => {
    vi.spyOn(getLog(), "error").mockImplementation(() => undefined);
    front.way = "garbage";
    const link = await linkMade("2099-10-01T20:00:00Z");
    const worker = await startWorker(db.appUrl, [sendLink], clock);
    try {
      const tried =
        "select attempts, run_at > now() as later from graphile_worker._private_jobs where attempts > 0";
      await vi.waitFor(
        async () =>
          expect((await bare.query(`${tried} and locked_at is null`)).rows).toEqual([
            { attempts: 1, later: true },
          ]),
        { timeout: 20_000, interval: 100 },
      );
      front.way = "through";
      await vi.waitFor(() => expect(mail.taken).toHaveLength(1), { timeout: 30_000, interval: 100 });
      await vi.waitFor(
        async () =>
          expect((await waiting("send-link")).map(({ payload }) => payload)).toEqual([{ link, step: 1 }]),
        { timeout: 20_000, interval: 100 },
      );
      expect(mail.taken).toHaveLength(1);
    } finally {
      await worker.stop();
    }
  });
});

// The night in which an hour comes twice, and the one in which an hour is left out.
const NIGHTS = [
  {
    day: "2026-10-25",
    made: "2026-10-11T00:30:00Z",
    twice: ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"],
  },
  {
    day: "2027-03-28",
    made: "2027-03-14T01:30:00Z",
    twice: ["2027-03-28T01:30:00Z", "2027-03-28T02:30:00Z"],
  },
] as const;

describe.each(NIGHTS)("the night to $day", ({ day, made, twice }) => {
  it("reminds once, whatever the clock on the wall says", async () => {
    const link = await linkMade(made);
    await sendLink.run({ link, step: 0 }, clock);
    const [next] = (await waiting("send-link")).filter(({ payload }) => payload.step === 1);
    expect(next?.at).toEqual(new Date(twice[0]));
    expect(dayOf(next?.at ?? new Date(0))).toBe(day);
    for (const at of [...twice, twice[0]]) {
      clock.set(at);
      await sendLink.run(next?.payload, clock);
    }
    expect(mail.taken).toHaveLength(2);
  });

  it("ends a check-in at its midnight, once, also where the clock is set back", async () => {
    const opened = addDays(toDay(day), -14);
    const round = await buildRound(place, place.community.lead, { clock: clockAt(`${opened}T12:00:00Z`) });
    const mails = (await waiting("send-check-in")).slice(1);
    expect(mails.map(({ at }) => dayOf(at))).toEqual([addDays(opened, 7), addDays(opened, 12)]);
    const midnight = startOfDay(toDay(day)).getTime();
    await bare.query("delete from graphile_worker._private_jobs");
    const states: string[] = [];
    for (const seconds of [-1, 1, 1.5 * 3_600, 2.5 * 3_600, 1, -3_599, 3]) {
      await closeCheckIns.run({}, { now: () => new Date(midnight + seconds * 1_000) });
      const { rows } = await bare.query("select state::text, ended_on::text from check_in where id = $1", [
        round,
      ]);
      states.push(`${rows[0]?.state} ${rows[0]?.ended_on}`);
    }
    expect(states).toEqual(["open null", ...Array(6).fill(`too_few ${day}`)]);
    const ended =
      "select from event where subject_id = $1 and command in ('check-ins.release', 'check-ins.end')";
    expect((await bare.query(ended, [round])).rowCount).toBe(1);
    // One of each midnight, whichever way the clock went.
    const looks = (await waiting("close-check-ins")).map(({ at }) => at.getTime());
    expect(looks).toEqual([midnight, startOfDay(addDays(toDay(day), 1)).getTime()]);
  });

  it("asks nobody again of a round that is over", async () => {
    const { rows } = await bare.query<{ id: string }>(
      "select id from check_in order by opened_on desc limit 1",
    );
    await sendCheckIn.run({ round: rows[0]?.id, step: 2 }, clockAt(`${day}T12:00:00Z`));
    expect([await waiting("send-check-in"), mail.taken]).toEqual([[], []]);
  });
});
