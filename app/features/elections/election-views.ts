import type { Day } from "~/platform/calendar/day";
import type { SeatAfter } from "./after-poll";
import type { ElectionKind, Nearness, PreElection } from "./election";

/** An election as a page shows it. */
export type ElectionView = {
  id: string;
  councilId: string;
  /** The council's short name. */
  council: string;
  kind: ElectionKind;
  pollOn: Day;
  noticeOn: Day | null;
  source: string | null;
  note: string | null;
  revision: number;
  period: PreElection;
  nearness: Nearness;
};

/** A councillor whose seat was up, and the handover that follows. */
export type SeatView = {
  postId: string;
  personId: string;
  name: string;
  ward: string | null;
  isLead: boolean;
  after: SeatAfter;
  lastDay: Day | null;
  handoverId: string | null;
};
