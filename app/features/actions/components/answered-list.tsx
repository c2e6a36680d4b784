import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import { ANSWER_WORDS, type AnswerView } from "../action-answer";

type AnsweredListProps = { answers: readonly AnswerView[]; formKey: string | undefined; canUndo: boolean };

/** What this side put aside, why, and a way back. */
export function AnsweredList({ answers, formKey, canUndo }: AnsweredListProps) {
  return (
    <RecordList
      label="Put aside"
      headingLevel={3}
      items={answers.map((one) => ({
        id: one.id,
        title: one.title,
        tag: <Tag tone="quiet">{ANSWER_WORDS[one.answer]}</Tag>,
        facts: [formatDay(one.answeredOn)],
        children: (
          <>
            {one.reason ? <p className="govuk-body">{one.reason}</p> : null}
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
