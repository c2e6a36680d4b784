import { type Day, daysBetween } from "~/platform/calendar/day";
import { otherSide, type Side } from "../identity/actor";
import { agreedDay, type DayMove, expectedDay, waitingMove } from "./day-move";

/** Who leads, or owns: one of the sides, or both together. Ids are for ever. */
export const BEARERS = ["community", "council", "joint"] as const;
export type Bearer = (typeof BEARERS)[number];

export const STAGES = ["idea", "agreed", "under_way", "paused", "finished", "stopped"] as const;
export type Stage = (typeof STAGES)[number];
export const STAGE_WORDS: Record<Stage, string> = {
  idea: "An idea",
  agreed: "Agreed, not begun",
  under_way: "Under way",
  paused: "Paused",
  finished: "Finished",
  stopped: "Stopped",
};

/** What a project needs of the council that has to be checked first. */
export const NEEDS = ["money", "land", "staff"] as const;
export type Need = (typeof NEEDS)[number];
export const NEED_WORDS: Record<Need, string> = {
  money: "Public money",
  land: "Land or a building",
  staff: "Council staff’s time",
};

export type Block = { id: string; text: string; since: Day; clearedOn: Day | null; helpAsked: boolean };
export type SkillGap = { id: string; skill: string; openedOn: Day; filledOn: Day | null };
export type LeadChange = {
  id: string;
  on: Day;
  /** The last lead there was; null: it had none yet. */
  from: Bearer | null;
  /** Null: given up, and nobody took it. */
  to: Bearer | null;
  decided: boolean;
};

/** A piece of joint work, as its days tell it. */
export type Project = {
  startedOn: Day;
  stage: Stage;
  closedOn: Day | null;
  lead: Bearer | null;
  leadNamedOn: Day | null;
  endsOn: Day | null;
  endsBySide: Side | null;
  endsAgreedOn: Day | null;
  moves: readonly DayMove[];
  decisionFrom: string | null;
  decisionSince: Day | null;
  scopeFixedOn: Day | null;
  scopeFixedBySide: Side | null;
  scopeAgreedOn: Day | null;
  blocks: readonly Block[];
  gaps: readonly SkillGap[];
  /** In the order of their days. */
  leadChanges: readonly LeadChange[];
};

/** Whether nothing more is expected of anybody. */
export function isClosed({ stage }: Pick<Project, "stage">): boolean {
  return stage === "finished" || stage === "stopped";
}

/** Whether the lead went from one hand to another: naming the first, and giving it up, are no moves. */
export function isMove({ from, to }: Pick<LeadChange, "from" | "to">): boolean {
  return from !== null && to !== null && from !== to;
}

/** The last lead there was, though it may have been given up since. */
export function lastLead(project: Pick<Project, "lead" | "leadChanges">): Bearer | null {
  if (project.lead !== null) return project.lead;
  const last = project.leadChanges.at(-1);
  return last ? (last.to ?? last.from) : null;
}

/** The moves of the lead behind which there is no recorded decision. */
export function undecidedMoves({ leadChanges }: Pick<Project, "leadChanges">): LeadChange[] {
  return leadChanges.filter((change) => isMove(change) && !change.decided);
}

/** What holds it up now. */
export function openBlocks({ blocks }: Pick<Project, "blocks">): Block[] {
  return blocks.filter(({ clearedOn }) => clearedOn === null);
}

/** Skills that it still misses. */
export function openGaps({ gaps }: Pick<Project, "gaps">): SkillGap[] {
  return gaps.filter(({ filledOn }) => filledOn === null);
}

/** The endpoint both sides look to, the one it is expected on, and the proposal that waits; null: it has none. */
export function endpointOf({ endsOn, moves }: Pick<Project, "endsOn" | "moves">) {
  if (endsOn === null) return null;
  const planned = { dueOn: endsOn, moves };
  return { agreed: agreedDay(planned), expected: expectedDay(planned), waiting: waitingMove(planned) };
}

/** What else there is to say about a project beside its stage. Ids are for ever. */
export const FLAGS = [
  "held-up",
  "no-lead",
  "no-endpoint",
  "past-its-endpoint",
  "waits-for-a-decision",
] as const;
export type Flag = (typeof FLAGS)[number];

/** The flags on a day; a closed project has none. */
export function flagsOf(project: Project, today: Day): Flag[] {
  if (isClosed(project)) return [];
  const end = endpointOf(project);
  const holds: Record<Flag, boolean> = {
    "held-up": openBlocks(project).length > 0,
    "no-lead": project.lead === null,
    "no-endpoint": end === null,
    "past-its-endpoint": end !== null && today > end.agreed,
    "waits-for-a-decision": project.decisionFrom !== null,
  };
  return FLAGS.filter((flag) => holds[flag]);
}

/** Days past the endpoint both sides look to; 0 on the day, before it, and where there is none. */
export function daysPastEnd(project: Project, today: Day): number {
  const end = endpointOf(project);
  return end === null || isClosed(project) ? 0 : Math.max(0, daysBetween(end.agreed, today));
}

/** The sides whose word is awaited on something the other put to them. */
export function waitsForWord(project: Project): Side[] {
  if (isClosed(project)) return [];
  const sides = new Set<Side>();
  const proposal = endpointOf(project)?.waiting;
  if (proposal) sides.add(otherSide(proposal.proposedBySide));
  if (project.endsBySide !== null && project.endsAgreedOn === null) sides.add(otherSide(project.endsBySide));
  if (project.scopeFixedBySide !== null && project.scopeAgreedOn === null)
    sides.add(otherSide(project.scopeFixedBySide));
  return [...sides];
}

/** Teams as they are typed, a line each: "Parks: mows the long side". What follows the first colon is what it adds. */
export function readTeams(text: string | null): { name: string; adds: string | null }[] {
  return (text ?? "").split("\n").flatMap((line) => {
    const [name = "", ...rest] = line.split(":");
    const adds = rest.join(":").trim();
    return name.trim() === "" ? [] : [{ name: name.trim(), adds: adds === "" ? null : adds }];
  });
}

/** The same lines again, for the form. */
export function writeTeams(teams: readonly { name: string; adds: string | null }[]): string {
  return teams.map(({ name, adds }) => (adds === null ? name : `${name}: ${adds}`)).join("\n");
}
