import type { EvidenceKind } from "../kind.ts";
import { adaptation } from "./adaptation.ts";
import { badNewsGiven } from "./bad-news-given.ts";
import { briefingGiven } from "./briefing-given.ts";
import { caseMade } from "./case-made.ts";
import { communitySurvey } from "./community-survey.ts";
import { councillorStepsBack } from "./councillor-steps-back.ts";
import { disagreement } from "./disagreement.ts";
import { dueDiligenceStep } from "./due-diligence-step.ts";
import { duplicationFound } from "./duplication-found.ts";
import { engagementEvent } from "./engagement-event.ts";
import { feedbackPassedOn } from "./feedback-passed-on.ts";
import { goodNewsShared } from "./good-news-shared.ts";
import { influencingActivity } from "./influencing-activity.ts";
import { insightOffered } from "./insight-offered.ts";
import { introduction } from "./introduction.ts";
import { legacyStep } from "./legacy-step.ts";
import { leverage } from "./leverage.ts";
import { mediation } from "./mediation.ts";
import { nothingToReport } from "./nothing-to-report.ts";
import { procedureBarrier } from "./procedure-barrier.ts";
import { publicity } from "./publicity.ts";
import { residentsLead } from "./residents-lead.ts";
import { skillGap } from "./skill-gap.ts";
import { staffChangeNotified } from "./staff-change-notified.ts";
import { strengthNamed } from "./strength-named.ts";
import { thanks } from "./thanks.ts";

/** Every kind of evidence: a file each, named as its id, and a line here. */
export const KINDS: readonly EvidenceKind[] = [
  strengthNamed,
  introduction,
  skillGap,
  leverage,
  briefingGiven,
  dueDiligenceStep,
  caseMade,
  duplicationFound,
  goodNewsShared,
  badNewsGiven,
  staffChangeNotified,
  feedbackPassedOn,
  influencingActivity,
  nothingToReport,
  insightOffered,
  procedureBarrier,
  adaptation,
  disagreement,
  thanks,
  mediation,
  publicity,
  engagementEvent,
  communitySurvey,
  residentsLead,
  councillorStepsBack,
  legacyStep,
];
