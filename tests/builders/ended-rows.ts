import type { Client } from "pg";
import { binRecord } from "~/features/records/records.commands.server";
import { newId } from "~/platform/ids";
import { buildRequest } from "./asked-request";
import { attachBytes } from "./attachment";
import { mustRun, type Place } from "./place";

/** A table, and how a row of it comes about that ended at that instant, on that day. */
type Planting = readonly [table: string, plant: (at: string, day: string) => Promise<unknown>];

/** Rows that retention lets go, each as it ends; the client is the superuser's, and asks after no reference. */
export function endedRows(client: Client, place: Place) {
  const { by } = place;
  async function insert(table: string, row: Record<string, unknown>): Promise<void> {
    const names = Object.keys(row);
    const values = names.map((_, at) => `$${at + 1}`);
    await client.query(
      `insert into ${table} ("${names.join('","')}") values (${values})`,
      Object.values(row),
    );
  }

  /** A round of the check-in that closed on that day, with a seat in it. */
  async function seat(closes: string): Promise<string> {
    const [checkIn, id] = [newId(), newId()];
    const { area, council, councilSide } = place;
    await insert("check_in", {
      ...{
        id: checkIn,
        area_id: area.id,
        relationship_id: council.relationshipId,
        opened_by_id: councilSide.lead.id,
      },
      ...{ organisation_id: council.id, side: "council", opened_on: "2025-01-01", closes_on: closes },
      ...{ state: "called_off", ended_on: closes },
    });
    const place_ = {
      id,
      check_in_id: checkIn,
      organisation_id: council.id,
      side: "council",
      invited_on: "2025-01-01",
    };
    await insert("check_in_seat", { ...place_, user_id: councilSide.lead.id });
    return id;
  }

  async function binned(at: string, withFile: boolean): Promise<string> {
    const { community, area, council } = place;
    const id = await buildRequest(community.editor, { area: area.slug, council: council.slug }, by);
    if (withFile) await attachBytes(community.editor, id, by);
    await mustRun(community.editor, binRecord, { id }, by);
    await client.query("update record set binned_at = $2 where id = $1", [id, at]);
    return id;
  }

  const some = () => newId().replaceAll("-", "");
  const userId = () => place.community.editor.id;
  const drawn = (table: string, row: (at: string, day: string) => Record<string, unknown>) =>
    [table, (at: string, day: string) => insert(table, row(at, day))] as const;

  /** Of each rule: the table it takes from, and how a row comes about that ended then. */
  const planted: Record<string, readonly Planting[]> = {
    sessions: [
      drawn("session", (at) => ({
        id: newId(),
        user_id: userId(),
        token: some(),
        expires_at: at,
        created_at: at,
        updated_at: at,
      })),
    ],
    secrets: [
      drawn("verification", (at) => ({
        id: newId(),
        identifier: some(),
        value: "x",
        expires_at: at,
        created_at: at,
        updated_at: at,
      })),
      drawn("recovery_code", (at) => ({
        id: newId(),
        user_id: userId(),
        code_hash: (some() + some()).slice(0, 64),
        made_at: at,
        used_at: at,
      })),
    ],
    limits: [
      drawn("rate_limit", (at) => ({ id: newId(), key: some(), count: 1, last_request: Date.parse(at) })),
    ],
    imports: [
      drawn("import_draft", (at) => ({
        ...{ id: newId(), by_user_id: userId(), what: "people", file_name: "x.csv", sha256: some() },
        ...{ body: Buffer.from(""), options: "{}", expires_at: at },
      })),
    ],
    forms: [
      drawn("idempotency_key", (at) => ({
        user_id: userId(),
        key: newId(),
        command: "x",
        input_hash: some(),
        result: "{}",
        created_at: at,
      })),
    ],
    outside: [
      drawn("outside_answer", (at) => ({
        key: some(),
        service: "bank-holidays",
        status: 200,
        body: "{}",
        fetched_at: at,
      })),
    ],
    jobs: [
      [
        "graphile_worker._private_jobs",
        async (at) => {
          const { rows } = await client.query(
            "select (graphile_worker.add_job('sweep-files', max_attempts => 1)).id",
          );
          await client.query(
            "update graphile_worker._private_jobs set attempts = 1, updated_at = $2 where id = $1",
            [rows[0]?.id, at],
          );
        },
      ],
    ],
    drafts: [
      [
        "check_in_answer",
        async (_, day) =>
          insert("check_in_answer", { seat_id: await seat(day), is_draft: true, answers: "{}" }),
      ],
    ],
    "check-in-links": [
      [
        "check_in_link",
        async (_, day) =>
          insert("check_in_link", {
            id: newId(),
            seat_id: await seat(day),
            token_hash: (some() + some()).slice(0, 64),
          }),
      ],
    ],
    invitations: [
      drawn("invitation", (at) => ({
        ...{
          id: newId(),
          name: "Somebody",
          email: "s@test.example",
          organisation_id: place.council.id,
          role: "editor",
        },
        ...{ side: "council", invited_by_id: place.admin.id, invited_at: "2020-01-01", expires_at: at },
      })),
    ],
    "sign-ins": [
      drawn("event", (at) => ({
        id: newId(),
        at,
        principal: "auth",
        command: "identity.signed-in",
        level: "personal",
        data: "{}",
      })),
    ],
    files: [["attachment", (at) => binned(at, true)]],
    bin: [["record", (at) => binned(at, false)]],
  };
  return { planted, insert, binned };
}
