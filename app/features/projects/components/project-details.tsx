import type { ReactNode } from "react";
import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import { NEED_WORDS, STAGE_WORDS } from "../project";
import { bearerNameFirst } from "../project-words";
import type { ProjectDetailsView } from "./project-details-view";
import { Blocks, LeadChanges, Lines, Meetings } from "./project-lines";

/** What a project is for, who answers for what, when it ends, and what is in its way. */
export function ProjectDetails({ view }: { view: ProjectDetailsView }) {
  const { sides, responsibility, teams, involves, decision } = view;
  const rows: (SummaryRow | null)[] = [
    row("What it is for", <WrittenText>{view.aim}</WrittenText>),
    row("Where it stands", stageWords(view)),
    row("Who leads", leadWords(view)),
    row("How the lead moved", view.leadChanges.length > 1 && <LeadChanges {...view} />),
    row(
      `What ${sides.council} answers for`,
      responsibility ? <WrittenText>{responsibility}</WrittenText> : "Nobody has said yet",
    ),
    row(
      "Teams",
      teams.length > 0 && <Lines lines={teams.map(({ name, adds }) => (adds ? `${name}: ${adds}` : name))} />,
    ),
    row("Began", formatDay(view.startedOn)),
    row("Endpoint", endWords(view)),
    row("Held up by", view.blocks.length > 0 && <Blocks blocks={view.blocks} />),
    row(
      "Waits for a decision",
      decision && `${decision.from}${decision.since ? `, since ${formatDay(decision.since)}` : ""}`,
    ),
    row("Involves", involves.length > 0 && <Lines lines={involves.map((need) => NEED_WORDS[need])} />),
    row("The case for it", view.caseText && <WrittenText>{view.caseText}</WrittenText>),
    row("What it should come to", scopeWords(view)),
    row("Talked of at", view.meetings.length > 0 && <Meetings meetings={view.meetings} />),
    row("Skills that are missing", view.gaps.length > 0 && <Lines lines={view.gaps.map(gapWords)} />),
  ];
  return <SummaryList rows={rows.filter((one) => one !== null)} />;
}

function row(key: string, value: ReactNode): SummaryRow | null {
  return value ? { key, value } : null;
}

function stageWords({ stage, closedOn, closedNote }: ProjectDetailsView): string {
  const on = closedOn ? `, ${formatDay(closedOn)}` : "";
  return `${STAGE_WORDS[stage]}${on}${closedNote ? `. ${closedNote}` : ""}`;
}

function leadWords({ lead, leadPerson, residentsLead, sides }: ProjectDetailsView): string {
  if (lead === null) return "Nobody yet";
  const person = leadPerson ? `: ${leadPerson}` : "";
  const residents =
    residentsLead === null
      ? ""
      : residentsLead
        ? ". Residents hold the lead"
        : ". Residents do not hold the lead";
  return `${bearerNameFirst(lead, sides)}${person}${residents}`;
}

function endWords({ endpoint, endsBySide, endsAgreedOn, daysPast, sides }: ProjectDetailsView): string {
  if (endpoint === null) return "None is set yet";
  const words = [formatDay(endpoint.agreed)];
  if (daysPast > 0) words.push(`${plural(daysPast, "day")} past it`);
  if (endpoint.expected !== endpoint.agreed)
    words.push(`now expected ${formatDay(endpoint.expected)}, not agreed`);
  if (endpoint.waiting) words.push(`${formatDay(endpoint.waiting.newDueOn)} is proposed`);
  if (endsAgreedOn) words.push("agreed by both sides");
  else if (endsBySide) words.push(`set by ${sides[endsBySide]}, not agreed yet`);
  return words.join(", ");
}

function scopeWords({ scope, sides }: ProjectDetailsView): string | null {
  if (scope.fixedOn === null || scope.bySide === null) return null;
  const fixed = `Fixed ${formatDay(scope.fixedOn)}, said by ${sides[scope.bySide]}`;
  return scope.agreedOn
    ? `${fixed}. The other side agreed ${formatDay(scope.agreedOn)}`
    : `${fixed}. The other side has not agreed yet`;
}

function gapWords({ skill, openedOn, filledOn, filledNote }: ProjectDetailsView["gaps"][number]): string {
  if (filledOn === null) return `${skill}, since ${formatDay(openedOn)}`;
  return `${skill}: found ${formatDay(filledOn)}${filledNote ? `. ${filledNote}` : ""}`;
}
