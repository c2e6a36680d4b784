import { type AreaActor, ownOrganisations } from "../identity/actor";

/** Whose a row about somebody is. */
export type KeptScope = {
  place: string;
  area: string | null;
  organisation: string | null;
  records: readonly string[];
  round: string | null;
};

/** What one stand may be given: its area, the organisations there, and which records and check-ins are theirs to see. */
export type KeptReach = {
  actor: AreaActor;
  organisations: ReadonlySet<string>;
  records: ReadonlySet<string>;
  rounds: ReadonlySet<string>;
};

/** What is of no record: whoever sees the person sees it; of an organisation that is seen; of one's own alone. */
const PLACES: Readonly<Record<string, "open" | "register" | "own">> = {
  person: "open",
  person_change: "open",
  merging: "open",
  told_apart: "open",
  erasure: "open",
  break_glass: "open",
  relationship: "open",
  check_in_voice: "open",
  partnership_member: "open",
  partnership_decision: "open",
  partnership_mending: "open",
  partnership_plan: "open",
  partnership_policy: "open",
  partnership_review: "open",
  appointment: "register",
  person_external_id: "register",
  election: "register",
};

/** How a row that is of a record says of which. */
const OF_RECORD: Readonly<Record<string, readonly string[]>> = {
  link: ["record_id"],
  reply: ["record_id"],
  note: ["record_id"],
  meeting_attendance: ["meeting_id"],
  meeting_action: ["meeting_id"],
  commitment: ["record_id"],
  request: ["record_id"],
  referral: ["request_id"],
  project: ["record_id"],
  project_lead_change: ["project_id"],
  milestone: ["record_id"],
  evidence_link: ["evidence_id"],
  mou_signatory: ["mou_id"],
  handover: ["record_id"],
  handover_item: ["handover_id", "item_id"],
};

/** Whose a row is, from its own columns. */
export function scopeOf({ place, line }: { place: string; line: Record<string, unknown> }): KeptScope {
  const at = (name: string) => (typeof line[name] === "string" ? line[name] : null);
  return {
    place,
    area: at("area_id"),
    organisation: at("organisation_id"),
    records: (OF_RECORD[place] ?? []).flatMap((name) => at(name) ?? []),
    round: at("check_in_id"),
  };
}

/** Whether a row is of no area and of no organisation: who somebody is, wherever they are asked about. */
export function isOfNobody({ place, area, records }: KeptScope): boolean {
  return PLACES[place] === "open" && area === null && records.length === 0;
}

/**
 * Whether a row is given to whoever asks in that area: the database shows an account that stands in two places what
 * either may see, and here they answer for one. What nobody has sorted is given where it is of the area or one's own.
 */
export function isWithin({ actor, ...reach }: KeptReach, scope: KeptScope): boolean {
  const { place, area, organisation, records, round } = scope;
  if (area !== null && area !== actor.areaId) return false;
  if (round !== null && !reach.rounds.has(round)) return false;
  if (!records.every((id) => reach.records.has(id))) return false;
  const isOwn = organisation !== null && ownOrganisations(actor).includes(organisation);
  if (place in OF_RECORD || (records.length > 0 && place !== "action_state")) return records.length > 0;
  const rule = PLACES[place] ?? "own";
  if (rule === "open") return true;
  return rule === "register" ? organisation !== null && reach.organisations.has(organisation) : isOwn;
}
