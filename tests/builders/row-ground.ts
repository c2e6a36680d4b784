import { createHash } from "node:crypto";
import type { Client } from "pg";
import { type Access, groundOf } from "./fixtures-access";
import { VARIANTS, type Variant } from "./fixtures-records";
import { codeExtras } from "./row-codes";
import { eventExtras } from "./row-events";
import { researchExtras } from "./row-research";
import { BY_NAME, BY_TABLE, idFor, scopeOf } from "./row-values";

/** A row of a table, by a name to speak of it. */
export type Planted = { table: string; label: string; row: Record<string, unknown> };

type Column = {
  table: string;
  name: string;
  type: string;
  required: boolean;
  labels: string[];
  key: boolean;
};
type Reference = { table: string; name: string; to: string };
/** `ofRecord`: tables that hang on a record; `keyed`: those whose key is the record's. */
type Schema = {
  columns: Column[];
  references: Reference[];
  ofRecord: ReadonlySet<string>;
  keyed: ReadonlySet<string>;
};

/** Tables whose rows are the place's own; all others, and organisations for local groups, get a row of each variant. */
const REAL: Record<string, string> = {
  area: "slug",
  organisation: "slug",
  relationship:
    "(select a.slug || '/' || o.slug from area a, organisation o where a.id = t.area_id and o.id = t.council_id)",
  user: "split_part(email, '@', 1)",
  record: "",
};

/** A row of every table for each variant, as nobody's constraint refuses it; the client is the superuser's. */
export async function plantRows(
  client: Client,
  access: Access,
): Promise<{ planted: Planted[]; ofRecord: ReadonlySet<string> }> {
  await client.query("set session_replication_role = replica");
  // Several of one relationship are open at once here: what is asked is who reaches them.
  await client.query("drop index check_in_open, research_consent_once, study_member_once, coding_once");
  const schema = await readSchema(client);
  const tables = [...new Set(schema.columns.map(({ table }) => table))];
  const rows: Planted[] = [];
  for (const table of tables) {
    const isReal = table in REAL;
    const whole = isReal && table !== "organisation" ? [] : VARIANTS.map((variant) => ({ table, variant }));
    const crossed =
      isReal && table !== "record"
        ? extras(access, table)
        : [...crossings(schema, access, table), ...extras(access, table)];
    for (const what of [...whole, ...crossed]) rows.push(...(await plant(client, schema, access, what)));
    if (isReal) rows.push(...(await realRows(client, access, table)));
  }
  return { planted: rows, ofRecord: schema.ofRecord };
}

