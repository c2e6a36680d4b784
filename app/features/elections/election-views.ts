import type { Day } from "~/platform/calendar/day";
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
