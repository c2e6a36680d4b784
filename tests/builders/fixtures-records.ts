import { Client } from "pg";
import { newId } from "~/platform/ids";
import type { Principal } from "../contracts/access.table";

const COMMUNITY: readonly Principal[] = ["community reader", "community editor", "community lead"];
const LET_IN: Principal = "admin let in";
const COUNCIL: readonly Principal[] = ["council reader", "council editor", "council lead"];

/** Ways in which a record can be kept from somebody, and who alone may see it. All but the last are of Oakfield. */
export const SEEN_BY = {
  shared: [...COMMUNITY, ...COUNCIL, LET_IN],
  voided: [...COMMUNITY, ...COUNCIL, LET_IN],
  "with the other council": [...COMMUNITY, "other council", LET_IN],
  "side, community": COMMUNITY,
  "side, council": COUNCIL,
  "personal, community": ["community editor"],
  "personal, council": ["council editor"],
  "binned by the community": COMMUNITY,
  elsewhere: ["another area"],
} as const satisfies Record<string, readonly Principal[]>;

export type Variant = keyof typeof SEEN_BY;
export const VARIANTS = Object.keys(SEEN_BY) as Variant[];

/** Whether this principal may see a record of this variant. */
export function maySee(principal: Principal, variant: Variant): boolean {
  return (SEEN_BY[variant] as readonly Principal[]).includes(principal);
}

type Author = { organisationId: string; authorId: string; side: "community" | "council" };
export type Ground = {
  community: Author;
  council: Author;
  otherRelationshipId: string;
  elsewhere: Author & { areaId: string; relationshipId: string };
};

/** What a variant changes in the record that was shared by the community's editor with the borough. */
export function changesFor(variant: Variant, ground: Ground): Record<string, unknown> {
  const by = ({ organisationId, authorId, side }: Author) => ({
    organisation_id: organisationId,
    author_id: authorId,
    side,
  });
  const { community, council, elsewhere } = ground;
  const all: Record<Variant, Record<string, unknown>> = {
    shared: {},
    voided: { voided_on: "2026-01-02", void_asked_on: "2026-01-01", void_asked_by_side: "community" },
    "with the other council": { relationship_id: ground.otherRelationshipId },
    "side, community": { level: "side", ...by(community) },
    "side, council": { level: "side", ...by(council) },
    "personal, community": { level: "personal", ...by(community) },
    "personal, council": { level: "personal", ...by(council) },
    "binned by the community": { binned_at: "2026-01-01T12:00:00Z" },
    elsewhere: { area_id: elsewhere.areaId, relationship_id: elsewhere.relationshipId, ...by(elsewhere) },
  };
  return all[variant];
}

/** A word found nowhere else: the record's title, and each of its texts. */
export function canaryOf(kind: string, variant: string): string {
  return `canary ${kind} ${variant}`.replace(/[^a-z]+/g, "-");
}

/** A kind's own table, and the columns of it that hold what people typed. */
export const KIND_TABLES: Record<string, { table: string; texts: readonly string[] }> = {
  request: { table: "request", texts: ["detail"] },
  commitment: { table: "commitment", texts: ["detail"] },
  project: {
    table: "project",
    texts: ["aim", "responsibility", "case_text", "decision_from", "closed_note"],
  },
  milestone: { table: "milestone", texts: ["evidence"] },
  meeting: { table: "meeting", texts: ["purpose", "went_well", "went_badly", "place"] },
  evidence: { table: "evidence", texts: ["answer_words"] },
  aim: { table: "aim", texts: ["detail"] },
  // Its words hang on a version; tests/builders/agreement.ts writes them.
  mou: { table: "mou", texts: ["other_parties", "clause"] },
  handover: { table: "handover", texts: ["note"] },
  proposal: { table: "proposal", texts: ["detail"] },
  note: { table: "note", texts: ["text"] },
};

const GONE: readonly Variant[] = ["voided", "binned by the community"];
const KEPT: readonly Variant[] = VARIANTS.filter((variant) => /^(side|personal)/.test(variant));

/** Every canary there is on a page: the title and each text; of what is gone the title alone. A note is never shared. */
export function canariesOf(): { canary: string; variant: Variant }[] {
  return Object.entries(KIND_TABLES).flatMap(([kind, { texts }]) =>
    (kind === "note" ? KEPT : VARIANTS).flatMap((variant) => {
      const title = canaryOf(kind, variant);
      const shown = GONE.includes(variant) ? [] : texts.map((column) => `${title}.${column}`);
      return [title, ...shown].map((canary) => ({ canary, variant }));
    }),
  );
}

/** A connection as the owner, past row security: what maintenance sees. */
export async function asMaintenance<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.principal', 'maintenance', false)");
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One record of each variant, copied row by row from one that the commands made, with its canary in every text. */
export async function buildVariants(
  ownerUrl: string,
  kind: string,
  sampleId: string,
  ground: Ground,
): Promise<Record<Variant, string>> {
  const { table, texts } = KIND_TABLES[kind] ?? { table: kind, texts: [] };
  return asMaintenance(ownerUrl, async (client) => {
    const ids: Partial<Record<Variant, string>> = {};
    for (const variant of VARIANTS) {
      const id = newId();
      const canary = canaryOf(kind, variant);
      const words = Object.fromEntries(texts.map((column) => [column, `${canary}.${column}`]));
      const opened = { opened_by_other_at: "2026-01-01T12:00:00Z" };
      const record = { id, title: canary, ...opened, ...changesFor(variant, ground) };
      await copyRow(client, "record", "id", sampleId, record);
      await copyRow(client, table, "record_id", sampleId, { record_id: id, ...words });
      ids[variant] = id;
    }
    return ids as Record<Variant, string>;
  });
}

async function copyRow(
  client: Client,
  table: string,
  key: string,
  from: string,
  changes: Record<string, unknown>,
): Promise<void> {
  await client.query(
    `insert into ${table} select (jsonb_populate_record(t, $2::jsonb)).* from ${table} t where ${key} = $1`,
    [from, JSON.stringify(changes)],
  );
}
