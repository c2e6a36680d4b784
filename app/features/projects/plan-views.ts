import type { Day } from "~/platform/calendar/day";
import { compareDays } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import {
  agreedDay,
  countedDay,
  expectedDay,
  MOVE_WORDS,
  type MoveState,
  moveState,
  type Planned,
} from "./day-move";
import type { Milestone } from "./milestone";
import { actsNext, daysPast, type Standing, type State } from "./milestone";
import type { Bearer } from "./project";

/** A day that stood, or was meant to, and how it came about. */
export type PlanDay = {
  on: Day;
  state: "first" | MoveState;
  by: Side | null;
  saidOn: Day | null;
  reason: string | null;
};

/** A planned day and all it was moved to, for the picture and its table. */
export type PlanRow = {
  id: string;
  title: string;
  href: string | null;
  days: PlanDay[];
  /** The day it is now expected. */
  expectedOn: Day;
  doneOn: Day | null;
  state: State;
};

/** What a day of a plan is, in words. */
export const PLAN_DAY_WORDS: Record<PlanDay["state"], string> = { first: "First set", ...MOVE_WORDS };

/** Every day of a plan, in the order in which they were named. */
export function planDays(planned: Planned): PlanDay[] {
  return [
    { on: planned.dueOn, state: "first", by: null, saidOn: null, reason: null },
    ...planned.moves.map((move) => ({
      on: move.newDueOn,
      state: moveState(move, planned),
      by: move.proposedBySide,
      saidOn: move.proposedOn,
      reason: move.reason,
    })),
  ];
}

/** What a line says of its day: the one both look to, the one the score goes by, the one it is expected on. */
export function daysOf(planned: Planned) {
  return { dueOn: agreedDay(planned), countedOn: countedDay(planned), expectedOn: expectedDay(planned) };
}

/** A milestone as lists show it. */
export type MilestoneLine = ReturnType<typeof daysOf> & {
  id: string;
  areaId: string;
  title: string;
  relationshipId: string | null;
  projectId: string | null;
  parentId: string | null;
  owner: Bearer;
  state: State;
  doneOn: Day | null;
  acknowledged: boolean;
  daysPast: number;
  moved: number;
  parts: number;
  partsDone: number;
  earlyWin: boolean;
  dueDiligence: boolean;
  acts: Side[];
  contested: boolean;
};

type Own = Pick<
  MilestoneLine,
  "areaId" | "title" | "relationshipId" | "projectId" | "earlyWin" | "dueDiligence" | "contested"
>;

/** A milestone's line on a day. */
export function toLine(one: Milestone, standing: Standing, own: Own, today: Day): MilestoneLine {
  return {
    ...own,
    ...daysOf(one),
    id: one.id,
    parentId: one.parentId,
    owner: one.owner,
    state: standing.state,
    doneOn: standing.doneOn,
    acknowledged: one.acknowledgedOn !== null,
    daysPast: daysPast(one, standing, today),
    moved: one.moves.filter(({ alone, agreedOn }) => alone || agreedOn !== null).length,
    parts: standing.parts,
    partsDone: standing.partsDone,
    acts: actsNext(one, standing),
  };
}

/** By the day both look to; the same day by id. */
export function byDay(a: MilestoneLine, b: MilestoneLine): number {
  return compareDays(a.dueOn, b.dueOn) || (a.id < b.id ? -1 : 1);
}

/** Whether the reader can say here and now that it is done: their side's own, and nothing it is made of waits. */
export function canReport(line: MilestoneLine, side: Side): boolean {
  return (
    line.state === "planned" &&
    (line.owner === "joint" || line.owner === side) &&
    line.partsDone === line.parts
  );
}
