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
          {
            key: "What is erased",
            value: reach.ofAccount
              ? "An account. Nobody of the register of people"
              : "Somebody of the register of people. Not their account, if they have one",
          },
          ...(reach.ofAccount ? [] : [{ key: "Areas that asked", value: String(reach.areas) }]),
          { key: "Texts with their name", value: String(reach.byName) },
          { key: "Texts with their e-mail address", value: String(reach.byAddress) },
          { key: "Texts with their phone number", value: String(reach.byNumber) },
          { key: "Log entries and the like", value: String(reach.logged) },
          { key: "Texts of these that are left alone", value: String(reach.leftAlone) },
          {
            key: "Not cut out of texts: one word alone, or others have it too",
            value: String(reach.notCut),
          },
          ...(reach.ofAccount
            ? []
            : [
                { key: "Other areas that have not answered", value: String(reach.waiting) },
                { key: "Attached files that leads have looked at", value: String(reach.files) },
              ]),
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
