import type { Client } from "pg";
import type { Planted } from "./row-ground";

export const OPERATIONS = ["SELECT", "INSERT", "UPDATE", "DELETE"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Who reaches which planted row of a table by an operation: `row:letters row:letters`, in the order they were planted. */
export type Ask = (table: string, operation: Operation) => Promise<string>;

/**
 * Whom to ask as: a letter to write, and the principal the database is told ('' for none). `before`: a statement that
 * holds while they enter, and is undone.
 */
export type Asker = { letter: string; who: string; before?: string };

const FUNCTIONS = `
  create schema probe;
  create table probe.planted (place text, at int, label text, "row" jsonb);
  create table probe.asker (at serial, letter text, settings jsonb);

  -- The rows one operation reaches, in whatever role and settings are in force; what it changes is undone by the caller.
  create function probe.reached(place text, operation text, marker text, sent jsonb[]) returns jsonb[]
  language plpgsql as $$
  declare found jsonb[] := '{}'; one jsonb;
  begin
    if operation = 'SELECT' then
      execute format('select array_agg(to_jsonb(t)) from public.%I t', place) into found;
    elsif operation = 'INSERT' then
      foreach one in array sent loop
        begin
          execute format('insert into public.%1$I select t.* from jsonb_populate_record(null::public.%1$I, $1) t', place) using one;
          found := found || one;
        exception when insufficient_privilege then null; when unique_violation then found := found || one;
        end;
      end loop;
    elsif operation = 'DELETE' then execute format('delete from public.%I', place);
    elsif marker <> '' then execute format('update public.%I set %s', place, marker);
    end if;
    return found;
  exception when insufficient_privilege then return '{}';
  end $$;

  -- Each asker in turn as the application's role, everything undone after each.
  create function probe.answers(in_place text, operation text, marker text) returns table (label text, letters text)
  language plpgsql as $$
  declare asker record; found jsonb[]; touched jsonb[]; sent jsonb[];
  begin
    create temp table if not exists probe_found (at int, letter text, "row" jsonb);
    truncate probe_found;
    select array_agg(p."row" order by p.at) into sent from probe.planted p where p.place = in_place;
    execute format('create temp table probe_before on commit drop as select p."row", t.ctid as tid from probe.planted p
      join public.%I t on to_jsonb(t) = p."row" where p.place = %L', in_place, in_place);
    for asker in select * from probe.asker a order by a.at loop
      touched := '{}';
      begin
        perform set_config(s.key, s.value, true) from jsonb_each_text(asker.settings) s;
        set local role common_ground_app;
        found := probe.reached(in_place, operation, marker, sent);
        reset role;
        if operation in ('UPDATE', 'DELETE') then
          execute format('select array_agg(b."row") from probe_before b
            where not exists (select from public.%I t where t.ctid = b.tid)', in_place) into found;
        end if;
        touched := found;
        raise exception 'undo' using errcode = 'UNDO0';
      exception when sqlstate 'UNDO0' then null;
      end;
      insert into probe_found select asker.at, asker.letter, t from unnest(touched) t;
    end loop;
    drop table probe_before;
    return query select p.label, string_agg(f.letter, '' order by f.at) from probe.planted p
      join probe_found f on f."row" = p."row" where p.place = in_place group by p.at, p.label order by p.at;
  end $$;
  grant usage on schema probe to common_ground_app;
  grant execute on function probe.reached to common_ground_app;
`;

const SETTINGS = `select coalesce(jsonb_object_agg('app.' || name, current_setting('app.' || name, true)), '{}') as settings
  from unnest(array['principal', 'today', 'areas', 'writing_areas', 'leading_areas', 'relationships', 'organisations',
    'writing_organisations', 'leading_organisations', 'register', 'admin', 'link', 'link_record', 'link_person',
    'link_side', 'link_parties', 'token', 'seat', 'check_in', 'link_user', 'link_area']) name where current_setting('app.' || name, true) is not null`;

/** Asks PostgreSQL itself, past every query of ours: row by row, what each may read and write. The client is a superuser's. */
export async function askRows(
  client: Client,
  planted: readonly Planted[],
  askers: readonly Asker[],
): Promise<Ask> {
  await client.query(FUNCTIONS);
  for (const [at, { table, label, row }] of planted.entries())
    await client.query("insert into probe.planted values ($1, $2, $3, $4)", [
      table,
      at,
      label.replaceAll(/,? /g, "-"),
      JSON.stringify(row),
    ]);
  for (const { letter, who, before } of askers) {
    await client.query("begin");
    if (before) await client.query(before);
    await client.query(
      "select set_config('app.' || name, '', true) from unnest(array['principal', 'today']) name",
    );
    const link = /^link:(.*)$/.exec(who)?.[1];
    const token = /^token:(.*)$/.exec(who)?.[1];
    if (link) await client.query("select from app.enter_link($1, current_date)", [link]);
    else if (token) await client.query("select from app.enter_token($1, current_date)", [token]);
    else if (who !== "") await client.query("select from app.enter($1, current_date)", [who]);
    const { rows } = await client.query(SETTINGS);
    await client.query("rollback");
    await client.query("insert into probe.asker (letter, settings) values ($1, $2)", [
      letter,
      rows[0]?.settings,
    ]);
  }
  const markers = await findMarkers(client);
  return async (table, operation) => {
    const { rows } = await client.query<{ label: string; letters: string }>(
      "select * from probe.answers($1, $2, $3)",
      [table, operation, markers.get(table) ?? ""],
    );
    return rows.map(({ label, letters }) => `${label}:${letters}`).join(" ");
  };
}

/** Where the application may change certain columns alone: what it changes them to. */
const GRANTED: Record<string, string> = {
  code: "label = 'Another', decided_by_id = app.user_id()",
  coding: "ended_at = '2026-01-02', ended_by_id = app.user_id()",
  research_consent: "ended_at = '2026-01-02', ended_by_id = app.user_id()",
  study: "ended_at = '2026-01-02'",
  study_member: "ends_on = '2026-01-02'",
  release_plan: "published_at = '2026-01-02'",
  // The one column of it that is ever changed.
  membership: "ends_on = '2999-01-02'",
};

/** For each table a column no policy goes by, set to what it can hold: one of no index, or a reference left empty. */
async function findMarkers(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ table: string; name: string; type: string; required: boolean }>(
    `select c.relname as table, a.attname as name, t.typname as type, a.attnotnull as required from pg_attribute a
     join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey))
       and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey))
       and a.attname not in ('role', 'level', 'principal', 'binned_at', 'reverted_at', 'area_id', 'relationship_id', 'organisation_id')
     order by c.relname, t.typname = 'uuid', a.attname = 'import_id', a.attnotnull, a.attnum`,
  );
  const values: Record<string, string> = {
    text: "'x'",
    date: "'2026-01-02'",
    timestamptz: "'2026-01-02'",
    bool: "true",
    int4: "2",
    jsonb: "'{}'",
  };
  const found = new Map<string, string>(Object.entries(GRANTED));
  for (const { table, name, type, required } of rows) {
    const value = values[type] ?? (type === "uuid" && !required ? "null" : undefined);
    if (value && !found.has(table)) found.set(table, `"${name}" = ${value}`);
  }
  return found;
}
