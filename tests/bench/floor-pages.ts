import type { Pool } from "pg";

// The floor of a page: the same rows read by prepared statements, and the same HTML made of them by joining strings.
// So that it stays the same HTML whatever becomes of the page, its constant pieces are cut from the page itself once,
// when the floor starts: everything between two values of its rows.

type Row = Record<string, unknown>;
type Statement = { name: string; text: string };

const PEOPLE: Statement[] = [
  {
    name: "area",
    text: `select a.name as area, p.short_name as partnership, o.short_name as council, o.slug as council_slug
      from area a join organisation p on p.id = a.partnership_id
      join relationship r on r.area_id = a.id join organisation o on o.id = r.council_id where a.slug = $1`,
  },
  {
    name: "leads",
    text: `select p.name, t.checked_on, t.ends_on from area a join appointment t on t.area_id = a.id and t.is_lead
      join person p on p.id = t.person_id where a.slug = $1`,
  },
  {
    name: "people",
    text: `select p.id, p.name, t.role, t.topic, t.ward, t.party, t.cabinet_post, t.is_lead, t.ends_on, o.short_name
      from area a join appointment t on t.area_id = a.id join person p on p.id = t.person_id
      join organisation o on o.id = t.organisation_id
      where a.slug = $1 and (t.starts_on is null or t.starts_on <= current_date)
        and (t.ends_on is null or t.ends_on > current_date) and p.erased_at is null
      order by 'council' = any (o.kinds), p.name, p.id limit 50`,
  },
];

const HOME: Statement[] = [
  ...PEOPLE.slice(0, 1),
  {
    name: "score",
    text: `select s.state from area a join relationship r on r.area_id = a.id
      join score_state s on s.relationship_id = r.id where a.slug = $1`,
  },
  {
    name: "live",
    text: `select f.body from area a join relationship r on r.area_id = a.id
      join score_state s on s.relationship_id = r.id
      join lateral jsonb_object_keys(s.state -> 'live') as live(id) on true
      join scoring_fact f on f.source_id = left(live.id, 36)::uuid and f.known_until is null where a.slug = $1`,
  },
];

/** The statements of a page of the application. */
function statementsOf(path: string): Statement[] {
  return path.endsWith("/people") ? PEOPLE : HOME;
}

/** A page in pieces: text that stays, and values of rows by their place. */
export type Pieces = readonly (string | { row: number; column: string })[];

async function rowsOf(pool: Pool, path: string): Promise<Row[]> {
  const slug = path.split("/")[2];
  const answers: Row[][] = [];
  for (const { name, text } of statementsOf(path))
    answers.push((await pool.query<Row>({ name, text, values: [slug] })).rows);
  return answers.flat();
}

/** Cuts the page that the application answered into pieces. */
export async function cut(pool: Pool, path: string, html: string): Promise<Pieces> {
  const places = new Map<string, { row: number; column: string }>();
  for (const [row, values] of (await rowsOf(pool, path)).entries())
    for (const [column, value] of Object.entries(values))
      if (typeof value === "string" && value.length > 3 && !places.has(value))
        places.set(value, { row, column });
  const longestFirst = [...places.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (longestFirst.length === 0) return [html];
  return html.split(new RegExp(`(${longestFirst.join("|")})`)).map((piece) => places.get(piece) ?? piece);
}

/** The page from its rows as they are now. */
export async function join(pool: Pool, path: string, pieces: Pieces): Promise<string> {
  const rows = await rowsOf(pool, path);
  let html = "";
  for (const piece of pieces)
    html += typeof piece === "string" ? piece : String(rows[piece.row]?.[piece.column]);
  return html;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
