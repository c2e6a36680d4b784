import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { IntentForm } from "~/ui/intent-form";
import { Radios } from "~/ui/radios";
import { ERASURE_REASONS, type ErasureReason, KEEP_REASONS } from "../erasure";

const ANSWERS = [
  { value: "erase", label: "Cut their name, address and number out of our words too" },
  ...Object.entries(KEEP_REASONS).map(([value, label]) => ({ value, label: `Keep our words. ${label}` })),
];

type Props = {
  reason: ErasureReason;
  toldOn: string;
  answerBy: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** An area that was told of an erasure elsewhere says what becomes of its own words. */
export function AnswerErasure({ reason, toldOn, answerBy, answer, formKey }: Props) {
  const [form, fields] = useForm<{ answer: string }>({
    id: "answer",
    lastResult: answerTo(answer, "answer"),
  });
  return (
    <>
      <p className="govuk-body">
        On {formatDay(toldOn)} this area was told that another place asks for their details to be erased (
        {ERASURE_REASONS[reason].toLowerCase()}). Look through the words and files above, of this area alone.
        Nobody elsewhere sees them. One lead answers for the area, by {formatDay(answerBy)}: without an answer
        the words stay, and can no longer be looked for by their name.
      </p>
      <IntentForm form={form} intent="answer" formKey={formKey}>
        <Radios
          {...fieldOf(fields.answer)}
          label="What becomes of the words of this area?"
          options={ANSWERS}
          small
        />
        <Button>Answer</Button>
      </IntentForm>
    </>
  );
}
