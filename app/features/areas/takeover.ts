import type { Day } from "~/platform/calendar/day";

/** What may be open between the two sides of a relationship, as an admin sees it: how many, never what. */
export const OPEN_KINDS = [
  "promises",
  "requests",
  "milestones",
  "projects",
  "agreements",
  "handovers",
  "meetings",
  "posts",
  "elections",
] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];
export type OpenCounts = Partial<Record<OpenKind, number>>;

const ONE: Record<OpenKind, string> = {
  promises: "open promise",
  requests: "request without an answer",
  milestones: "milestone to come",
  projects: "project",
  agreements: "agreement",
  handovers: "handover under way",
  meetings: "meeting planned",
  posts: "post",
  elections: "election to come",
};
const MANY: Record<OpenKind, string> = {
  promises: "open promises",
  requests: "requests without an answer",
  milestones: "milestones to come",
  projects: "projects",
  agreements: "agreements",
  handovers: "handovers under way",
  meetings: "meetings planned",
  posts: "posts",
  elections: "elections to come",
};

/** What would follow, in words: "2 open promises, 1 agreement". */
export function openWords(counts: OpenCounts): string {
  const words = OPEN_KINDS.flatMap((kind) => {
    const many = counts[kind] ?? 0;
    return many === 0 ? [] : [`${many} ${many === 1 ? ONE[kind] : MANY[kind]}`];
  });
  return words.length === 0 ? "Nothing is open" : words.join(", ");
}

/** A relationship of the council that ends, with its area. */
export type EndingTie = {
  id: string;
  areaId: string;
  area: string;
  startsOn: Day | null;
  endsOn: Day | null;
  /** The council that takes it over, once that is prepared. */
  takenOverBy: string | null;
  /** The day it was made to end on before. */
  open: OpenCounts;
};

/** Somebody with an account of the council that ends. */
export type EndingMember = {
  id: string;
  name: string;
  role: string;
  areaId: string | null;
  area: string | null;
};

/** Who takes over from it, and when, as the register says. */
export type Successor = { id: string; name: string; on: Day };

/** What an account of a council that ends may become: one of the councils that follow its areas, or nothing. */
export const ENDS = "ends";

/** The day on which a relationship is taken over by that successor; throws nothing: null where it cannot be. */
export function takeoverDayOf(
  tie: Pick<EndingTie, "startsOn">,
  successor: Successor | undefined,
): { day: Day } | { why: string } {
  if (!successor) return { why: "Choose which council takes over here" };
  if (tie.startsOn !== null && tie.startsOn >= successor.on)
    return { why: "The relationship began on that day or after it" };
  return { day: successor.on };
}

/** Whether a takeover may be taken back: before its day always, and after it while nothing was written. */
export function mayTakeBack(day: Day, today: Day, written: boolean): true | string {
  if (today < day || !written) return true;
  return "Something was written after that day, in the name of the council that took over. It stays.";
}
