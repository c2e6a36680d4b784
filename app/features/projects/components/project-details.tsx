import type { ReactNode } from "react";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { plural } from "~/ui/plural";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import { type Bearer, NEED_WORDS, type Need, STAGE_WORDS, type Stage } from "../project";
import { bearerName, bearerNameFirst } from "../project-words";

type Side = "council" | "community";
type Linked = { href: string; title: string } | null;

export type ProjectDetailsView = {
  sides: Record<Side, string>;
  aim: string;
  caseText: string | null;
  involves: readonly Need[];
  stage: Stage;
  closedOn: string | null;
  closedNote: string | null;
  startedOn: string;
  lead: Bearer | null;
  leadPerson: string | null;
  residentsLead: boolean | null;
  responsibility: string | null;
  teams: readonly { name: string; adds: string | null }[];
  endpoint: { agreed: string; expected: string; waiting: { newDueOn: string } | null } | null;
  endsBySide: Side | null;
  endsAgreedOn: string | null;
  daysPast: number;
  decision: { from: string; since: string | null } | null;
  scope: { fixedOn: string | null; bySide: Side | null; agreedOn: string | null };
  blocks: readonly {
    id: string;
    text: string;
    since: string;
    clearedOn: string | null;
    clearedNote: string | null;
    helpAsked: boolean;
    request: Linked;
  }[];
  gaps: readonly {
    id: string;
    skill: string;
    openedOn: string;
    filledOn: string | null;
    filledNote: string | null;
  }[];
  leadChanges: readonly {
    id: string;
    on: string;
    from: Bearer | null;
    to: Bearer | null;
    person: string | null;
    isMove: boolean;
    decided: boolean;
    decisionText: string | null;
    meeting: Linked;
    reason: string | null;
  }[];
};

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
    row("Skills that are missing", view.gaps.length > 0 && <Lines lines={view.gaps.map(gapWords)} />),
  ];
  return <SummaryList rows={rows.filter((one) => one !== null)} />;
}

function row(key: string, value: ReactNode): SummaryRow | null {
  return value ? { key, value } : null;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="govuk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
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

function Blocks({ blocks }: Pick<ProjectDetailsView, "blocks">) {
  return (
    <ul className="govuk-list">
      {blocks.map(({ id, text, since, clearedOn, clearedNote, helpAsked, request }) => (
        <li key={id}>
          {text.replace(/\.$/, "")}, since {formatDay(since)}.{" "}
          {clearedOn ? `Cleared ${formatDay(clearedOn)}${clearedNote ? `: ${clearedNote}` : ""}. ` : ""}
          {request ? (
            <>
              Help asked: <AppLink href={request.href}>{request.title}</AppLink>
            </>
          ) : helpAsked ? (
            "Help was asked."
          ) : clearedOn ? null : (
            "No help asked yet."
          )}
        </li>
      ))}
    </ul>
  );
}

function LeadChanges({ leadChanges, sides }: Pick<ProjectDetailsView, "leadChanges" | "sides">) {
  const named = (bearer: Bearer | null) => (bearer ? bearerName(bearer, sides) : "nobody");
  return (
    <ol className="govuk-list">
      {leadChanges.map(({ id, on, from, to, person, isMove, decided, decisionText, meeting, reason }) => (
        <li key={id}>
          {formatDay(on)}: {from ? `from ${named(from)} to ${named(to)}` : named(to)}
          {person ? ` (${person})` : ""}
          {reason ? `. ${reason.replace(/\.$/, "")}` : ""}
          {decisionText
            ? `. Decided: ${decisionText}`
            : isMove && !decided
              ? ". No decision is on record"
              : ""}
          {meeting ? (
            <>
              , at <AppLink href={meeting.href}>{meeting.title}</AppLink>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
