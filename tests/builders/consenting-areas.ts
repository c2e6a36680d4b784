import { Client } from "pg";
import type { Fact } from "~/features/scoring/facts";
import { newId } from "~/platform/ids";

/** Answers of ten people on each side: enough to set an area beside others, and nothing but answers. */
const VOICES = 12;

type Area = { id: string; relationship: string; partnership: string; council: string };

export type Consenting = Awaited<ReturnType<typeof buildConsentingAreas>>;

/**
 * Areas that may be compared, as bare rows: each a relationship with one of some councils, its check-in answered by twelve
 * people a side on `surveyedOn`, and the yes of both sides to releases and to studies from `consentedAt` on. Good areas and
 * bad ones alternate: the answers of area i are 2 + (i mod 4).
 */
export async function buildConsentingAreas(
  ownerUrl: string,
  {
    count,
    by,
    surveyedOn,
    consentedAt,
  }: { count: number; by: string; surveyedOn: string; consentedAt: string },
) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("select set_config('app.principal', 'maintenance', false)");
  const insert = (table: string, rows: readonly object[]) =>
    client.query(
      `insert into ${table} (${columnsOf(rows)}) select ${columnsOf(rows)} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  const councils = Array.from({ length: Math.ceil(count / 4) }, (_, i) =>
    organisation(`council-${i}`, "council", "district"),
  );
  const partnerships = Array.from({ length: count }, (_, i) =>
    organisation(`partnership-${i}`, "partnership", null),
  );
  await insert("organisation", [...councils, ...partnerships]);
  const areas = partnerships.map(
    ({ id: partnership }, i): Area => ({
      id: newId(new Date(consentedAt)),
      relationship: newId(new Date(consentedAt)),
      partnership,
      council: councils[i % councils.length]?.id ?? "",
    }),
  );
  const made = { revision: 1, created_at: consentedAt };
  await insert(
    "area",
    areas.map(({ id, partnership }, i) => ({
      id,
      slug: `area-${i}`,
      name: `Area ${i}`,
      partnership_id: partnership,
      rural_urban: i % 2 === 0 ? "Urban" : "Rural",
      deprivation_quintile: (i % 3) + 1,
      demo: false,
      ...made,
    })),
  );
  await insert(
    "relationship",
    areas.map(({ id, relationship, council }) => ({
      id: relationship,
      area_id: id,
      council_id: council,
      request_working_days: 20,
      ...made,
    })),
  );
  await insert(
    "research_consent",
    areas.flatMap((area) => yes(area, by, consentedAt)),
  );
  await insert(
    "scoring_fact",
    areas.flatMap((area, i) => answers(area, i, surveyedOn)),
  );
  return { areas, client, end: () => client.end() };
}

const columnsOf = (rows: readonly object[]) => Object.keys(rows[0] ?? {}).join(", ");

function organisation(slug: string, kind: string, tier: string | null) {
  const id = newId(new Date("2020-01-01T12:00:00Z"));
  return {
    id,
    slug,
    name: slug,
    short_name: slug,
    kinds: [kind],
    tier,
    revision: 1,
    created_at: "2020-01-01T12:00:00Z",
  };
}

function yes({ relationship, council, partnership }: Area, by: string, at: string) {
  return (["council", "community"] as const).flatMap((side) =>
    (["figures", "studies"] as const).map((scope) => ({
      id: newId(new Date(at)),
      relationship_id: relationship,
      organisation_id: side === "council" ? council : partnership,
      side,
      scope,
      given_by_id: by,
      given_at: at,
    })),
  );
}

function answers({ id, relationship }: Area, i: number, on: string) {
  const said = 2 + (i % 4);
  return (["council", "community"] as const).flatMap((side) =>
    Array.from({ length: VOICES }, (_, person) => {
      const source = newId(new Date(on));
      const three: [number, number, number] = [said, said, Math.min(5, said + (person % 2))];
      const items = {
        recognition: three,
        trust: three,
        dialogue: three,
        flexibility: three,
        ownership: three,
      };
      const body: Fact = {
        type: "check-in",
        id: `${source}.${person}`,
        who: `${id} ${side} ${person}`,
        side,
        date: on,
        items,
      };
      return {
        id: newId(new Date(on)),
        source_id: source,
        area_id: id,
        relationship_id: relationship,
        type: "check-in",
        body,
        known_from: `${on}T18:00:00Z`,
      };
    }),
  );
}
