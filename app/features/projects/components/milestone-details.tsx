import type { ReactNode } from "react";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import { STATE_WORDS, type State } from "../milestone";
import type { PlanDay } from "../plan-views";
import type { Bearer } from "../project";
import { bearerNameFirst } from "../project-words";
import { Days } from "./plan-figure";

type Side = "council" | "community";
type Linked = { href: string; title: string } | null;

export type MilestoneDetailsView = {
  sides: Record<Side, string>;
  owner: Bearer;
  people: Record<Side, string | null>;
  project: Linked;
  parent: Linked;
  state: State;
  setOn: string;
  dueOn: string;
  countedOn: string;
  expectedOn: string;
  daysPast: number;
  days: readonly PlanDay[];
  evidence: string | null;
  earlyWin: boolean;
  dueDiligence: boolean;
  parts: number;
  partsDone: number;
  rolledUp: boolean;
  doneOn: string | null;
  doneNote: string | null;
  acknowledgedOn: string | null;
  acknowledgedNote: string | null;
  droppedOn: string | null;
  droppedNote: string | null;
  withdrawnOn: string | null;
  letGo: { by: Side; reason: string | null } | null;
};

/** What a milestone is, whose, by when, and what became of it. */
export function MilestoneDetails({ view }: { view: MilestoneDetailsView }) {
  const { sides, people, parts, partsDone } = view;
  const who = (["council", "community"] as const).flatMap((side) =>
    people[side] ? [`${people[side]} (${sides[side]})`] : [],
  );
  const rows: (SummaryRow | null)[] = [
    row("Project", view.project && <AppLink href={view.project.href}>{view.project.title}</AppLink>),
    row("Part of", view.parent && <AppLink href={view.parent.href}>{view.parent.title}</AppLink>),
    row("Whose it is", bearerNameFirst(view.owner, sides)),
    row("Who looks after it", who.join(", ")),
    row("Set on", formatDay(view.setOn)),
    row("Due", dueWords(view)),
    row("Every day it has had", view.days.length > 1 && <Days days={view.days} sides={sides} />),
    row("What will show it", view.evidence && <WrittenText>{view.evidence}</WrittenText>),
    row("Kind", kindWords(view)),
    row("Its parts", parts > 0 && `${partsDone} of ${plural(parts, "part")} done. It is done when all are.`),
    row("Where it stands", standWords(view)),
    row("Acknowledged", dated(view.acknowledgedOn, view.acknowledgedNote)),
  ];
  return <SummaryList rows={rows.filter((one) => one !== null)} />;
}

function row(key: string, value: ReactNode): SummaryRow | null {
  return value ? { key, value } : null;
}

function dated(day: string | null, note: string | null): string | null {
  return day && `${formatDay(day)}${note ? `. ${note}` : ""}`;
}

function kindWords({ earlyWin, dueDiligence }: MilestoneDetailsView): string | null {
  const words = [earlyWin && "an early win", dueDiligence && "one of the council’s checks"]
    .filter(Boolean)
    .join(" and ");
  return words === "" ? null : words.charAt(0).toUpperCase() + words.slice(1);
}

function dueWords({ state, dueOn, countedOn, expectedOn, daysPast }: MilestoneDetailsView): string {
  const words = [formatDay(dueOn)];
  if (daysPast > 0) words.push(`${plural(daysPast, "day")} past its day`);
  if (state === "planned" && expectedOn !== dueOn)
    words.push(`now expected ${formatDay(expectedOn)}, not agreed`);
  if (countedOn !== dueOn) words.push(`the figures go by ${formatDay(countedOn)}`);
  return words.join(", ");
}

function standWords(view: MilestoneDetailsView): string {
  const { state, doneOn, doneNote, droppedOn, droppedNote, withdrawnOn, letGo, rolledUp, sides } = view;
  if (state === "done")
    return `Done ${rolledUp ? `${formatDay(doneOn ?? "")}, with the last of its parts` : dated(doneOn, doneNote)}`;
  if (state === "dropped") return `Given up ${dated(droppedOn, droppedNote)}`;
  if (state === "withdrawn") return `Let go by both sides ${dated(withdrawnOn, letGo?.reason ?? null)}`;
  if (!letGo) return STATE_WORDS.planned;
  const asks = sides[letGo.by].charAt(0).toUpperCase() + sides[letGo.by].slice(1);
  return `Planned. ${asks} asks to let it go${letGo.reason ? `: ${letGo.reason}` : ""}`;
}
