import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { Button, ButtonGroup } from "~/ui/button";
import { DateInput } from "~/ui/date-input";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { TimeInput } from "~/ui/time-input";
import type { MeetingFormOptions } from "./form-options";
import { HowField, SAVE_INTENT } from "./meeting-form";
import type { TypedForm } from "./typed-form";

type PlanFormProps = {
  form: TypedForm;
  options: Pick<MeetingFormOptions, "councils" | "audience">;
  formKey: string | undefined;
  /** A meeting to come, or an attempt that nobody answered. */
  what: "plan" | "no-reply";
  submitText: string;
  cancelHref: string;
  intent?: string;
  hidden?: Record<string, string | undefined>;
};

/** A meeting to come: the day, how, what about. Or an attempt: the day and how. */
export function PlanForm(props: PlanFormProps) {
  const { form, options, formKey, what, submitText, cancelHref, intent = SAVE_INTENT, hidden = {} } = props;
  const isPlan = what === "plan";
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <HiddenFields fields={{ ...hidden, intent }} />
      {options.councils.length > 1 ? (
        <Radios
          {...form.field("council")}
          label="Which council is it about?"
          options={options.councils}
          small
        />
      ) : null}
      <DateInput
        {...form.day("on")}
        label={isPlan ? "When will you meet?" : "When did you try?"}
        labelSize="m"
        quick={!isPlan}
      />
      <HowField form={form} label={isPlan ? "How will you meet?" : "How did you try?"} />
      <TextInput
        {...form.field("title")}
        label={isPlan ? "What is it about?" : "What was it about?"}
        labelSize="m"
      />
      {isPlan ? (
        <>
          <TimeInput {...form.field("startsAt")} label="What time does it begin?" optional />
          <TextInput {...form.field("place")} label="Where?" optional />
        </>
      ) : null}
      <Textarea
        {...form.field("purpose")}
        label={isPlan ? "What is it for?" : "Is there anything to add?"}
        optional
        rows={3}
      />
      <AudienceNote>{options.audience}</AudienceNote>
      <ButtonGroup>
        <Button>{submitText}</Button>
        <AppLink href={cancelHref}>Cancel</AppLink>
      </ButtonGroup>
    </PostForm>
  );
}
