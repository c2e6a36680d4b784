import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeLink } from "~/composition/links.commands.server";
import { taskWords } from "~/features/audit/queued-job";
import { revokeLink } from "~/features/links/links.commands.server";
import { addDays, startOfDay } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import { setConnection } from "~/platform/database/connection.server";
import { QUEUE_MIGRATION } from "~/platform/database/queue";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { defineDailyJob, enqueue, startWorker, TASKS, type Worker } from "~/platform/jobs.server";
import { buildPost } from "../../tests/builders/leaver";
import { openLink, sendAnswer } from "../../tests/builders/link";
import { type MailServer, startMailServer } from "../../tests/builders/mail-server";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise } from "../../tests/builders/promise";
import { statusOf } from "../../tests/builders/reading";
import { stoppedClock, testInstant } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../../tests/setup/database";
import { JOBS } from "./index";
import { sendLink } from "./send-link.server";

const clock = stoppedClock();
const by = { clock };
let db: TestDatabase;
let mail: MailServer;
let place: Place;
/** Past row security: the queue as it is. */
let bare: Client;
let contact: string;

beforeAll(async () => {
  mail = await startMailServer();
  process.env.SMTP_URL = `${mail.url}?from=tracker@test.example`;
  db = await createTestDatabase();
  setConnection(db.appUrl);
  place = await buildPlace(db, { clock });
  bare = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await bare.connect();
  const post = { name: "Gwŷn Officer", email: "gwyn@test.example", organisation: place.council.slug };
  contact = (await buildPost(place, place.community.lead, post)).id;
});
beforeEach(async () => {
  clock.set(testInstant);
  mail.taken.length = 0;
  mail.refuse = false;
  await bare.query("delete from graphile_worker._private_jobs");
});
afterAll(async () => {
  await bare.end();
  await closeDatabase();
  await db.drop();
  await mail.stop();
});

type Waiting = { task: string; payload: Record<string, unknown>; run_at: Date };

