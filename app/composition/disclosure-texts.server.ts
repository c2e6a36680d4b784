import type { ToldRecord } from "~/features/disclosures/disclosure";
import type { RecordText } from "~/features/disclosures/redact";
import { type AreaActor, ownOrganisations } from "~/features/identity/actor";
import { KIND_WORDS, type RecordBase } from "~/features/records/record";
import type { Tx } from "~/platform/db.server";
import { Prisma } from "~/platform/db.server";
import { SOURCES } from "./disclosed-columns";
import { idsNamed, type SourceRow, textsOf } from "./disclosure-words";

export type Told = {
  /** Each record as it can be told from outside, by its id. */
  records: ReadonlyMap<string, ToldRecord>;
  /** The people those records name. */
  named: readonly string[];
};

/** Every word that these records hold for this actor, who sees them all. One statement for the rows of all kinds. */
export async function findTold(tx: Tx, actor: AreaActor, records: readonly RecordBase[]): Promise<Told> {
  const rows = (await findRows(tx, records)).filter((row) => isTheirs(row, actor));
  const named = idsNamed(rows);
  const people = await tx.person.findMany({ where: { id: { in: named } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const organisations = await tx.organisation.findMany({
    where: { id: { in: [...new Set(records.map(({ organisationId }) => organisationId))] } },
    select: { id: true, shortName: true },
  });
  const shortNames = new Map(organisations.map(({ id, shortName }) => [id, shortName]));
  const own = new Map<string, SourceRow[]>();
  for (const row of rows) own.set(row.recordId, [...(own.get(row.recordId) ?? []), row]);
  const told = records.map((record): [string, ToldRecord] => {
    const texts = textsOf(own.get(record.id) ?? [], names, (side) => (side ?? record.side) !== actor.side);
    const by = shortNames.get(record.organisationId) ?? "One of the sides";
    return [record.id, toldOf(record, by, texts)];
  });
  return { records: new Map(told), named };
}

function toldOf(record: RecordBase, by: string, texts: readonly RecordText[]): ToldRecord {
  return {
    kind: KIND_WORDS[record.kind].one + (record.voidedOn ? ", void" : record.binned ? ", in the bin" : ""),
    day: record.occurredOn,
    by,
    ofOther: texts.some(({ ofOther }) => ofOther),
    texts,
  };
}

/** A file is another thing to see than its record, and may be gone. */
function isTheirs({ source, row }: SourceRow, actor: AreaActor): boolean {
  if (source !== "attachment") return true;
  const own = row.level === "side" && ownOrganisations(actor).includes(String(row.organisation_id));
  return row.removed_at === null && (row.level === "shared" || own);
}

type Row = { source: string; record_id: string; row: Record<string, unknown> };

async function findRows(tx: Tx, records: readonly RecordBase[]): Promise<SourceRow[]> {
  const ids = records.map(({ id }) => id);
  const parts = Object.entries(SOURCES).map(([table, { key, under }]) => {
    const from = under
      ? Prisma.raw(
          `"${table}" t JOIN "${under.table}" u ON u.id = t."${key}" JOIN wanted w ON w.id = u."${under.key}"`,
        )
      : Prisma.raw(`"${table}" t JOIN wanted w ON w.id = t."${key}"`);
    return Prisma.sql`SELECT ${table}::text AS source, w.id AS record_id, to_jsonb(t) AS row FROM ${from}`;
  });
  const rows = await tx.$queryRaw<Row[]>`
    WITH wanted AS (SELECT unnest(${ids}::uuid[]) AS id) ${Prisma.join(parts, " UNION ALL ")}`;
  return rows.map(({ source, record_id, row }) => ({ source, recordId: record_id, row }));
}