/** Rows that differ in two things, where one clause asks about both. */
function extras(access: Access, table: string): What[] {
  const { admin } = access.users;
  const { elsewhere, council } = groundOf(access.place, access.users);
  const group = { kinds: ["resident_group"] };
  const ofNoArea = { area_id: null, organisation_id: null };
  const ofElsewhere = { recorded_by_organisation_id: elsewhere.organisationId };
  const { elsewhere: away, "with the other council": theirs } = access.records.request ?? {};
  const saidByLink = { author_id: null, by_person_id: idFor("person", "shared") };
  const byLead = { by_user_id: access.users["community lead"].id };
  const all: Record<string, Record<string, Record<string, unknown>>> = {
    // Of two records, one is kept from some.
    handover_item: {
      "of theirs": { handover_id: theirs },
      "a thing of theirs": { item_id: theirs },
      "of one elsewhere": { handover_id: away },
    },
    meeting_project: {
      "of theirs": { meeting_id: theirs },
      "one of theirs": { project_id: theirs },
      "of one elsewhere": { meeting_id: away },
    },
    event: eventExtras(access),
    ...researchExtras(access),
    ...codeExtras(access),
    break_glass: { "asked by an admin": { asked_by_id: admin.id } },
    reply: {
      "by a link": saidByLink,
      "by a link, on another record": { ...saidByLink, record_id: theirs },
      "by a link, of somebody": { ...saidByLink, author_id: admin.id },
      "by a link, for another": { ...saidByLink, organisation_id: council.organisationId },
    },
    check_in: { "with a result": { state: "released", ended_on: "2026-01-15", result: {} } },
    check_in_seat: { answered: { answered: true, user_id: access.users["community lead"].id } },
    page_change: {
      "of a person": { scope: access.users["community editor"].id },
      "of a side": { scope: council.organisationId },
    },
    scoring_fact: { "of a check-in": { type: "check-in" } },
    membership: { "an admin's own": { user_id: admin.id, role: "researcher", side: null } },
    import_draft: { "by an admin": { by_user_id: admin.id } },
    disclosure: {
      "by a lead": byLead,
      "by a lead, elsewhere": { ...byLead, area_id: elsewhere.areaId },
      "by a lead, for another": { ...byLead, organisation_id: council.organisationId },
    },
    invitation: {
      "by an admin": { invited_by_id: admin.id },
      "by an admin, of another": { invited_by_id: admin.id, role: "researcher", side: null },
      "by the lead": { invited_by_id: access.users["community lead"].id },
      "by the lead, for another": {
        invited_by_id: access.users["community lead"].id,
        organisation_id: council.organisationId,
      },
      "by the lead, of another": {
        ...{ invited_by_id: access.users["community lead"].id, role: "researcher", side: null },
      },
    },
    attachment: {
      "to one": { level: "personal" },
      "shared on a side's": { record_id: access.records.request?.["side, community"] },
    },
    // Recorded elsewhere and nobody here any more: seen by whoever sees that they were made one with somebody.
    person: { merged: ofElsewhere, undone: ofElsewhere },
    told_apart: {
      "of two organisations": { ...ofNoArea, first_organisation_id: idFor("organisation", "shared") },
      "by an admin": {
        ...{ ...ofNoArea, by_user_id: admin.id },
        first_organisation_id: idFor("organisation", "shared"),
      },
      "for another": {
        organisation_id: council.organisationId,
        second_person_id: idFor("person", "side, community"),
      },
      "by an admin, of people": { ...ofNoArea, by_user_id: admin.id },
    },
    organisation: { group, "group elsewhere": { ...group, area_id: elsewhere.areaId } },
  };
  return Object.entries(all[table] ?? {}).map(([label, instead]) => ({
    table,
    variant: "shared",
    label,
    instead,
  }));
}

type What = { table: string; variant: Variant; label?: string; instead?: Record<string, unknown> };

async function plant(client: Client, schema: Schema, access: Access, what: What): Promise<Planted[]> {
  const { table, variant, label = variant, instead = {} } = what;
  const columns = schema.columns.filter((column) => column.table === table);
  const row = { ...rowOf(columns, schema, access, { variant, label }), ...instead };
  await client.query(
    `insert into "${table}" select one.* from jsonb_populate_record(null::public."${table}", $1) one on conflict do nothing`,
    [JSON.stringify(row)],
  );
  const same = columns.filter(({ key }) => key).map(({ name }, at) => `t.${name}::text = $${at + 1}`);
  const keys = columns.filter(({ key }) => key).map(({ name }) => String(row[name]));
  const found = await client.query(
    `select to_jsonb(t) as row from "${table}" t where ${same.join(" and ")}`,
    keys,
  );
  return found.rows.map((one) => ({ table, label, row: one.row }));
}

/**
 * Rows that fit no story: shared, but for one column that is another place's, the other side's, or empty. What a policy
 * compares can differ in one thing alone, so a clause that is gone lets one of these through.
 */
function crossings(schema: Schema, access: Access, table: string): What[] {
  const columns = schema.columns.filter((column) => column.table === table);
  const hasScope = columns.some(({ name }) => name in BY_NAME && name !== "side");
  if (!hasScope && table !== "person" && table !== "person_external_id") return [];
  if (!columns.some(({ name }) => name === "id")) return [];
  const of = (variant: Variant) => rowOf(columns, schema, access, { variant, label: variant });
  const shared = of("shared");
  const others = (["elsewhere", "side, council", "voided"] as const).map((name) => ({ name, row: of(name) }));
  const concerned = columns.filter(
    ({ name, type }) => (type === "uuid" && name !== "id") || name === "principal" || name === "level",
  );
  const has = (name: string) => columns.some((column) => column.name === name);
  const ofElsewhere: What = {
    ...{ table, variant: "side, community", label: "a side's, of elsewhere" },
    instead: { organisation_id: scopeOf(access, "elsewhere").organisation_id },
  };
  const mixed = concerned.flatMap(({ name, required }) => {
    const values = [...others, ...(required ? [] : [{ name: "none", row: { [name]: null } }])];
    const different = values.filter(({ row }) => row[name] !== shared[name] && row[name] !== undefined);
    return different.map((one) => ({
      table,
      variant: "shared" as const,
      label: `${name}=${one.name}`,
      instead: { [name]: one.row[name] },
    }));
  });
  return has("level") && has("organisation_id") ? [...mixed, ofElsewhere] : mixed;
}

