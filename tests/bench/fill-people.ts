import { personNameSql } from "./place.ts";

// SQL that fills an empty database with who and where, from the temporary table `bench_area` (n, people, meetings,
// promises, first_person, first_meeting, first_promise). Everything follows from these numbers and today's date.

/** Ids that are the same each time, valid as UUID v7 and in order of their number. */
export const IDS = `
CREATE FUNCTION pg_temp.id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(1767225600000 + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000'
    || lpad(to_hex(n), 12, '0'))::uuid $$`;

/** The kinds of id above. */
const ID = {
  user: 1,
  account: 2,
  partnership: 3,
  council: 4,
  area: 5,
  relationship: 6,
  membership: 7,
} as const;

const COUNCILS = "(SELECT DISTINCT n / 2 AS k FROM bench_area) c";
const COUNCIL_USERS = 1_000_000;

/** Statements in order; `$1` is the hash of everybody's password in the one that names it. */
export const PLACES: readonly string[] = [
  `INSERT INTO organisation (id, slug, name, short_name, kinds, tier)
   SELECT pg_temp.id(${ID.council}, k), 'council-' || k, 'Council of Place ' || k, 'Place ' || k || ' Council',
     '{council}', 'district' FROM ${COUNCILS}`,
  `INSERT INTO organisation (id, slug, name, short_name, kinds)
   SELECT pg_temp.id(${ID.partnership}, n), 'partnership-' || n, 'Partnership of Area ' || n, 'Area ' || n || ' Partnership',
     '{partnership}' FROM bench_area`,
  `INSERT INTO area (id, slug, code, name, wave, region, partnership_id)
   SELECT pg_temp.id(${ID.area}, n), 'area-' || n, 'B' || n, 'Area number ' || n, 1 + n % 3, 'Invented',
     pg_temp.id(${ID.partnership}, n) FROM bench_area`,
  `INSERT INTO relationship (id, area_id, council_id, starts_on)
   SELECT pg_temp.id(${ID.relationship}, n), pg_temp.id(${ID.area}, n), pg_temp.id(${ID.council}, n / 2), current_date - 3000
   FROM bench_area`,
  `INSERT INTO "user" (id, name, email, email_verified)
   SELECT pg_temp.id(${ID.user}, n), 'Chair of area ' || n, 'community-' || n || '@bench.example', true FROM bench_area
   UNION ALL SELECT pg_temp.id(${ID.user}, ${COUNCIL_USERS} + k), 'Officer of council ' || k,
     'council-' || k || '@bench.example', true FROM ${COUNCILS}`,
  `INSERT INTO membership (id, user_id, organisation_id, role, side, starts_on)
   SELECT pg_temp.id(${ID.membership}, n), pg_temp.id(${ID.user}, n), pg_temp.id(${ID.partnership}, n), 'lead'::access_role, 'community'::side,
     current_date - 3000 FROM bench_area
   UNION ALL SELECT pg_temp.id(${ID.membership}, ${COUNCIL_USERS} + k), pg_temp.id(${ID.user}, ${COUNCIL_USERS} + k),
     pg_temp.id(${ID.council}, k), 'lead'::access_role, 'council'::side, current_date - 3000 FROM ${COUNCILS}`,
  `INSERT INTO person (id, name, email, recorded_by_organisation_id)
   SELECT pg_temp.id(8, a.first_person + j),
     ${personNameSql("(a.first_person + j)")},
     'person-' || (a.first_person + j) || '@bench.example',
     CASE WHEN j % 2 = 0 THEN pg_temp.id(${ID.council}, a.n / 2) ELSE pg_temp.id(${ID.partnership}, a.n) END
   FROM bench_area a, generate_series(0, a.people - 1) j`,
  `INSERT INTO appointment (id, person_id, organisation_id, area_id, role, level, starts_on, checked_on)
   SELECT pg_temp.id(9, a.first_person + j), pg_temp.id(8, a.first_person + j),
     CASE WHEN j % 2 = 0 THEN pg_temp.id(${ID.council}, a.n / 2) ELSE pg_temp.id(${ID.partnership}, a.n) END,
     pg_temp.id(${ID.area}, a.n),
     CASE WHEN j % 2 = 0 THEN ('{councillor,officer,front-line-officer,senior-manager}'::text[])[1 + (j / 2) % 4]
          ELSE ('{member,resident,volunteer,secretary}'::text[])[1 + (j / 2) % 4] END,
     CASE WHEN j % 2 = 0 THEN ('{elected,officer,front_line,senior}'::post_level[])[1 + (j / 2) % 4] ELSE 'community' END,
     current_date - 900 + (j % 300)::int, current_date - (j % 200)::int
   FROM bench_area a, generate_series(0, a.people - 1) j`,
];

/** The accounts' passwords. */
export const PASSWORDS = `INSERT INTO account (id, user_id, account_id, provider_id, password)
  SELECT pg_temp.id(${ID.account}, row_number() OVER (ORDER BY id)), id, id::text, 'credential', $1 FROM "user"`;
