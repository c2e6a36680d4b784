import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { dateOf, errorItems, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import type { PlanView } from "../assessment";

type Fields = {
  next: string;
  dueOn: string | { day?: string; month?: string; year?: string };
  by: string;
};
type PlanFormProps = {
  plan: PlanView | null;
  /** The people of one's own side. */
  ours: readonly { value: string; label: string }[];
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Says what one's own side does next with somebody, by when and by whom. */
export function PlanForm({ plan, ours, audience, answer, formKey }: PlanFormProps) {
  const [form, fields] = useForm<Fields>({
    id: "plan",
    lastResult: answerTo(answer, "plan"),
    defaultValue: { next: plan?.next ?? "", dueOn: plan?.dueOn ?? "", by: plan?.byPersonId ?? "" },
  });
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "plan" }} />
      <AudienceNote>{audience} It never reaches the other side.</AudienceNote>
      <TextInput
        {...fieldOf(fields.next)}
        label="What we do next with them"
        hint="Such as: ask them to the summer walk"
      />
      <DateInput {...dateOf(fields.dueOn)} label="By when" />
      <Select
        {...fieldOf(fields.by)}
        label="Who of us does it"
        optional
        placeholder="Nobody named yet"
        options={ours}
      />
      <Button variant="secondary">Save the next step</Button>
    </PostForm>
  );
}
