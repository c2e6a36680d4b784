import type { Client } from "pg";
import { enterMaintenance, findTables, inStatement } from "~/platform/backup/tables";
import type { MouldName, Pattern } from "./pattern";

/** A row of a table, whole: as JSON, so that it can be written again with other ids, days and names. */
export type MouldRow = { readonly table: string; readonly text: string };

/** What the commands left of the pattern: what its area is made of, and what each mould made. */
export type Moulds = {
  readonly base: readonly MouldRow[];
  readonly of: ReadonlyMap<MouldName, readonly MouldRow[]>;
};

/** Tables whose rows are an area's own people and places, and belong to no mould. */
const GROUND = [
  ...["user", "organisation", "area", "relationship", "membership", "person", "appointment"],
  ...["check_in_voice", "research_consent"],
];
/** Worked out anew, or somebody's own. */
const LEFT_OUT = ["score_state", "account", "idempotency_key"];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

type Found = MouldRow & { key: string | null; names: readonly string[] };

/** Reads every row that is the pattern's, and says which mould each belongs to. */
export async function readMoulds(client: Client, { area, pair, told }: Pattern): Promise<Moulds> {
  const anchors = [area.id, area.partnershipId, area.relationshipId, pair.chair.id, pair.officer.id];
  const all = await readAll(client);
  const rows = ownOf(all, [...anchors, ...peopleOf(all, area.id)]);
  const ground = new Set(rows.flatMap(({ table, key }) => (key && GROUND.includes(table) ? [key] : [])));
  const groups = groupsOf(rows, ground);
  const base: Found[] = [];
  const of = new Map<MouldName, Found[]>();
  for (const group of groups) {
    const ids = new Set(group.flatMap(({ names }) => names));
    const makers = told.filter(({ ids: made }) => [...made].some((id) => ids.has(id)));
    const [maker, other] = makers;
    if (other) throw new Error(`"${maker?.name}" and "${other.name}" have made rows that name each other`);
    if (maker) of.set(maker.name, [...(of.get(maker.name) ?? []), ...group]);
    else base.push(...group);
  }
  return { base, of };
}

async function readAll(client: Client): Promise<Found[]> {
  await client.query("begin isolation level repeatable read read only");
  await enterMaintenance(client);
  const found: Found[] = [];
  for (const table of await findTables(client)) {
    if (LEFT_OUT.includes(table.name) || table.name.includes(".")) continue;
    const { rows } = await client.query<{ text: string; key: string | null }>(
      `select to_jsonb(t)::text as text, to_jsonb(t)->>'id' as key from ${inStatement(client, table.name)} t`,
    );
    for (const row of rows) found.push({ table: table.name, ...row, names: row.text.match(UUID) ?? [] });
  }
  await client.query("commit");
  return found;
}

/** Whoever has a post in the area: what names them are their posts, and they name no area. */
function peopleOf(rows: readonly Found[], areaId: string): string[] {
  const posts = rows.filter(({ table, names }) => table === "appointment" && names.includes(areaId));
  return posts.map(({ text }) => (JSON.parse(text) as { person_id: string }).person_id);
}

/** The rows that name one of these, or one that does, and so on. */
function ownOf(rows: readonly Found[], anchors: readonly string[]): Found[] {
  const known = new Set(anchors);
  const own: Found[] = [];
  let left = rows;
  for (let before = -1; before < own.length; ) {
    before = own.length;
    const next: Found[] = [];
    for (const row of left) {
      if (!row.names.some((name) => known.has(name))) next.push(row);
      else {
        own.push(row);
        if (row.key) known.add(row.key);
      }
    }
    left = next;
  }
  return own;
}

/** Rows that name each other's ids, those of the ground apart, together. */
function groupsOf(rows: readonly Found[], ground: ReadonlySet<string>): Found[][] {
  const keys = new Set(rows.flatMap(({ key }) => (key ? [key] : [])));
  const above = new Map<string, string>();
  const top = (id: string): string => {
    const next = above.get(id);
    return next === undefined || next === id ? id : top(next);
  };
  const boundTo = (row: Found) => row.names.filter((name) => keys.has(name) && !ground.has(name));
  for (const row of rows) {
    const [first, ...others] = boundTo(row);
    for (const other of others) if (first) above.set(top(other), top(first));
  }
  const groups = new Map<string, Found[]>();
  for (const [place, row] of rows.entries()) {
    const [first] = boundTo(row);
    const key = first ? top(first) : `alone ${place}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
