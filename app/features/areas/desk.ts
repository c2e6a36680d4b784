import type { Day } from "~/platform/calendar/day";

/** One thing that waits for the reader's side, with what to do about it in words. */
export type DeskItem = {
  id: string;
  title: string;
  href: string;
  /** What is wanted: "Your side promised this", "Waiting for your yes". */
  wants: string;
  /** The day it is about. */
  on: Day;
  pastItsDay: boolean;
};

/** What one area wants of the reader: what waits, and the next meeting. */
export type Desk = {
  items: DeskItem[];
  /** Waiting things beyond those: folded up below them. */
  more: DeskItem[];
  next: { title: string; href: string; on: Day; startsAt: string | null; place: string | null } | null;
};

/** What has passed its day first, then by day. */
export function orderDesk(items: readonly DeskItem[]): DeskItem[] {
  return items.toSorted(
    (a, b) =>
      Number(b.pastItsDay) - Number(a.pastItsDay) ||
      (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1),
  );
}
