import { addDays, type Day, toDay } from "~/platform/calendar/day";
import { QUESTIONS, type QuestionId } from "../check-ins/questions";
import type { HandoverSeen } from "../handovers/handover-seen";
import type { Side } from "../identity/actor";
import { COMPONENTS } from "../scoring/facts";
import type { Evidence } from "./evidence";
import type { GapSeen } from "./gap-seen";
import type { MeetingSeen, PostSeen, PromiseSeen, RequestSeen } from "./records-seen";

/** The day the samples stand on. */
export const TODAY = toDay("2026-10-01");

/** A day before it; after it where negative. */
export const ago = (days: number): Day => addDays(TODAY, -days);

/** A meeting of both sides that many days ago, with good and bad news. */
export function meeting(on: number, more: Partial<MeetingSeen> = {}): MeetingSeen {
  return {
    id: `meeting-${on}`,
    shared: true,
    on: ago(on),
    status: "held",
    how: "in_person",
    contact: true,
    tone: "businesslike",
    wentWell: true,
    wentBadly: true,
    came: [],
    againstResidents: false,
    projectIds: [],
    ...more,
  };
}

/** A post of an officer of the council, held for ever. */
export function post(id: string, more: Partial<PostSeen> = {}): PostSeen {
  return {
    id,
    personId: `${id} person`,
    name: id,
    organisationId: "council",
    side: "council",
    level: "officer",
    role: "officer",
    topic: null,
    cabinet: false,
    isLead: false,
    leadFilledOn: null,
    checkedOn: null,
    startsOn: null,
    endsOn: null,
    ...more,
  };
}

/** A promise of the council, kept on its day ten days ago. */
export function promise(id: string, more: Partial<PromiseSeen> = {}): PromiseSeen {
  return {
    id,
    shared: true,
    title: id,
    bySide: "council",
    personId: null,
    personName: null,
    dueOn: ago(10),
    state: "kept",
    contested: false,
    waitingOn: null,
    movedLateOn: null,
    endedOn: ago(10),
    ...more,
  };
}

/** An open request to the council, wanted that many days ago. */
export const request = (id: string, wanted: number, more: Partial<RequestSeen> = {}): RequestSeen => ({
  id,
  shared: true,
  title: id,
  toSide: "council",
  askedOn: ago(wanted + 28),
  targetOn: ago(wanted),
  answeredOn: null,
  withdrawn: false,
  judged: false,
  ...more,
});

/** A relationship of old, in contact a week ago, with nothing owed. */
export function evidence(more: Partial<Evidence> = {}): Evidence {
  const on = ago(7);
  return {
    council: "Barley",
    since: ago(2000),
    firstRecordOn: ago(1000),
    sharedDays: { since: ago(2000), firstRecordOn: ago(1000) },
    lastContact: { id: "meeting-7", on },
    meetings: [],
    promises: [],
    requests: [],
    posts: [],
    handovers: [],
    projects: [],
    milestones: [],
    agreements: [],
    proposals: [],
    entries: [],
    aims: [],
    periods: [],
    organisations: [],
    rhythm: null,
    wantedDays: {},
    allies: null,
    views: null,
    round: null,
    levels: Object.fromEntries(
      COMPONENTS.map((one) => [one, { council: 50, community: 50 }]),
    ) as Evidence["levels"],
    gaps: [],
    facts: [],
    ...more,
  };
}

/** A complete handover of a council's post. */
export function handedOver(postId: string, more: Partial<HandoverSeen> = {}): HandoverSeen {
  return {
    id: `handover of ${postId}`,
    postId,
    side: "council",
    incomingId: "new person",
    complete: true,
    items: [],
    ...more,
  };
}

/** A check-in released that many days ago, in which one side's answers to a question have that mean. */
export function checkIn(
  days: number,
  side: Side,
  question: QuestionId,
  mean = 2.9,
  answers = 3,
): Pick<Evidence, "views"> {
  const unheard = Object.fromEntries(QUESTIONS.map(({ id }) => [id, null])) as Record<QuestionId, null>;
  const means = { council: unheard, community: unheard };
  const heard = { ...unheard, [question]: { mean, answers, levels: [] } };
  return { views: { id: `check-in ${days}`, releasedOn: ago(days), means: { ...means, [side]: heard } } };
}

/** A component that the two sides see very differently. */
export const gap: GapSeen = {
  component: "trust",
  by: { community: 42, council: 75 },
  gap: { points: -33, lo: -50, hi: -8, flagged: true },
};
