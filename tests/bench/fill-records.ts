// SQL that fills a place with its records, from the same table as fill-people.ts. Every area has the same last 300
// days, so that what a score still has to look at is the same whatever the length of the history; the rest of its
// records lie evenly over the four years before.

const RECENT = 100;
const OLDER_DAYS = 1_500;

/** A temporary table: what every statement below needs of a meeting. */
export const MEETINGS = `
CREATE TEMPORARY TABLE bench_meeting AS
SELECT pg_temp.id(10, a.first_meeting + k) AS id, a.n, k, a.first_meeting + k AS number,
  current_date - CASE WHEN k < ${RECENT} THEN 2 + 3 * k
    ELSE ${RECENT * 3 + 2} + ((k - ${RECENT})::bigint * ${OLDER_DAYS} / greatest(1, a.meetings - ${RECENT}))::int END AS held_on,
  a.first_person, a.people
FROM bench_area a, generate_series(0, a.meetings - 1) k`;

/** The same of a promise. */
export const PROMISES = `
CREATE TEMPORARY TABLE bench_promise AS
SELECT pg_temp.id(13, number) AS id, number, n, k, by_side, made_on, made_on + 21 AS due_on,
  CASE WHEN k < 3 THEN NULL WHEN k % 7 = 0 THEN made_on + 24 ELSE made_on + 20 END AS done_on,
  CASE WHEN k < 3 THEN NULL ELSE made_on + 26 END AS confirmed_on
FROM (
  SELECT a.n, k, a.first_promise + k AS number, CASE WHEN k % 2 = 0 THEN 'council' ELSE 'community' END AS by_side,
    current_date - CASE WHEN k < 3 THEN 5 + 3 * k WHEN k < 20 THEN 30 + 15 * k
      ELSE 330 + ((k - 20)::bigint * ${OLDER_DAYS} / greatest(1, a.promises - 20))::int END AS made_on
  FROM bench_area a, generate_series(0, a.promises - 1) k) made`;

const BASES = `
CREATE TEMPORARY TABLE bench_record AS
SELECT id, 'meeting' AS kind, n, k, 'Meeting number ' || number AS title, held_on AS on_day FROM bench_meeting
UNION ALL SELECT id, 'commitment', n, k, 'Promise number ' || number, made_on FROM bench_promise`;

// Both sides take turns in writing.
const OURS = "k % 2 = 0";
const AUTHOR = `CASE WHEN ${OURS} THEN pg_temp.id(1, n) ELSE pg_temp.id(1, 1000000 + n / 2) END`;
const ORGANISATION = `CASE WHEN ${OURS} THEN pg_temp.id(3, n) ELSE pg_temp.id(4, n / 2) END`;
const SIDE = `CASE WHEN ${OURS} THEN 'community'::side ELSE 'council'::side END`;
const WRITTEN_AT = "((on_day + time '18:00') AT TIME ZONE 'Europe/London')";

// As meetings/meeting.facts.ts and commitments/commitment.facts.ts give them.

/** What the meetings say to the score. */
export const MEETING_FACTS = `INSERT INTO scoring_fact (id, source_id, area_id, relationship_id, type, body, known_from)
   SELECT pg_temp.id(15, number), id, pg_temp.id(5, n), pg_temp.id(6, n), 'meeting',
     jsonb_build_object('type', 'meeting', 'id', id, 'date', held_on, 'status', 'held', 'how', 'in person', 'attended',
       jsonb_build_array('council', 'community'),
       'minutes_sent', CASE WHEN held_on < current_date - 10 THEN held_on + 4 END, 'actions', 0, 'actions_owned', 0),
     held_on + time '18:00' FROM bench_meeting`;

/** What the promises say to the score. */
export const PROMISE_FACTS = `INSERT INTO scoring_fact (id, source_id, area_id, relationship_id, type, body, known_from)
   SELECT pg_temp.id(16, number), id, pg_temp.id(5, n), pg_temp.id(6, n), 'commitment',
     jsonb_build_object('type', 'commitment', 'id', id, 'by', by_side, 'made', made_on, 'due', due_on, 'done', done_on,
       'confirmed', confirmed_on, 'renegotiated', jsonb_build_array()),
     made_on + time '18:00' FROM bench_promise`;

/** Statements in order. */
export const RECORDS: readonly string[] = [
  MEETINGS,
  PROMISES,
  BASES,
  `INSERT INTO record (id, kind, area_id, relationship_id, organisation_id, side, author_id, level, title, occurred_on,
     recorded_on, recorded_at, updated_at, opened_by_other_at)
   SELECT id, kind, pg_temp.id(5, n), pg_temp.id(6, n), ${ORGANISATION}, ${SIDE}, ${AUTHOR}, 'shared', title, on_day, on_day,
     ${WRITTEN_AT}, ${WRITTEN_AT}, ${WRITTEN_AT} FROM bench_record`,
  `INSERT INTO meeting (record_id, status, how, formal, starts_at, duration_minutes, place)
   SELECT id, 'held', 'in_person', true, '18:00', 60, 'Community hall' FROM bench_meeting`,
  `INSERT INTO meeting_attendance (id, meeting_id, person_id, side, capacity, attendance)
   SELECT pg_temp.id(11, number * 3 + place), id, pg_temp.id(8, first_person + (k * 2 + place) % (people / 2 * 2)),
     CASE WHEN (k * 2 + place) % 2 = 0 THEN 'council'::side ELSE 'community'::side END,
     CASE WHEN (k * 2 + place) % 2 = 0 THEN 'officer' ELSE 'member' END, 'attended'
   FROM bench_meeting, generate_series(0, 2) place`,
  `INSERT INTO minutes (id, meeting_id, version, text, drafted_by_side, drafted_on, sent_on)
   SELECT pg_temp.id(12, number), id, 1, 'What was said and agreed.', 'community', held_on + 2, held_on + 4
   FROM bench_meeting WHERE held_on < current_date - 10`,
  `INSERT INTO commitment (record_id, by_side, due_on, done_on, done_said_on, confirmed_on)
   SELECT id, by_side::side, due_on, done_on, done_on, confirmed_on FROM bench_promise`,
  `INSERT INTO event (id, at, principal, actor_id, command, area_id, relationship_id, organisation_id, side, level,
     subject_id, data)
   SELECT pg_temp.id(14, row_number() OVER ()), ${WRITTEN_AT}, 'user:' || (${AUTHOR})::text, ${AUTHOR},
     CASE kind WHEN 'meeting' THEN 'meetings.log' ELSE 'commitments.record' END,
     pg_temp.id(5, n), pg_temp.id(6, n), ${ORGANISATION}, ${SIDE}, 'shared', id,
     jsonb_build_object('kind', kind, 'title', title) FROM bench_record`,
  MEETING_FACTS,
  PROMISE_FACTS,
];
