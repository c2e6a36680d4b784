import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import { CHECK_STATES, CHECKS, type Check, type CheckRef, type CheckState } from "../check";
import { mendingQuestions } from "../question";
import type { planFor } from "../review";
import { LineForm, type Sent } from "./line-form";

const TONES: Record<CheckState, TagTone> = { passes: "good", fails: "attention", unknown: "waiting" };

export type CheckView = Check & { plan: ReturnType<typeof planFor> };
type CheckListProps = Sent & {
  checks: readonly CheckView[];
  canKeep: boolean;
  audience: string;
  hrefOf: (ref: CheckRef) => string;
};

/** The rules and how each stands, why, who can mend it, what is being done, and the records behind it. */
export function CheckList({ checks, canKeep, audience, hrefOf, ...sent }: CheckListProps) {
  return (
    <RecordList
      label="The rules"
      headingLevel={3}
      items={checks.map((check) => ({
        id: check.id,
        title: CHECKS[check.id],
        tag: <Tag tone={TONES[check.state]}>{CHECK_STATES[check.state]}</Tag>,
        children: (
          <>
            <p className="govuk-body">{check.says}</p>
            {check.state === "passes" ? null : <Mending check={check} />}
            {check.care.map((words) => (
              <p className="govuk-body" key={words}>
                Worth a look: {words}
              </p>
            ))}
            <Behind check={check} hrefOf={hrefOf} />
            {canKeep && check.state !== "passes" ? (
              <MendingForm check={check} audience={audience} sent={sent} />
            ) : null}
          </>
        ),
      }))}
    />
  );
}

function Mending({ check: { mend, plan } }: { check: CheckView }) {
  return (
    <>
      <p className="govuk-body">Who can mend it: {mend}</p>
      {plan ? (
        <p className="govuk-body">
          <strong>We are on it by {formatDay(plan.byOn)}:</strong> {plan.doing}
          {plan.who ? ` (${plan.who})` : ""}
        </p>
      ) : null}
    </>
  );
}

function Behind({ check: { id, records }, hrefOf }: { check: CheckView; hrefOf: CheckListProps["hrefOf"] }) {
  if (records.length === 0) return null;
  return (
    <Details
      summary={<>What this is made from{<span className="govuk-visually-hidden">: {CHECKS[id]}</span>}</>}
    >
      <ul className="govuk-list govuk-list--bullet">
        {records.map((ref) => (
          <li key={`${ref.kind} ${ref.id}`}>
            <AppLink href={hrefOf(ref)}>{ref.label}</AppLink>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function MendingForm({ check, audience, sent }: { check: CheckView; audience: string; sent: Sent }) {
  const intent = `mend:${check.id}`;
  const summary = check.plan ? "Say something new about it" : "Say what you are doing about it";
  return (
    <Details
      summary={
        <>
          {summary}
          {<span className="govuk-visually-hidden">: {CHECKS[check.id]}</span>}
        </>
      }
      open={sent.answer?.intent === intent}
    >
      <LineForm intent={intent} questions={mendingQuestions} audience={audience} button="Save" {...sent} />
    </Details>
  );
}
