import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import type { RecusalDue } from "../conduct-checks";
import { DECISION_ABOUTS, DECISION_HOWS, type Decision, VOTES, type Vote } from "../line";

export type DecisionRow = {
  decision: Decision;
  due: readonly Pick<RecusalDue, "name" | "vote">[];
  ahead: boolean;
  href: string;
};

const VOTE_IDS = Object.keys(VOTES) as Vote[];

/** "5 for, 1 abstained": how many did what. */
export function countVotes(votes: Decision["votes"]): string {
  const counts = VOTE_IDS.map(
    (id) => [VOTES[id].toLowerCase(), votes.filter(({ vote }) => vote === id).length] as const,
  );
  const said = counts.filter(([, count]) => count > 0).map(([words, count]) => `${count} ${words}`);
  return said.join(", ");
}

/** Decisions, those to come first; a member who has to step out is named. */
export function DecisionList({ rows }: { rows: readonly DecisionRow[] }) {
  return (
    <RecordList
      label="Decisions"
      items={rows.map(({ decision, due, ahead, href }) => {
        const open = due.filter(({ vote }) => vote !== "stepped_out");
        return {
          id: decision.id,
          href,
          title: decision.title,
          tag:
            open.length > 0 ? (
              <Tag tone="attention">{ahead ? "Somebody has to step out" : "Look at who took part"}</Tag>
            ) : ahead ? (
              <Tag tone="waiting">To come</Tag>
            ) : undefined,
          facts: factsOf(decision, ahead),
          children:
            open.length > 0 ? (
              <p className="govuk-body">
                {plural(open.length, "member")} with a declared interest in {decision.body}:{" "}
                {open.map(({ name }) => name).join(", ")}.
              </p>
            ) : null,
        };
      })}
    />
  );
}

function factsOf({ about, body, decidedOn, how, votes, toldOn }: Decision, ahead: boolean): string[] {
  const made = how ? DECISION_HOWS[how] : "How it was made is not written down";
  return [
    DECISION_ABOUTS[about],
    ...(body ? [body] : []),
    ahead ? `To be decided on ${formatDay(decidedOn)}` : `Decided on ${formatDay(decidedOn)}`,
    ...(ahead ? [] : [made, ...(votes.length > 0 ? [countVotes(votes)] : [])]),
    ...(toldOn ? [`Residents told on ${formatDay(toldOn)}`] : []),
  ];
}
