import { mouSignals } from "../features/agreements/mou.signals.ts";
import { proposalSignals } from "../features/agreements/proposal.signals.ts";
import { aimSignals } from "../features/aims/aim.signals.ts";
import { checkInSignals } from "../features/check-ins/check-in.signals.ts";
import { commitmentSignals } from "../features/commitments/commitment.signals.ts";
import { badNewsGivenSignals } from "../features/evidence/signals/bad-news-given.ts";
import { councillorStepsBackSignals } from "../features/evidence/signals/councillor-steps-back.ts";
import { disagreementSignals } from "../features/evidence/signals/disagreement.ts";
import { engagementEventSignals } from "../features/evidence/signals/engagement-event.ts";
import { goodNewsSharedSignals } from "../features/evidence/signals/good-news-shared.ts";
import { insightOfferedSignals } from "../features/evidence/signals/insight-offered.ts";
import { nothingToReportSignals } from "../features/evidence/signals/nothing-to-report.ts";
import { procedureBarrierSignals } from "../features/evidence/signals/procedure-barrier.ts";
import { publicitySignals } from "../features/evidence/signals/publicity.ts";
import { residentsLeadSignals } from "../features/evidence/signals/residents-lead.ts";
import { staffChangeSignals } from "../features/evidence/signals/staff-change-notified.ts";
import { strengthNamedSignals } from "../features/evidence/signals/strength-named.ts";
import { handoverSignals } from "../features/handovers/handover.signals.ts";
import { decisionSignals } from "../features/meetings/decision.signals.ts";
import { meetingSignals } from "../features/meetings/meeting.signals.ts";
import { rhythmSignals } from "../features/meetings/rhythm.signals.ts";
import { appointmentSignals } from "../features/people/appointment.signals.ts";
import { milestoneSignals } from "../features/projects/milestone.signals.ts";
import { projectSignals } from "../features/projects/project.signals.ts";
import { requestSignals } from "../features/requests/request.signals.ts";
import { currentMethod } from "../features/scoring/methods/index.ts";
import { createScorer } from "../features/scoring/scorer.ts";
import { type Emitter, joinEmitters } from "../features/scoring/signals.ts";

/** Every emitter, one a type of fact. A new kind of evidence that is worth something adds one line. */
export const emitters: readonly Emitter[] = [
  aimSignals,
  appointmentSignals,
  badNewsGivenSignals,
  checkInSignals,
  commitmentSignals,
  councillorStepsBackSignals,
  decisionSignals,
  disagreementSignals,
  engagementEventSignals,
  goodNewsSharedSignals,
  handoverSignals,
  insightOfferedSignals,
  meetingSignals,
  milestoneSignals,
  mouSignals,
  nothingToReportSignals,
  procedureBarrierSignals,
  projectSignals,
  proposalSignals,
  publicitySignals,
  requestSignals,
  residentsLeadSignals,
  rhythmSignals,
  staffChangeSignals,
  strengthNamedSignals,
];

/** The signals a fact gives on a day. */
export const emit = joinEmitters(emitters);

/** Scoring by the current method. */
export const scorer = createScorer(emit, currentMethod);
