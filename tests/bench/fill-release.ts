import { MEETING_FACTS, MEETINGS, PROMISE_FACTS, PROMISES } from "./fill-records.ts";

// SQL that fills a place with what a release reads, and nothing besides: what kinds of areas there are, that both sides let
// them in, and the facts that their records say to the score. Of records of other kinds than meetings and promises each area
// has thirty, and the answers of two check-ins, so that all of it may be told of.

const LONG_AGO = "(current_date - 900)";
/** The last day of the quarter that is over, and of the one before it. */
const ENDS = `(SELECT q, (date_trunc('quarter', current_date) - make_interval(months => 3 * q))::date - 1 AS ends
  FROM generate_series(0, 1) q) e`;

const KINDS = [
  `UPDATE organisation SET tier = (array['district', 'unitary', 'metropolitan', 'county', 'district'])[1 + k % 5]::tier
   FROM (SELECT DISTINCT n / 2 AS k FROM bench_area) c WHERE id = pg_temp.id(4, k)`,
  `UPDATE area SET rural_urban = (array['Urban', 'Urban with rural areas', 'Rural'])[1 + (n / 2) % 3],
     deprivation_quintile = 1 + n % 5, region = 'Region ' || (n / 6) % 5
   FROM bench_area WHERE id = pg_temp.id(5, n)`,
];

const CONSENTS = `
INSERT INTO research_consent (id, relationship_id, organisation_id, side, scope, given_by_id, given_at)
SELECT pg_temp.id(17, 4 * n + 2 * s + c), pg_temp.id(6, n),
  CASE s WHEN 0 THEN pg_temp.id(3, n) ELSE pg_temp.id(4, n / 2) END, (array['community', 'council'])[1 + s]::side,
  (array['figures', 'studies'])[1 + c]::consent_scope,
  CASE s WHEN 0 THEN pg_temp.id(1, n) ELSE pg_temp.id(1, 1000000 + n / 2) END, ${LONG_AGO}
FROM bench_area, generate_series(0, 1) s, generate_series(0, 1) c`;

/** Some thing between 0 and 1 that an area and a number give. */
const share = (number: string) => `(abs(hashint8(n::bigint * 7919 + ${number})) % 1000 / 1000.0)`;
const SIDE = "(array['council', 'community'])[1 + k % 2]";
const OTHER = "(array['community', 'council'])[1 + k % 2]";

/** So many facts of a type in each area, every so many days back. `body` sees n, k and the day `d`. */
function facts(kind: number, type: string, [count, every]: [number, number], body: string): string {
  return `
INSERT INTO scoring_fact (id, source_id, area_id, relationship_id, type, body, known_from)
SELECT id, id, pg_temp.id(5, n), pg_temp.id(6, n), '${type}',
  jsonb_build_object('type', '${type}', 'id', id, ${body}), d + time '18:00'
FROM (SELECT n, k, current_date - 20 - k * ${every} AS d, pg_temp.id(${kind}, n::bigint * 100 + k) AS id
  FROM bench_area, generate_series(0, ${count - 1}) k) made`;
}

const OTHERS = [
  facts(
    18,
    "request",
    [10, 33],
    `'to', ${SIDE}, 'asked', d, 'target', d + 28, 'judged', 'straight',
    'answered', CASE WHEN ${share("k")} < 0.8 THEN d + 12 END`,
  ),
  facts(
    19,
    "aim",
    [4, 90],
    `'owner', ${SIDE}, 'stated_by', ${SIDE}, 'recorded', d,
    'acknowledged', CASE WHEN ${share("k + 50")} < 0.7 THEN d + 15 END`,
  ),
  facts(
    20,
    "milestone",
    [8, 45],
    `'owner', ${SIDE}, 'set', d - 40, 'due', d, 'done', CASE WHEN ${share("k + 90")} < 0.8 THEN d - 2 END,
    'acknowledged', CASE WHEN ${share("k + 90")} < 0.6 THEN d + 3 END`,
  ),
  facts(
    21,
    "proposal",
    [4, 80],
    `'to', ${OTHER}, 'proposed', d, 'answered', CASE WHEN ${share("k + 130")} < 0.7 THEN d + 9 END`,
  ),
  facts(22, "engagement-event", [3, 100], `'date', d, 'host', 'joint', 'told_back', d + 15`),
  facts(
    23,
    "mou",
    [1, 1],
    `'signed', jsonb_build_object('council', d - 300, 'community', d - 302), 'review_due', d - 100, 'reviewed', d - 101`,
  ),
];

const PEOPLE = 6;
const three = (component: number) =>
  `jsonb_build_array(${[1, 2, 3]
    .map(
      (one) =>
        `2 + (3.4 * (0.5 * ${share("0")} + 0.5 * ${share(`p * 31 + ${component * 3 + one} + 500 * q`)}))::int`,
    )
    .join(", ")})`;

const CHECK_INS = `
INSERT INTO scoring_fact (id, source_id, area_id, relationship_id, type, body, known_from)
SELECT pg_temp.id(25, (n * 2 + q) * ${2 * PEOPLE} + p), round, pg_temp.id(5, n), pg_temp.id(6, n), 'check-in',
  jsonb_build_object('type', 'check-in', 'id', round || '.' || pg_temp.id(26, n * ${2 * PEOPLE} + p),
    'who', pg_temp.id(26, n * ${2 * PEOPLE} + p), 'side', (array['council', 'community'])[1 + p % 2], 'date', ends - 10,
    'items', jsonb_build_object('recognition', ${three(0)}, 'trust', ${three(1)}, 'dialogue', ${three(2)},
      'flexibility', ${three(3)}, 'ownership', ${three(4)})),
  ends - 10 + time '00:00'
FROM (SELECT n, p, q, ends, pg_temp.id(24, n::bigint * 2 + q) AS round
  FROM bench_area, ${ENDS}, generate_series(0, ${2 * PEOPLE - 1}) p) asked`;

/** Records of other kinds that each area has. */
export const OTHER_RECORDS = 30;

/** Statements in order. */
export const RELEASED: readonly string[] = [
  ...KINDS,
  CONSENTS,
  MEETINGS,
  PROMISES,
  MEETING_FACTS,
  PROMISE_FACTS,
  ...OTHERS,
  CHECK_INS,
];
