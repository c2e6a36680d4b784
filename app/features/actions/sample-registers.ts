import type { AgreementSeen, ProposalSeen } from "./agreement-seen";
import type { AimSeen, EntrySeen, KindRead } from "./entry-seen";
import type { MilestoneSeen, ProjectSeen } from "./plan-seen";
import { ago, TODAY } from "./sample-evidence";

/** A project of both, begun a hundred days ago, that states everything and wants for nothing. */
export function project(id: string, more: Partial<ProjectSeen> = {}): ProjectSeen {
  return {
    id,
    shared: true,
    title: id,
    startedOn: ago(100),
    stage: "under_way",
    closedOn: null,
    lead: "joint",
    leadNamedOn: ago(100),
    endsOn: ago(-300),
    endsBySide: "council",
    endsAgreedOn: ago(100),
    moves: [],
    decisionFrom: null,
    decisionSince: null,
    scopeFixedOn: null,
    scopeFixedBySide: null,
    scopeAgreedOn: null,
    blocks: [],
    gaps: [],
    leadChanges: [],
    responsibility: true,
    teams: 1,
    residentsLead: true,
    involves: [],
    hasCase: false,
    ...more,
  };
}

/** A joint step of a project, planned. */
export function step(id: string, projectId: string, more: Partial<MilestoneSeen> = {}): MilestoneSeen {
  return {
    id,
    shared: true,
    title: id,
    projectId,
    owner: "joint",
    state: "planned",
    doneOn: null,
    acknowledgedOn: null,
    earlyWin: false,
    dueDiligence: false,
    councilNamed: false,
    ...more,
  };
}

/** An agreement in force for a year and for ever, that speaks of the legal side and of data protection. */
export function agreement(id: string, more: Partial<AgreementSeen> = {}): AgreementSeen {
  return {
    id,
    shared: true,
    title: id,
    kind: "partnership",
    startsOn: ago(365),
    endsOn: null,
    reviewOn: null,
    textBySide: "council",
    proposedOn: ago(400),
    agreedOn: ago(390),
    signedOn: { community: ago(380), other: ago(380) },
    reviews: [],
    endOn: null,
    endAskedBySide: null,
    endAgreedOn: null,
    supersededOn: null,
    headings: ["liabilities", "data_protection"],
    ...more,
  };
}

/** A change of goal put to the council that many days ago, and not answered. */
export function goalProposal(id: string, days: number, more: Partial<ProposalSeen> = {}): ProposalSeen {
  return {
    id,
    shared: true,
    title: id,
    toSide: "council",
    proposedOn: ago(days),
    answeredOn: null,
    declined: false,
    reasoned: false,
    ...more,
  };
}

/** An entry of the community that many days ago, with these answers. */
export function entry(
  kind: KindRead,
  days: number,
  values: Readonly<Record<string, unknown>> = {},
  more: Partial<EntrySeen> = {},
): EntrySeen {
  return {
    id: `${kind} ${days}`,
    shared: true,
    title: `${kind} ${days}`,
    kind,
    on: ago(days),
    recordedBy: "community",
    values: values as EntrySeen["values"],
    answerBy: null,
    stage: "plain",
    answeredOn: null,
    outcome: null,
    ...more,
  };
}

/** What an entry is while it waits for an answer, and once it has one. */
export const waiting = { stage: "waiting" } as const;
export const answered = (outcome: string, days = 0): Partial<EntrySeen> => ({
  stage: "answered",
  outcome,
  answeredOn: days === 0 ? TODAY : ago(days),
});

/** An aim of the community, noted that many days ago and not acknowledged. */
export function aim(id: string, days: number, more: Partial<AimSeen> = {}): AimSeen {
  return {
    id,
    shared: true,
    title: id,
    owner: "community",
    statedBy: "community",
    recordedOn: ago(days),
    stage: "unseen",
    waitingOn: "council",
    ...more,
  };
}