async function waiting(): Promise<Waiting[]> {
  const { rows } = await bare.query<Waiting>(
    `select t.identifier as task, j.payload, j.run_at from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
  return rows;
}

const asUser = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction<T>(`user:${place.community.editor.id}`, todayBy(clock), work);

const done = () => buildDonePromise(place.community.editor, { area: place.area.slug }, by);
const mailTo = async (id: string) =>
  (await mustRun(place.community.editor, makeLink, { id, personId: contact, way: "mail" }, by)).id;
const tokenIn = (text = "") => /\/answer\/([\w-]{43})/.exec(text)?.[1] ?? "";

describe("the queue", () => {
  it("takes every job there is, and no other", async () => {
    // A new job's name goes into TASKS, and into app.enqueue by a migration of its own.
    expect(JOBS.map(({ name }) => name).sort()).toEqual([...TASKS].sort());
    expect(TASKS.filter((task) => taskWords(task) === task)).toEqual([]);
    await asUser(async (tx) => {
      for (const task of TASKS) await enqueue(tx, task, {});
    });
    expect((await waiting()).map(({ task }) => task)).toEqual([...TASKS]);
    const other = asUser((tx) => tx.$executeRaw`SELECT app.enqueue('drop-everything', '{}', null, null)`);
    await expect(other).rejects.toThrow(/no such task/);
  });

  it("is the schema this version of its library was written for", async () => {
    const { rows } = await bare.query("select max(id)::int as last from graphile_worker.migrations");
    expect(rows).toEqual([{ last: QUEUE_MIGRATION }]);
  });

  it("holds no job of a transaction that was rolled back, and one of each key", async () => {
    const failed = asUser(async (tx) => {
      await enqueue(tx, "sweep-files", {});
      throw new Error("after all");
    });
    await expect(failed).rejects.toThrow("after all");
    expect(await waiting()).toEqual([]);
    for (const runAt of [new Date("2026-11-01T00:00:00Z"), new Date("2026-12-01T00:00:00Z")])
      await asUser((tx) => enqueue(tx, "sweep-files", {}, { key: "sweep-files", runAt }));
    expect((await waiting()).map(({ run_at }) => run_at.toISOString())).toEqual(["2026-11-01T00:00:00.000Z"]);
  });

  it("looks again tomorrow for a job of every day that fails today, and once however often it fails", async () => {
    const daily = defineDailyJob({
      name: "retention",
      run: async () => {
        throw new Error("no room");
      },
    });
    for (const turn of ["first", "second"])
      await expect(daily.run({}, clock, turn)).rejects.toThrow("no room");
    const next = startOfDay(addDays(todayBy(clock), 1));
    expect(await waiting()).toEqual([{ task: "retention", payload: {}, run_at: next }]);
  });

  it("is reached by app.enqueue alone: nobody reads it, and nobody adds to it past that", async () => {
    await asUser((tx) => enqueue(tx, "sweep-files", {}));
    const read = await asUser((tx) => tx.$queryRaw<unknown[]>`SELECT * FROM graphile_worker._private_jobs`);
    expect(read).toEqual([]);
    const past = asUser((tx) => tx.$queryRaw`SELECT graphile_worker.add_job('send-link')`);
    await expect(past).rejects.toThrow(/row-level security|permission denied/);
    const auth = inTransaction("auth", todayBy(clock), (tx) => enqueue(tx, "sweep-files", {}));
    await expect(auth).rejects.toThrow(/nobody asks/);
  });

  it("is worked by the application's own role, and stops when told", async () => {
    let ran: unknown;
    let worker: Worker | undefined;
    await asUser((tx) => enqueue(tx, "sweep-files", { number: 7 }));
    await new Promise<void>((resolve, reject) => {
      const job = {
        name: "sweep-files",
        async run(payload: unknown) {
          ran = payload;
          resolve();
        },
      };
      startWorker(db.appUrl, [job], clock).then((started) => {
        worker = started;
      }, reject);
    });
    expect(ran).toEqual({ number: 7 });
    expect(await worker?.isWell()).toBe(true);
    await worker?.stop();
    expect(await worker?.isWell()).toBe(false);
    expect(await waiting()).toEqual([]);
  });
});

describe("a link by mail", () => {
  it("goes to the contact with who asks and the link, and nothing of what it is about", async () => {
    const link = await mailTo(await done());
    expect(await waiting()).toMatchObject([{ task: "send-link", payload: { link, step: 0 } }]);
    await sendLink.run({ link, step: 0 }, clock);
    const [letter] = mail.taken;
    expect(letter?.to).toEqual([{ name: "Gwŷn Officer", address: "gwyn@test.example" }]);
    expect(letter?.from).toMatchObject({ address: "tracker@test.example" });
    expect(letter?.subject).toBe("The partnership asks you to say whether a promise is done");
    expect(letter?.text).toContain("Dear Gwŷn Officer,");
    expect(letter?.html).toContain("Gwŷn Officer");
    expect(`${letter?.text}${letter?.html}`).not.toMatch(/gate/i);
    const token = tokenIn(letter?.text);
    expect(tokenIn(letter?.html)).toBe(token);
    expect(await sendAnswer(token, clock, { intent: "commitments.confirm" })).toBe("done");
  });

  it("goes again after 14 and 25 days while nobody has answered, each time with a link of its own", async () => {
    const id = await done();
    const link = await mailTo(id);
    const days: string[] = [];
    for (const step of [0, 1, 2]) {
      await sendLink.run({ link, step }, clock);
      const next = (await waiting()).at(-1);
      days.push(next?.payload.step === step + 1 ? next.run_at.toISOString().slice(0, 10) : "no more");
      clock.passDays(step === 0 ? 14 : 11);
    }
    expect(days).toEqual(["2026-10-15", "2026-10-26", "no more"]);
    expect(mail.taken.map(({ subject }) => subject?.startsWith("Still open: "))).toEqual([false, true, true]);
    const tokens = mail.taken.map(({ text }) => tokenIn(text));
    expect(new Set(tokens).size).toBe(3);
    clock.set("2026-10-26T12:00:00Z");
    expect((await openLink(tokens[1] ?? "", clock)).state).toBe("open");
    await mustRun(place.community.lead, revokeLink, { id, linkId: link }, by);
    expect((await openLink(tokens[2] ?? "", clock)).state).toBe("nothing");
  });

  it("is not sent once it was answered, taken back, or its contact has gone", async () => {
    const id = await done();
    const link = await mailTo(id);
    await sendLink.run({ link, step: 0 }, clock);
    await sendAnswer(tokenIn(mail.taken[0]?.text), clock, { intent: "commitments.confirm" });
    await sendLink.run({ link, step: 1 }, clock);
    const other = await done();
    const back = await mailTo(other);
    await mustRun(place.community.lead, revokeLink, { id: other, linkId: back }, by);
    await sendLink.run({ link: back, step: 0 }, clock);
    await sendLink.run({ link: place.area.id, step: 0 }, clock);
    expect(mail.taken).toHaveLength(1);
  });

  it("is the job's to try again where the mail server does not take it, with the same link", async () => {
    const link = await mailTo(await done());
    mail.refuse = true;
    await expect(sendLink.run({ link, step: 0 }, clock)).rejects.toThrow(/451|Come back/);
    const sent = () =>
      bare.query("select sent_on is not null as sent from link where id = $1 or first_id = $1", [link]);
    expect((await sent()).rows).toEqual([{ sent: false }]);
    mail.refuse = false;
    await sendLink.run({ link, step: 0 }, clock);
    expect((await sent()).rows).toEqual([{ sent: true }]);
  });

  it("is refused for a contact without an address, who wants no mail", async () => {
    const { id: silent } = await buildPost(place, place.community.lead, { organisation: place.council.slug });
    const input = { id: await done(), personId: silent, way: "mail" };
    expect(await statusOf(place.community.editor, makeLink, input, { clock: clockAt(testInstant) })).toBe(
      "invalid",
    );
    expect(await waiting()).toEqual([]);
  });
});
