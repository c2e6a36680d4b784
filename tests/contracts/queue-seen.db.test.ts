import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { findInstanceHealth } from "~/composition/instance-health.server";
import { removeJob, retryJob } from "~/features/audit/queue.commands.server";
import { findQueue } from "~/features/audit/queue.queries.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildPlace, type Place } from "../builders/place";
import { createTestDatabase, type TestDatabase } from "../setup/database";

let db: TestDatabase;
let place: Place;
let owner: Client;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
beforeEach(async () => {
  await owner.query("delete from graphile_worker._private_jobs");
});
afterAll(async () => {
  await owner.end();
  await closeDatabase();
  await db.drop();
});

const seenBy = (user: { id: string }) =>
  inTransaction(`user:${user.id}`, todayBy(place.clock), (tx) => findQueue(tx));

async function addJob(error: string | null): Promise<string> {
  const { rows } = await owner.query(
    "select (graphile_worker.add_job('send-link', json_build_object('link', 'CANARY payload'), run_at => '2999-01-01')).id",
  );
  const id = String(rows[0]?.id);
  const set =
    "update graphile_worker._private_jobs set attempts = max_attempts, last_error = $2 where id = $1";
  if (error !== null) await owner.query(set, [id, error]);
  return id;
}

describe("the queue, as an admin sees it", () => {
  it("says the task and the kind of error, and nothing of what it is about; to nobody else anything", async () => {
    await addJob(null);
    await addJob("TypeError: CANARY jane@home.example could not be reached");
    await addJob("CANARY something else");
    const seen = await seenBy(place.admin);
    expect(seen.map(({ task, errorKind }) => ({ task, errorKind }))).toEqual([
      { task: "send-link", errorKind: "TypeError" },
      { task: "send-link", errorKind: "Error" },
      { task: "send-link", errorKind: null },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/canary|home/i);
    expect(await seenBy(place.community.lead)).toEqual([]);
  });

  it("lets an admin try a failed job again, or take it out, and nobody else; one that waits is left alone", async () => {
    const { admin, community, by } = place;
    const [waiting, failed, other] = [await addJob(null), await addJob("Error"), await addJob("Error")];
    const status = async (user: typeof admin, what: typeof retryJob, job: string) =>
      (await runAs(user, what, { job }, by)).status;
    expect(await status(community.lead, retryJob, failed)).toBe("absent");
    expect(await status(community.lead, removeJob, failed)).toBe("absent");
    expect(await status(admin, retryJob, waiting)).toBe("invalid");
    expect(await status(admin, removeJob, waiting)).toBe("invalid");
    expect(await status(admin, retryJob, "999999")).toBe("absent");
    expect(await status(admin, retryJob, "1; drop table event")).toBe("invalid");
    expect(await status(admin, retryJob, failed)).toBe("done");
    expect(await status(admin, removeJob, other)).toBe("done");
    const left = await seenBy(admin);
    expect(left.map(({ id }) => id).sort()).toEqual([waiting, failed].sort());
    expect(left.find(({ id }) => id === failed)).toMatchObject({ attempts: 0 });
  });
});

it("says line by line how the instance stands", async () => {
  await addJob("Error");
  const lines = await inTransaction(`user:${place.admin.id}`, todayBy(place.clock), (tx) =>
    findInstanceHealth(tx, new Date()),
  );
  const line = (name: string) => lines.find((one) => one.name === name);
  expect(line("Queue")).toEqual({ name: "Queue", says: "1 job in the queue, 1 given up", well: false });
  expect(line("Migrations")).toMatchObject({ says: "All applied", well: true });
  expect(line("Clock")).toMatchObject({ well: true });
  expect(line("Outside services")).toMatchObject({ well: true });
  expect(line("Common Ground")?.says).toMatch(/^Version \d+\.\d+\.\d+$/);
  expect(line("Database")?.says).toMatch(/^PostgreSQL \d+/);
  expect(JSON.stringify(lines)).not.toMatch(/postgres(ql)?:\/\//);
});
