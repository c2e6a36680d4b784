import type { Operation } from "../builders/row-answers";
import { idFor } from "../builders/row-values";
import type { Principal } from "./access.table";
import { AUDIT_LINES } from "./row-security-audit.table";
import { CHECK_IN_LINES } from "./row-security-check-ins.table";
import { CODE_LINES } from "./row-security-codes.table";
import { DISCLOSURE_LINES } from "./row-security-disclosures.table";
import { PARTNERSHIP_LINES } from "./row-security-partnership.table";
import { PEOPLE_LINES } from "./row-security-people.table";
import { RESEARCH_LINES } from "./row-security-research.table";
import { SIGNING_IN_LINES } from "./row-security-signing-in.table";

/** Who is meant by which letter. Small: the community; capital: the borough. */
export const LETTERS: Record<
  string,
  Principal | "auth" | "scorer" | "release" | `job:${string}` | `link:${string}` | `token:${string}`
> = {
  n: "nobody",
  r: "community reader",
  e: "community editor",
  l: "community lead",
  R: "council reader",
  E: "council editor",
  L: "council lead",
  o: "other council",
  a: "another area",
  s: "researcher",
  A: "admin",
  x: "ended",
  c: "closed",
  i: "auth",
  f: "scorer",
  u: "job:outside",
  /** A contact of the community, by a link that answers the shared record. */
  k: `link:${idFor("link", "shared")}`,
  j: "job:send-link",
  /** A program of the community editor's, by a token for an area its owner does not stand in: it opens nothing of any. */
  t: `token:${idFor("api_token", "shared")}`,
  p: "release",
  b: "job:publish-release",
  d: "job:end-studies",
  m: "job:send-check-in",
  /** The community editor, by a link to their own seat in a check-in. */
  q: `link:${idFor("check_in_link", "shared")}`,
};

