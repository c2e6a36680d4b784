import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { IntentForm } from "~/ui/intent-form";
import { Radios } from "~/ui/radios";
import { SummaryList } from "~/ui/summary-list";
import { WarningText } from "~/ui/warning-text";
import { ERASURE_REASONS, type ErasureReach } from "../erasure";

type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };

const REASONS = Object.entries(ERASURE_REASONS).map(([value, label]) => ({ value, label }));

/** A lead asks for somebody to be erased, and says why. */
export function AskErasureForm({ answer, formKey }: Sent) {
  const [form, fields] = useForm<{ reason: string }>({ id: "ask", lastResult: answerTo(answer, "ask") });
  return (
    <IntentForm form={form} intent="ask" formKey={formKey}>
      <Radios
        {...fieldOf(fields.reason)}
        label="Why should their details be erased?"
        options={REASONS}
        small
      />
      <Button>Ask for it</Button>
    </IntentForm>
  );
}

/** The numbers an admin decides by, and the decision that cannot be undone. */
export function DecideErasureForm({
  id,
  reach,
  answer,
  formKey,
}: Sent & { id: string; reach: ErasureReach }) {
  const [form, fields] = useForm<{ sure: string }>({
    id: "decide",
    lastResult: answerTo(answer, "carry-out"),
  });
  return (
    <>
      <SummaryList
        rows={[
          { key: "Has an account here", value: reach.hasAccount ? "Yes: it is erased too" : "No" },
          {
            key: "Texts that name them",
            value: `${reach.words}, of which ${reach.leftAlone} are left alone`,
          },
          { key: "Log entries and the like", value: String(reach.logged) },
          ...reach.rows.map(({ table, count }) => ({ key: `Rows of “${table}”`, value: String(count) })),
        ]}
      />
      <WarningText>This cannot be undone. Counts and scores stay as they are.</WarningText>
      <IntentForm form={form} intent="carry-out" formKey={formKey}>
        <HiddenFields fields={{ id }} />
        <Checkbox
          id={fields.sure.id}
          name={fields.sure.name}
          value="yes"
          label="I am sure, and the leads have looked through the texts"
          errors={fields.sure.errors}
        />
        <Button variant="warning">Erase their details for good</Button>
      </IntentForm>
    </>
  );
}
