import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import { ANSWER_WORDS, type AnswerView } from "../action-answer";

type AnsweredListProps = { answers: readonly AnswerView[]; formKey: string | undefined; canUndo: boolean };

/** What this side answered, what became of it, and a way back. */
export function AnsweredList({ answers, formKey, canUndo }: AnsweredListProps) {
  return (
    <RecordList
      label="Answered"
      headingLevel={3}
      items={answers.map((one) => ({
        id: one.id,
        title: one.title,
        tag: <Tag tone={one.answer === "dismissed" ? "quiet" : "good"}>{ANSWER_WORDS[one.answer]}</Tag>,
        facts: [formatDay(one.answeredOn), one.since],
        children: (
          <>
            {one.reason ? <p className="govuk-body">{one.reason}</p> : null}
            {one.promise && one.promiseHref ? (
              <p className="govuk-body">
                <AppLink href={one.promiseHref}>{one.promise.title}</AppLink>
                {one.promise.open ? " (open)" : " (finished)"}
              </p>
            ) : null}
            {canUndo ? (
              <FormButton
                fields={{ intent: `undo:${one.id}` }}
                idempotencyKey={formKey}
                variant="quiet"
                about={`: ${one.title}`}
              >
                Take this answer back
              </FormButton>
            ) : null}
          </>
        ),
      }))}
    />
  );
}
