import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Pool, type PoolClient } from "pg";
import { cut, join, type Pieces } from "./floor-pages.ts";

// The floor: what the same pages and the same write cost without a framework, sign-in or permission. A program of its
// own, told by FLOOR_DATABASE (a superuser's address, whom row security does not hold up) and FLOOR_PAGES (a file of
// path → HTML as the application answers it).

const POOL_SIZE = 10;
const pool = new Pool({ connectionString: process.env.FLOOR_DATABASE, max: POOL_SIZE });
const given = JSON.parse(readFileSync(process.env.FLOOR_PAGES ?? "", "utf8")) as Record<string, string>;
const pages = new Map<string, Pieces>();
for (const [path, html] of Object.entries(given)) pages.set(path, await cut(pool, path, html));

const INSERT_RECORD = `insert into record (id, kind, area_id, relationship_id, organisation_id, side, author_id, level, title,
    occurred_on, recorded_on, recorded_at, updated_at)
  select $1, 'meeting', a.id, r.id, a.partnership_id, 'community', m.user_id, 'shared', $2, current_date, current_date, now(), now()
  from area a join relationship r on r.area_id = a.id join membership m on m.organisation_id = a.partnership_id
  where a.slug = $3 limit 1 returning area_id, relationship_id, author_id`;
const INSERT_MEETING = "insert into meeting (record_id, status, how) values ($1, 'held', 'in_person')";
const INSERT_ATTENDANCE = `insert into meeting_attendance (id, meeting_id, person_id, side, capacity, attendance)
  select $1, $2, p.id, case when 'council' = any (o.kinds) then 'council' else 'community' end::side, t.role, 'attended'
  from person p join appointment t on t.person_id = p.id join organisation o on o.id = t.organisation_id
  where p.name = $3 and t.area_id = $4 limit 1`;
const INSERT_EVENT = `insert into event (id, at, principal, actor_id, command, area_id, relationship_id, level, subject_id, data)
  values ($1, now(), 'floor', $2, 'meetings.log', $3, $4, 'shared', $5, $6)`;
const INSERT_FACT = `insert into scoring_fact (id, source_id, area_id, relationship_id, type, body, known_from)
  values ($1, $2, $3, $4, 'meeting', $5, now())`;
const UPDATE_SCORE = "update score_state set state = $2, updated_at = now() where relationship_id = $1";
const READ_SCORE = "select state from score_state where relationship_id = $1 for update";

/** A meeting with its attendees, audit entry, fact and score, in one transaction. */
async function log(client: PoolClient, slug: string, form: URLSearchParams): Promise<string> {
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  const id = randomUUID();
  const { rows } = await run("record", INSERT_RECORD, [id, form.get("title"), slug]);
  const { area_id, relationship_id, author_id } = rows[0];
  await run("meeting", INSERT_MEETING, [id]);
  for (const [name, person] of form)
    if (name.endsWith(".person"))
      await run("attendance", INSERT_ATTENDANCE, [randomUUID(), id, person, area_id]);
  const data = JSON.stringify({ kind: "meeting", title: form.get("title") });
  await run("event", INSERT_EVENT, [randomUUID(), author_id, area_id, relationship_id, id, data]);
  const fact = JSON.stringify({ type: "meeting", id, status: "held", attended: ["council", "community"] });
  await run("fact", INSERT_FACT, [randomUUID(), id, area_id, relationship_id, fact]);
  const score = await run("read-score", READ_SCORE, [relationship_id]);
  await run("move-score", UPDATE_SCORE, [relationship_id, JSON.stringify(score.rows[0]?.state ?? {})]);
  return id;
}

async function write(slug: string, form: URLSearchParams): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const id = await log(client, slug, form);
    await client.query("commit");
    return id;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? "";
  if (request.method === "POST") {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const area = path.split("/")[2] ?? "";
    const id = await write(area, new URLSearchParams(body));
    response.writeHead(302, { Location: `/areas/${area}/meetings/${id}` }).end();
    return;
  }
  const pieces = pages.get(path);
  if (!pieces) return void response.writeHead(path === "/healthz" ? 200 : 404).end();
  const html = await join(pool, path, pieces);
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(html),
  });
  response.end(html);
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
}).listen(Number(process.env.PORT), process.env.HOST);

process.once("SIGTERM", () => process.exit(0));