const TABLE = `
SELECT of-a-record shared:relREL voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a
INSERT of-a-record shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
UPDATE of-a-record shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
DELETE of-a-record 
SELECT account shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i user_id=elsewhere:i user_id=side-council:i
INSERT account shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i user_id=elsewhere:i user_id=side-council:i
UPDATE account shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i user_id=elsewhere:i user_id=side-council:i
DELETE account shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i user_id=elsewhere:i user_id=side-council:i
SELECT action_state shared:rel voided:rel with-the-other-council:rel side-community:rel side-council:REL personal-community:rel personal-council:REL binned-by-the-community:rel elsewhere:a organisation_id=side-council:REL by_user_id=elsewhere:rel by_user_id=side-council:rel
INSERT action_state shared:e voided:e with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:E binned-by-the-community:e elsewhere:a
UPDATE action_state shared:el voided:el with-the-other-council:el side-community:el side-council:EL personal-community:el personal-council:EL binned-by-the-community:el elsewhere:a relationship_id=elsewhere:el organisation_id=side-council:EL by_user_id=elsewhere:el by_user_id=side-council:el
SELECT assessment shared:rel voided:rel with-the-other-council:rel side-community:rel side-council:REL personal-community:rel personal-council:REL binned-by-the-community:rel elsewhere:a person_id=elsewhere:rel person_id=side-council:rel person_id=voided:rel organisation_id=side-council:REL by_user_id=elsewhere:rel by_user_id=side-council:rel
SELECT engagement shared:rel voided:rel with-the-other-council:rel side-community:rel side-council:REL personal-community:rel personal-council:REL binned-by-the-community:rel elsewhere:a person_id=elsewhere:rel person_id=side-council:rel person_id=voided:rel organisation_id=side-council:REL by_user_id=elsewhere:rel by_user_id=side-council:rel
INSERT assessment shared:e voided:e with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:E binned-by-the-community:e elsewhere:a person_id=elsewhere:e person_id=side-council:e person_id=voided:e
INSERT engagement shared:e voided:e with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:E binned-by-the-community:e elsewhere:a person_id=elsewhere:e person_id=side-council:e person_id=voided:e
SELECT appointment shared:relRELo voided:relRELoA with-the-other-council:relRELo side-community:relRELo side-council:relREL personal-community:relRELo personal-council:relREL binned-by-the-community:relRELo elsewhere:a person_id=elsewhere:relRELo person_id=side-council:relRELo person_id=voided:relRELo organisation_id=side-council:relREL area_id=none:relRELo relationship_id=elsewhere:relRELo relationship_id=none:relRELo import_id=elsewhere:relRELo import_id=side-council:relRELo import_id=voided:relRELo import_id=none:relRELo
INSERT appointment shared:elELo voided:elELoA with-the-other-council:elELo side-community:elELo side-council:elEL personal-community:elELo personal-council:elEL binned-by-the-community:elELo elsewhere:a person_id=elsewhere:elELo person_id=side-council:elELo person_id=voided:elELo organisation_id=side-council:elEL area_id=none:elELo relationship_id=elsewhere:elELo relationship_id=none:elELo import_id=elsewhere:elELo import_id=side-council:elELo import_id=voided:elELo import_id=none:elELo
UPDATE appointment shared:elELo voided:elELoA with-the-other-council:elELo side-community:elELo side-council:elEL personal-community:elELo personal-council:elEL binned-by-the-community:elELo elsewhere:a person_id=elsewhere:elELo person_id=side-council:elELo person_id=voided:elELo organisation_id=side-council:elEL area_id=none:elELo relationship_id=elsewhere:elELo relationship_id=none:elELo import_id=elsewhere:elELo import_id=side-council:elELo import_id=voided:elELo import_id=none:elELo
DELETE appointment shared:elA voided:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA person_id=elsewhere:elA person_id=side-council:elA person_id=voided:elA organisation_id=elsewhere:el organisation_id=side-council:el area_id=elsewhere:elA area_id=none:elA relationship_id=elsewhere:elA relationship_id=none:elA import_id=side-council:EL import_id=voided:elA a-side's-of-elsewhere:el
SELECT area elsewhere:aA oakfield:relRELoAq
INSERT area elsewhere:A oakfield:A
UPDATE area elsewhere:A oakfield:A
DELETE area oakfield:A
SELECT attachment shared:relREL voided:rel with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a record_id=elsewhere:a record_id=side-council:REL record_id=voided:relREL level=side-council:rel level=voided:rel organisation_id=elsewhere:relREL organisation_id=side-council:relREL author_id=elsewhere:relREL author_id=side-council:relREL to-one:rel shared-on-a-side's:rel
INSERT attachment shared:e voided:e with-the-other-council:e side-community:e side-council:E binned-by-the-community:e elsewhere:a record_id=voided:e level=side-council:e level=voided:e
UPDATE attachment shared:el voided:el with-the-other-council:el side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a record_id=voided:el level=side-council:el level=voided:el organisation_id=side-council:EL author_id=elsewhere:el author_id=side-council:el to-one:el shared-on-a-side's:el
SELECT event shared:relREL voided:eAt with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a principal=elsewhere:relREL principal=side-council:relREL actor_id=elsewhere:relREL actor_id=side-council:relREL actor_id=none:relREL area_id=voided:eAt area_id=none:eAt relationship_id=none:relRELo organisation_id=elsewhere:relREL organisation_id=side-council:relREL organisation_id=none:relREL level=side-council:rel subject_id=elsewhere:relREL subject_id=side-council:relREL subject_id=voided:relREL subject_id=none:relREL by-an-admin:relREL by-a-token:relREL by-a-token-of-another:relREL by-a-link:relREL by-a-link-of-another-record:relREL by-a-link-of-somebody:relREL by-a-link-for-another:relREL by-a-seat-to-all:relREL by-the-release:relREL by-the-release-of-somebody:relREL by-the-sender:relREL by-the-sender-of-somebody:relREL by-the-publisher:A by-the-publisher-of-somebody:A by-the-publisher-of-an-area:relREL by-who-ends-studies:A by-somebody-who-is-no-job-of-nothing:A a-refusal:relA of-an-area's-life:relA of-nobody-elsewhere:a of-break-glass:relA
INSERT event shared:ei voided:ei with-the-other-council:ei side-community:ei side-council:Ei personal-community:ei personal-council:Ei binned-by-the-community:ei elsewhere:ai principal=elsewhere:i principal=side-council:i actor_id=elsewhere:i actor_id=side-council:i actor_id=none:i area_id=elsewhere:i area_id=voided:ei area_id=none:ei relationship_id=elsewhere:ei relationship_id=none:ei organisation_id=elsewhere:i organisation_id=side-council:i organisation_id=none:ei level=side-council:ei subject_id=elsewhere:ei subject_id=side-council:ei subject_id=voided:ei subject_id=none:ei a-side's-of-elsewhere:i by-an-admin:Ai by-a-token:it by-a-token-of-another:i by-a-link:ik by-a-link-of-another-record:i by-a-link-of-somebody:i by-a-link-for-another:i by-a-seat:iq by-a-seat-of-another-round:i by-a-seat-of-somebody:i by-a-seat-to-all:i by-a-seat-as-another:i by-the-release:ip by-the-release-of-somebody:i by-the-sender:ij by-the-sender-of-somebody:i by-the-publisher:ib by-the-publisher-of-somebody:i by-the-publisher-of-an-area:i by-who-ends-studies:id by-somebody-who-is-no-job-of-nothing:i a-refusal:ei of-an-area's-life:ei of-nobody-elsewhere:i of-break-glass:ei
SELECT election shared:relRELoA voided:relRELoA with-the-other-council:relRELoA side-community:relRELoA side-council:relRELA personal-community:relRELoA personal-council:relRELA binned-by-the-community:relRELoA elsewhere:aA organisation_id=elsewhere:aA organisation_id=side-council:relRELA
INSERT election shared:elA voided:elA with-the-other-council:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA organisation_id=elsewhere:aA organisation_id=side-council:ELA
UPDATE election shared:elA voided:elA with-the-other-council:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA organisation_id=elsewhere:aA organisation_id=side-council:ELA
DELETE evidence_link shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
SELECT idempotency_key shared:et voided:et with-the-other-council:et side-community:et side-council:E personal-community:et personal-council:E binned-by-the-community:et elsewhere:a
INSERT idempotency_key shared:et voided:et with-the-other-council:et side-community:et side-council:E personal-community:et personal-council:E binned-by-the-community:et elsewhere:a
UPDATE idempotency_key shared:et voided:et with-the-other-council:et side-community:et side-council:E personal-community:et personal-council:E binned-by-the-community:et elsewhere:a
DELETE idempotency_key shared:et voided:et with-the-other-council:et side-community:et side-council:E personal-community:et personal-council:E binned-by-the-community:et elsewhere:a
SELECT import shared:elA voided:elA with-the-other-council:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA organisation_id=elsewhere:eA organisation_id=side-council:eELA organisation_id=none:eA by_user_id=elsewhere:elaA by_user_id=side-council:elEA area_id=elsewhere:eA area_id=none:elA
INSERT import shared:eA voided:eA with-the-other-council:eA side-community:eA side-council:EA personal-community:eA personal-council:EA binned-by-the-community:eA elsewhere:aA organisation_id=elsewhere:eA organisation_id=side-council:eA organisation_id=none:eA by_user_id=elsewhere:aA by_user_id=side-council:EA area_id=elsewhere:eA area_id=none:eA
UPDATE import shared:elA voided:elA with-the-other-council:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA organisation_id=elsewhere:eA organisation_id=side-council:eELA organisation_id=none:eA by_user_id=elsewhere:elaA by_user_id=side-council:elEA area_id=elsewhere:eA area_id=none:elA
SELECT import_draft shared:e voided:e with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:E binned-by-the-community:e elsewhere:a by_user_id=elsewhere:a by_user_id=side-council:E area_id=elsewhere:e area_id=none:e by-an-admin:A
INSERT import_draft shared:e voided:e with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:E binned-by-the-community:e elsewhere:a by_user_id=side-council:E by-an-admin:A
UPDATE import_draft side-council:E personal-council:E by_user_id=side-council:E by-an-admin:A
DELETE import_draft shared:e voided:e with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:E binned-by-the-community:e elsewhere:a by_user_id=elsewhere:a by_user_id=side-council:E area_id=elsewhere:e area_id=none:e by-an-admin:A
DELETE meeting_action shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
DELETE meeting_attendance shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
DELETE meeting_decision shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
SELECT handover_item shared:relREL voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a of-theirs:rel a-thing-of-theirs:rel
SELECT meeting_project shared:relREL voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a of-theirs:rel one-of-theirs:rel
INSERT handover_item shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a of-theirs:el a-thing-of-theirs:el
INSERT meeting_project shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a of-theirs:el one-of-theirs:el
UPDATE handover_item shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a of-theirs:el a-thing-of-theirs:el
DELETE meeting_project shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a of-theirs:elo one-of-theirs:elEL of-one-elsewhere:a
UPDATE meeting_project 
SELECT membership shared:relRELoAt voided:relRELoAt with-the-other-council:relRELoAt side-community:relRELoAt side-council:relRELA personal-community:relRELoAt personal-council:relRELA binned-by-the-community:relRELoAt elsewhere:aA user_id=elsewhere:relRELoaA user_id=side-council:relRELoA organisation_id=elsewhere:eaAt organisation_id=side-council:relRELAt area_id=elsewhere:relRELoAt area_id=none:relRELoAt an-admin's-own:relRELoA
INSERT membership shared:lA voided:A with-the-other-council:lA side-community:lA side-council:LA personal-community:lA personal-council:LA binned-by-the-community:lA elsewhere:aA user_id=elsewhere:lA user_id=side-council:lA organisation_id=elsewhere:aA organisation_id=side-council:LA area_id=elsewhere:lA area_id=none:lA
UPDATE membership shared:lA voided:A with-the-other-council:lA side-community:lA side-council:LA personal-community:lA personal-council:LA binned-by-the-community:lA elsewhere:aA user_id=elsewhere:lA user_id=side-council:lA organisation_id=elsewhere:aA organisation_id=side-council:LA area_id=elsewhere:lA area_id=none:lA an-admin's-own:A
INSERT mou_clause shared:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
UPDATE mou_clause 
DELETE mou_clause shared:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
SELECT organisation shared:relRELoA voided:relRELoA with-the-other-council:relRELoA side-community:relRELoA side-council:relRELoA personal-community:relRELoA personal-council:relRELoA binned-by-the-community:relRELoA elsewhere:aA group:relRELoA group-elsewhere:aA barley-borough:relRELoasAxcktq barley-county:relRELoasAxct elsewhere-partnership:relRELoasAxct far-unitary:relRELoasAxct oakfield-partnership:relRELoasAxcktq programme:relRELoasAxct
INSERT organisation shared:A voided:A with-the-other-council:A side-community:A side-council:A personal-community:A personal-council:A binned-by-the-community:A elsewhere:A group:elELoA group-elsewhere:aA barley-borough:A barley-county:A elsewhere-partnership:A far-unitary:A oakfield-partnership:A programme:A
UPDATE organisation shared:elELoA voided:elELoA with-the-other-council:elELoA side-community:elELoA side-council:elELoA personal-community:elELoA personal-council:elELoA binned-by-the-community:elELoA elsewhere:aA group:elELoA group-elsewhere:aA barley-borough:A barley-county:A elsewhere-partnership:A far-unitary:A oakfield-partnership:A programme:A
DELETE organisation shared:A voided:A side-community:A side-council:A personal-community:A personal-council:A binned-by-the-community:A elsewhere:A group:A group-elsewhere:A
SELECT organisation_succession shared:relRELoasAxct side-council:relRELoasAxct elsewhere:relRELoasAxct
INSERT organisation_succession shared:A side-council:A elsewhere:A
UPDATE organisation_succession shared:A side-council:A elsewhere:A
DELETE organisation_succession shared:A side-council:A
SELECT outside_answer shared:u voided:u with-the-other-council:u side-community:u side-council:u personal-community:u personal-council:u binned-by-the-community:u elsewhere:u
INSERT outside_answer shared:u voided:u with-the-other-council:u side-community:u side-council:u personal-community:u personal-council:u binned-by-the-community:u elsewhere:u
UPDATE outside_answer shared:u voided:u with-the-other-council:u side-community:u side-council:u personal-community:u personal-council:u binned-by-the-community:u elsewhere:u
DELETE outside_answer shared:u voided:u with-the-other-council:u side-community:u side-council:u personal-community:u personal-council:u binned-by-the-community:u elsewhere:u
SELECT page_change shared:relRELo voided:nrelRELoasAxcifukjtpbdmq with-the-other-council:relRELo side-community:relRELo side-council:relRELo personal-community:relRELo personal-council:relRELo binned-by-the-community:relRELo elsewhere:a of-a-person:et of-a-side:L
SELECT person shared:relRELoAk voided:relRELoA with-the-other-council:relRELoA side-community:relRELoA side-council:relRELoA personal-community:relRELoA personal-council:relRELA binned-by-the-community:relRELoA elsewhere:relRELoaA recorded_by_organisation_id=elsewhere:a recorded_by_organisation_id=side-council:REL import_id=elsewhere:relA import_id=side-council:relA import_id=voided:relA merged:relRELoaA undone:a
INSERT person shared:elA voided:elA with-the-other-council:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA recorded_by_organisation_id=elsewhere:aA recorded_by_organisation_id=side-council:ELA import_id=elsewhere:elA import_id=side-council:elA import_id=voided:elA merged:aA undone:aA
UPDATE person shared:elELoA voided:elELoA with-the-other-council:elELoA side-community:elELoA side-council:elELoA personal-community:elELoA personal-council:elELA binned-by-the-community:elELoA elsewhere:elELoaA recorded_by_organisation_id=elsewhere:a recorded_by_organisation_id=side-council:EL import_id=elsewhere:el import_id=side-council:el import_id=voided:el merged:a undone:a
DELETE person voided:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA import_id=voided:elA
SELECT person_change shared:relRELoA voided:relRELoA with-the-other-council:relRELoA side-community:relRELoA side-council:relRELoA personal-community:relRELoA personal-council:relRELA binned-by-the-community:relRELoA elsewhere:relRELoaA
INSERT person_change shared:elELoA voided:elELoA with-the-other-council:elELoA side-community:elELoA side-council:elELoA personal-community:elELoA personal-council:elELA binned-by-the-community:elELoA elsewhere:elELoaA
DELETE person_change shared:elA voided:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA
SELECT person_external_id shared:relRELoA voided:relRELoA with-the-other-council:relRELoA side-community:relRELoA side-council:relRELA personal-community:relRELoA personal-council:relRELA binned-by-the-community:relRELoA elsewhere:aA person_id=elsewhere:relRELoA person_id=side-council:relRELoA person_id=voided:relRELoA organisation_id=elsewhere:aA organisation_id=side-council:relRELA import_id=elsewhere:relRELoA import_id=side-council:relRELoA import_id=voided:relRELoA import_id=none:relRELoA
INSERT person_external_id shared:elA voided:elA with-the-other-council:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA person_id=elsewhere:elA person_id=side-council:elA person_id=voided:elA organisation_id=elsewhere:aA organisation_id=side-council:ELA import_id=elsewhere:elA import_id=side-council:elA import_id=voided:elA import_id=none:elA
DELETE person_external_id shared:elA voided:elA side-community:elA side-council:ELA personal-community:elA personal-council:ELA binned-by-the-community:elA elsewhere:aA person_id=elsewhere:elA person_id=side-council:elA person_id=voided:elA import_id=voided:elA
DELETE project_team shared:elEL voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
SELECT record relationship_id=none:relRELo organisation_id=elsewhere:relREL organisation_id=side-council:relREL author_id=elsewhere:relREL author_id=side-council:relREL level=side-council:rel shared:relRELk voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a
INSERT record relationship_id=none:e level=side-council:e shared:e voided:e with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:E binned-by-the-community:e elsewhere:a
UPDATE record relationship_id=none:elELo organisation_id=elsewhere:elEL organisation_id=side-council:elEL author_id=elsewhere:elEL author_id=side-council:elEL level=side-council:el shared:elELk voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
SELECT relationship elsewhere/far-unitary:aA oakfield/barley-borough:relRELA oakfield/barley-county:reloA
INSERT relationship elsewhere/far-unitary:A oakfield/barley-borough:A oakfield/barley-county:A
UPDATE relationship elsewhere/far-unitary:aA oakfield/barley-borough:lLA oakfield/barley-county:loA
DELETE relationship oakfield/barley-borough:A oakfield/barley-county:A
SELECT reply shared:relREL voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a record_id=elsewhere:a record_id=side-council:REL record_id=voided:relREL author_id=elsewhere:relREL author_id=side-council:relREL author_id=none:relREL organisation_id=elsewhere:relREL organisation_id=side-council:relREL by-a-link:relREL by-a-link-on-another-record:relo by-a-link-of-somebody:relREL by-a-link-for-another:relREL
INSERT reply shared:e voided:e with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:E binned-by-the-community:e elsewhere:a record_id=voided:e by-a-link:k
UPDATE reply 
SELECT score_state shared:relRELf voided:relRELf with-the-other-council:relof side-community:relRELf side-council:relRELf personal-community:relRELf personal-council:relRELf binned-by-the-community:relRELf elsewhere:af
INSERT score_state shared:f voided:f with-the-other-council:f side-community:f side-council:f personal-community:f personal-council:f binned-by-the-community:f elsewhere:f
UPDATE score_state shared:f voided:f with-the-other-council:f side-community:f side-council:f personal-community:f personal-council:f binned-by-the-community:f elsewhere:f
DELETE score_state shared:f voided:f with-the-other-council:f side-community:f side-council:f personal-community:f personal-council:f binned-by-the-community:f elsewhere:f
SELECT scoring_fact shared:relRELk voided:relRELf with-the-other-council:relo side-community:relREL side-council:relREL personal-community:relREL personal-council:relREL binned-by-the-community:relREL elsewhere:a source_id=elsewhere:relREL source_id=side-council:relREL source_id=voided:relREL area_id=elsewhere:k relationship_id=elsewhere:k relationship_id=none:relRELok of-a-check-in:relRELkp
INSERT scoring_fact shared:elELk voided:elELf with-the-other-council:elo side-community:EL side-council:el personal-community:lEL personal-council:elL binned-by-the-community:elEL elsewhere:a source_id=elsewhere:elEL source_id=side-council:el source_id=voided:elEL area_id=elsewhere:k relationship_id=elsewhere:k relationship_id=none:elELok of-a-check-in:p
UPDATE scoring_fact shared:elELk voided:elELf with-the-other-council:elo side-community:elEL side-council:elEL personal-community:elEL personal-council:elEL binned-by-the-community:elEL elsewhere:a source_id=elsewhere:elEL source_id=side-council:elEL source_id=voided:elEL area_id=elsewhere:k relationship_id=elsewhere:k relationship_id=none:elELok of-a-check-in:p
SELECT session shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i user_id=elsewhere:i user_id=side-council:i
INSERT session shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i user_id=elsewhere:i user_id=side-council:i
UPDATE session shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i user_id=elsewhere:i user_id=side-council:i
DELETE session shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i user_id=elsewhere:i user_id=side-council:i
SELECT user ada.admin:relRELoAi borough.editor:relRELoAi borough.lead:relRELAi borough.reader:relRELAi closed.lead:relRELoAci community.editor:relRELoaAitq community.lead:relRELoAi community.reader:relRELoAi county.editor:reloAi county.lead:reloAi county.reader:reloAi elsewhere.lead:relRELoaAi ended.lead:relRELoAxi far.lead:aAi liv.letin:Ai rae.researcher:asAi
INSERT user ada.admin:i borough.editor:i borough.lead:i borough.reader:i closed.lead:i community.editor:i community.lead:i community.reader:i county.editor:i county.lead:i county.reader:i elsewhere.lead:i ended.lead:i far.lead:i liv.letin:i rae.researcher:i
UPDATE user ada.admin:Ai borough.editor:Ai borough.lead:Ai borough.reader:Ai closed.lead:Ai community.editor:Ai community.lead:Ai community.reader:Ai county.editor:Ai county.lead:Ai county.reader:Ai elsewhere.lead:Ai ended.lead:Ai far.lead:Ai liv.letin:Ai rae.researcher:Ai
SELECT commitment shared:relRELk voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a
SELECT commitment_redating shared:relRELk voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a
SELECT meeting shared:relRELk voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a
SELECT minutes shared:relRELk voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a
SELECT request shared:relRELk voided:relREL with-the-other-council:relo side-community:rel side-council:REL personal-community:e personal-council:E binned-by-the-community:rel elsewhere:a
INSERT commitment_redating shared:elELk voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
UPDATE commitment shared:elELk voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
UPDATE commitment_redating shared:elELk voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
UPDATE minutes shared:elELk voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
UPDATE request shared:elELk voided:elEL with-the-other-council:elo side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a
`;

/**
 * Who reaches which row by row security alone: `row:letters`, and nobody else. A row is named by how it is kept from
 * somebody (fixtures-records.ts), by the one thing in which it differs from a shared one, or by what it is. Tables that
 * hang on a record are seen with it and written where one may write (of-a-record) unless they have a line of their own:
 * a new one needs none. What no line names, nobody reaches.
 */
export function rowTable(operation: Operation, table: string, isOfRecord: boolean): string {
  return (
    LINES.get(`${operation} ${table}`) ?? (isOfRecord ? LINES.get(`${operation} of-a-record`) : "") ?? ""
  );
}

const LINES = new Map(
  [
    ...TABLE.trim().split("\n"),
    ...AUDIT_LINES,
    ...CHECK_IN_LINES,
    ...CODE_LINES,
    ...DISCLOSURE_LINES,
    ...PARTNERSHIP_LINES,
    ...PEOPLE_LINES,
    ...RESEARCH_LINES,
    ...SIGNING_IN_LINES,
  ].map((line) => {
    const [operation = "", table = "", ...rows] = line.trim().split(" ");
    return [`${operation} ${table}`, rows.join(" ")];
  }),
);
