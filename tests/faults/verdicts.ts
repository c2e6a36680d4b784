import { createHash } from "node:crypto";
import { Client } from "pg";
import type { Ground } from "./ground.ts";
import type { Kind, Write } from "./writes.ts";

/** What is held of a mark: how many rows of each table. */
type Held = Record<string, number>;

/** Every table a write of ours makes rows in, by its mark. A new kind of row that is forgotten here is not looked for. */
const COUNTS: Record<string, string> = {
  records: "select count(*) from record where id in (select id from ours)",
  meetings: "select count(*) from meeting where record_id in (select id from ours)",
  attendances: "select count(*) from meeting_attendance where meeting_id in (select id from ours)",
  decisions: "select count(*) from meeting_decision where meeting_id in (select id from ours)",
  lines: "select count(*) from meeting_action where meeting_id in (select id from ours)",
  minutes: "select count(*) from minutes where meeting_id in (select id from ours)",
  promises: "select count(*) from commitment where record_id in (select id from ours)",
  facts: "select count(*) from scoring_fact where known_until is null and source_id in (select id from ours)",
  outcomes: "select count(*) from commitment where done_note = $1",
  files: "select count(*) from attachment where name = $1 || '.txt'",
  imports: "select count(*) from import where file_name = $1 || '.csv'",
  people: "select count(*) from person where email like $1 || '.%'",
  posts:
    "select count(*) from appointment where person_id in (select id from person where email like $1 || '.%')",
  events:
    "select count(*) from event where command <> 'imports.look' and (subject_id in (select id from ours) or data::text like '%' || $1 || '%')",
};
const SQL = `with ours as (select id from record where title = $1 or title like $1 || ' %') select ${Object.entries(
  COUNTS,
)
  .map(([name, sql]) => `(${sql})::int as ${name}`)
  .join(", ")}`;

/** What a write came to: all of it, nothing, or something between. */
export type Verdict = "whole" | "absent" | "part" | "several";

/** Judges writes by what is held of them, against what one of their kind made in calm times. */
export class Judge {
  readonly #calm = new Map<Kind, Held>();

  constructor(private readonly ground: Ground) {}

  /** Learns from a write that nothing came in the way of. */
  async learn(write: Write): Promise<void> {
    const held = await this.#read((client) => heldOf(client, write));
    if (sum(held) === 0)
      throw new Error(`nothing is held of a ${write.kind}: the harness looks in the wrong place`);
    this.#calm.set(write.kind, held);
  }

  /** What each write came to, in their order. */
  judge(writes: readonly Write[]): Promise<Verdict[]> {
    return this.#read(async (client) => {
      const verdicts: Verdict[] = [];
      for (const write of writes) verdicts.push(this.#verdict(write, await heldOf(client, write)));
      return verdicts;
    });
  }

  #verdict(write: Write, held: Held): Verdict {
    const calm = this.#calm.get(write.kind);
    if (calm === undefined) throw new Error(`no ${write.kind} was sent in calm times`);
    if (sum(held) === 0) return "absent";
    if (Object.keys(calm).every((name) => held[name] === calm[name])) return "whole";
    return Object.keys(calm).some((name) => (held[name] ?? 0) > (calm[name] ?? 0)) ? "several" : "part";
  }

  async #read<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: this.ground.ownerUrl });
    await client.connect();
    try {
      await client.query("select set_config('app.principal', 'maintenance', false)");
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Whether each file that has a row can be fetched from its page, byte for byte; the marks of those that cannot. */
  async findUnreadable(writes: readonly Write[], origin: string): Promise<string[]> {
    const uploads = writes.filter(({ kind }) => kind === "upload");
    const names = uploads.map(({ mark }) => `${mark}.txt`);
    const rows = await this.#read(async (client) => {
      const found = await client.query<{ id: string; name: string }>(
        "select id, name from attachment where name = any ($1)",
        [names],
      );
      return found.rows;
    });
    const unreadable: string[] = [];
    for (const { id, name } of rows) {
      const write = uploads.find(({ mark }) => name === `${mark}.txt`);
      const path = `/areas/${this.ground.place.area.slug}/records/${this.ground.record}/files/${id}`;
      const answer = await fetch(origin + path, { headers: { Cookie: write?.writer.cookie ?? "" } });
      const body = Buffer.from(await answer.arrayBuffer());
      const sha256 = createHash("sha256").update(body).digest("hex");
      if (answer.status !== 200 || sha256 !== write?.sha256) unreadable.push(`${name} (${answer.status})`);
    }
    return unreadable;
  }
}

async function heldOf(client: Client, { mark }: Write): Promise<Held> {
  const { rows } = await client.query<Held>(SQL, [mark]);
  return rows[0] ?? {};
}

const sum = (held: Held) => Object.values(held).reduce((total, count) => total + count, 0);
