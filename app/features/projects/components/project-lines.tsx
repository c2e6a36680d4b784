import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { formatDay } from "~/ui/format-date";
import type { Bearer } from "../project";
import { bearerName } from "../project-words";
import type { ProjectDetailsView } from "./project-details-view";

/** Short lines, one below the other. */
export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="govuk-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What held a project up, and who was asked to help. */
export function Blocks({ blocks }: Pick<ProjectDetailsView, "blocks">) {
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

/** Meetings shown before the rest folds. */
const FIRST_MEETINGS = 3;

/** The meetings that talked of a project, the earlier ones folded. */
export function Meetings({ meetings }: Pick<ProjectDetailsView, "meetings">) {
  const list = (some: typeof meetings) => (
    <ul className="govuk-list">
      {some.map(({ id, title, href, on }) => (
        <li key={id}>
          <AppLink href={href}>{title}</AppLink>, {formatDay(on)}
        </li>
      ))}
    </ul>
  );
  const rest = meetings.slice(FIRST_MEETINGS);
  return (
    <>
      {list(meetings.slice(0, FIRST_MEETINGS))}
      {rest.length > 0 ? <Details summary={`${rest.length} earlier`}>{list(rest)}</Details> : null}
    </>
  );
}

/** How the lead went from one to another. */
export function LeadChanges({ leadChanges, sides }: Pick<ProjectDetailsView, "leadChanges" | "sides">) {
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