async function realRows(client: Client, access: Access, table: string): Promise<Planted[]> {
  // An import made them, and may be taken back: Elsewhere's was already.
  const here = {
    area: "t.slug = 'oakfield'",
    relationship: "t.area_id = (select id from area where slug = 'oakfield')",
  };
  if (table in here)
    await client.query(
      `update "${table}" t set import_id = case when ${here[table as keyof typeof here]} then $1::uuid else $2 end`,
      [idFor("import", "shared"), idFor("import", "with the other council")],
    );
  const { rows } = await client.query<{ label: string; row: Record<string, unknown> }>(
    `select ${REAL[table] || "id::text"} as label, to_jsonb(t) as row from "${table}" t order by 1`,
  );
  if (table !== "record")
    return rows.filter(({ label }) => !label.startsWith(`${table} `)).map((one) => ({ table, ...one }));
  return VARIANTS.flatMap((variant) =>
    rows
      .filter(({ label }) => label === access.records.request?.[variant])
      .map(({ row }) => ({ table, label: variant, row })),
  );
}

function rowOf(
  columns: Column[],
  schema: Schema,
  access: Access,
  { variant, label }: { variant: Variant; label: string },
): Record<string, unknown> {
  const scope = scopeOf(access, variant);
  const value = (column: Column): unknown => {
    const { table, name, required } = column;
    const own = BY_TABLE[`${table}.${name}`] ?? BY_NAME[name];
    if (own) return own(variant, scope);
    const to = schema.references.find((one) => one.table === table && one.name === name)?.to;
    if (to === "import") return idFor("import", variant);
    if (!required) return null;
    if (to === undefined) return name === "id" ? idFor(table, label) : anything(column, label);
    if (schema.keyed.has(to)) return scope.record(variant);
    const places: Record<string, unknown> = {
      area: scope.area_id,
      relationship: scope.relationship_id,
      organisation: scope.organisation_id,
      user: scope.author_id,
    };
    return places[to] ?? idFor(to, variant);
  };
  return Object.fromEntries(columns.map((column) => [column.name, value(column)]));
}

function anything({ table, name, type, labels }: Column, label: string): unknown {
  if (name === "token_hash") return createHash("sha256").update(`${table} ${label}`).digest("hex");
  if (labels.length > 0) return type.startsWith("_") ? [labels[0]] : labels[0];
  if (type.startsWith("_")) return [];
  const simple: Record<string, unknown> = {
    bool: false,
    jsonb: {},
    date: "2026-01-01",
    timestamptz: "2026-01-01T12:00:00Z",
    bytea: "",
    uuid: idFor(`${table}.${name}`, label),
  };
  return type in simple ? simple[type] : /^(int|float|numeric)/.test(type) ? 1 : `${table} ${label}`;
}

/** What the tables look like, by the catalogue itself: a table made tomorrow is planted too. */
async function readSchema(client: Client): Promise<Schema> {
  const columns = await client.query<Column>(
    `select c.relname as table, a.attname as name, t.typname as type, a.attnotnull as required,
       coalesce((select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e
         where e.enumtypid in (t.oid, t.typelem)), '{}') as labels,
       exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as key
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and c.relname <> '_prisma_migrations' order by c.relname, a.attnum`,
  );
  const { rows: references } = await client.query<Reference>(
    `select s.relname as table, a.attname as name, r.relname as to from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     join pg_class s on s.oid = c.conrelid join pg_class r on r.oid = c.confrelid where c.contype = 'f'`,
  );
  const required = (one: Reference) =>
    columns.rows.some(({ table, name, required }) => table === one.table && name === one.name && required);
  const isKey = (one: Reference) =>
    columns.rows.some(({ table, name, key }) => table === one.table && name === one.name && key);
  const ofRecord = grow(references.filter(required));
  return { columns: columns.rows, references, ofRecord, keyed: grow(references.filter(isKey)) };
}

/** The tables that lead to a record by these references. */
function grow(references: readonly Reference[]): Set<string> {
  const found = new Set(["record"]);
  for (let grown = 0; grown < found.size; ) {
    grown = found.size;
    for (const one of references) if (found.has(one.to)) found.add(one.table);
  }
  return found;
}
