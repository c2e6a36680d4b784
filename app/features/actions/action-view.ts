import type { Day } from "~/platform/calendar/day";
import type { AnswerView } from "./action-answer";

/** A record or post that an action rests on, as a link. */
export type EvidenceLink = { id: string; title: string; href: string };

/** An action as pages show it. */
export type ActionCard = {
  id: string;
  title: string;
  wording: string;
  because: string;
  component: { id: string; name: string };
  /** Who it is likely for, in words; empty: the whole side. */
  roles: string[];
  /** Who of a whole side it is for before the rest. */
  first: string[];
  effort: string;
  gain: string;
  closes: string;
  /** Rests on what only the reader's side sees. */
  ownOnly: boolean;
  records: EvidenceLink[];
  /** Where it is done; null where the reader cannot. */
  doing: { text: string; href: string } | null;
};

/** Something to answer that would make the figures surer. */
export type UnknownCard = { id: string; text: string; record: EvidenceLink | null; gain: string };

/** A step that this side took on or did, and what became of it. */
export type StepView = AnswerView & {
  /** Where the component stood when it was answered, how the step ended, and what was told of it since. */
  stood: string;
  ended: string | null;
  told: { days: number; on: Day; says: string }[];
  next: string | null;
};

/** Which steps of a list are asked for. Ids are for ever. */
export const STEP_FILTERS = ["all", "open", "ended"] as const;
export type StepFilter = (typeof STEP_FILTERS)[number];

/** A page of what became of this side's steps. */
export type StepsPage = { items: StepView[]; filter: StepFilter; count: number; page: number; pages: number };
