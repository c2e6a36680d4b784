import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personalColumns } from "~/features/rights/personal-columns";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../setup/database";

let db: TestDatabase;
let client: Client;

beforeAll(async () => {
  db = await createTestDatabase();
  client = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await db.drop();
});

type Column = { at: string; type: string };

async function columns(): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select table_name || '.' || column_name as at, data_type as type from information_schema.columns
       where table_schema = 'public' order by 1`,
  );
  return rows;
}

/** Ids of lists of ours, digests, days, figures, and answers about places. */
const WORDS_OF_NOBODY =
  `_prisma_migrations.logs action_state.action_id action_state.evidence_key area.code area.name area.region
  area.rural_urban area.slug attachment.sha256 attachment.type check_in.result code.slug disclosure_item.digest erasure.files erasure.kept_for erasure.left_alone erasure.reason event.command event.principal event.request_id
  event.via evidence.kind evidence.outcome evidence_link.field handover_item.role import.counts import.sha256
  import.what link.answer link.token_hash meeting.starts_at meeting_series.starts_at meeting_series.unit merging_step.column_name
  merging_step.key merging_step.place organisation.code organisation.gss_code organisation.name organisation.region organisation.short_name organisation.slug
  outside_answer.body outside_answer.key outside_answer.service partnership_decision.about partnership_decision.how
  partnership_mending.check_id partnership_plan.kind partnership_policy.about rate_limit.key record.kind release_plan.id
  single_sign_on.client_id single_sign_on.client_secret single_sign_on.issuer score_state.method_id score_state.state scoring_fact.body scoring_fact.type study.dimension study.key_hash study.slug`.split(
    /\s+/,
  );

const lines = personalColumns().map((line) => ({ ...line, at: `${line.table}.${line.column}` }));

/** The columns of words the database looks through for a name. */
async function wordings(): Promise<string[]> {
  const { rows } = await client.query<{ at: string }>(
    "select place::text || '.' || name as at from app.wordings()",
  );
  return rows.map(({ at }) => at.replaceAll('"', ""));
}

describe("the map of personal data", () => {
  it("has one line for every column: a new one fails here until somebody says whose data it is", async () => {
    const there = (await columns()).map(({ at }) => at);
    expect(lines.map(({ at }) => at).sort()).toEqual([...there].sort());
  });

  it("says of no words and no bytes that they tell of nobody, but for those listed here", async () => {
    const words = new Set(
      (await columns()).filter(({ type }) => /text|json|bytea/.test(type)).map(({ at }) => at),
    );
    const quiet = lines.filter((line) => line.about === "nobody" && words.has(line.at));
    expect(quiet.map(({ at }) => at).sort()).toEqual(WORDS_OF_NOBODY.sort());
  });

  it("names as words to look through those that the database looks through; beyond them only what tells of nobody", async () => {
    const looked = await wordings();
    const said = lines.filter(({ erasure }) => erasure === "take out").map(({ at }) => at);
    expect(said.filter((at) => !looked.includes(at))).toEqual([]);
    const beyond = lines.filter(({ at }) => looked.includes(at) && !said.includes(at));
    expect(beyond.filter(({ about }) => about !== "nobody")).toEqual([]);
    expect(said.length).toBeGreaterThan(80);
  });
});
