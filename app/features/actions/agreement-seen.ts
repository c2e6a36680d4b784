import type { Day } from "~/platform/calendar/day";
import type { Heading } from "../agreements/clause";
import type { Mou } from "../agreements/mou";
import type { Side } from "../identity/actor";

/** An agreement as the rules see it: its days, and what its text speaks of. */
export type AgreementSeen = Mou & {
  id: string;
  shared: boolean;
  title: string;
  /** The headings under which the standing text says something. */
  headings: readonly Heading[];
};

/** A proposal to change a goal that was not taken back. */
export type ProposalSeen = {
  id: string;
  shared: boolean;
  title: string;
  toSide: Side;
  proposedOn: Day;
  answeredOn: Day | null;
  declined: boolean;
  /** The answer comes with words. */
  reasoned: boolean;
};
