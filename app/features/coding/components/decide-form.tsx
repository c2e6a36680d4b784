import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer, revisionToSend } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { IntentForm } from "~/ui/intent-form";
import { Radios } from "~/ui/radios";
import { Textarea } from "~/ui/textarea";
import type { CodeState } from "../code";

type DecideFormProps = {
  code: { id: string; state: CodeState; revision: number };
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

const PROPOSED = [
  { value: "accept", label: "Accept it", hint: "Areas can put it on records from now on." },
  { value: "decline", label: "Decline it", hint: "Say why: whoever proposed it reads that." },
];
const IN_USE = [
  {
    value: "retire",
    label: "Retire it",
    hint: "It stays on the records that have it. Nobody puts it on others, and later releases do not count it.",
  },
];

/** An admin decides what becomes of a code. */
export function DecideForm({ code, answer, formKey }: DecideFormProps) {
  const [form, fields] = useForm<{ decision: string; reason: string }>({
    id: "decide",
    lastResult: answerTo(answer, "decide"),
  });
  const decision = fieldOf(fields.decision);
  const options = code.state === "proposed" ? PROPOSED : IN_USE;
  return (
    <IntentForm form={form} intent="decide" formKey={formKey}>
      <HiddenFields fields={{ id: code.id, revision: revisionToSend(answer, "decide", code.revision) }} />
      <Radios {...decision} label="What becomes of it" options={options} small />
      <Textarea {...fieldOf(fields.reason)} label="Why" rows={2} optional={code.state === "proposed"} />
      <AudienceNote>
        Whoever proposed it. Why a code was retired is shown to everybody with an account.
      </AudienceNote>
      <Button>Save the decision</Button>
    </IntentForm>
  );
}
