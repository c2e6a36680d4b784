import type { ReactNode } from "react";
import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { Button, ButtonGroup } from "~/ui/button";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { HOW_WORDS, MEETING_HOWS } from "../meeting";
import type { MeetingFormOptions } from "./form-options";
import { MoreFields } from "./more-fields";
import { PeopleRows } from "./people-rows";
import { hasPromises, PromiseRows } from "./promise-rows";
import type { TypedForm } from "./typed-form";

export const SAVE_INTENT = "save";

type MeetingFormProps = {
  form: TypedForm;
  options: MeetingFormOptions;
  formKey: string | undefined;
  submitText: string;
  cancelHref: string;
  /** Promises and minutes are written here once; later they have pages of their own. */
  first: boolean;
  hidden?: Record<string, string | undefined>;
  children?: ReactNode;
};

/** What one writes about a meeting that was held: five answers, the promises made there, and more for who wants it. */
export function MeetingForm(props: MeetingFormProps) {
  const { form, options, formKey, submitText, cancelHref, first, hidden = {}, children } = props;
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <HiddenFields fields={{ ...hidden, intent: SAVE_INTENT }} />
      {children}
      {options.councils.length > 1 ? (
        <Radios
          {...form.field("council")}
          label="Which council is it about?"
          options={options.councils}
          small
        />
      ) : null}
      <DateInput {...form.day("on")} label="When did you meet?" labelSize="m" quick />
      <HowField form={form} label="How did you meet?" />
      <TextInput
        {...form.field("title")}
        label="What was it about?"
        labelSize="m"
        hint="A few words, such as “Quarterly meeting” or “The park gate”"
      />
      <PeopleRows form={form} options={options} list="theirs" />
      <PeopleRows form={form} options={options} list="ours" />
      {first ? (
        <section aria-labelledby={`${form.id}-promised`}>
          <h2 className="govuk-heading-m" id={`${form.id}-promised`}>
            What was promised?
          </h2>
          <Details summary="Add a promise" open={hasPromises(form)}>
            <PromiseRows form={form} options={options} />
          </Details>
        </section>
      ) : null}
      <MoreFields form={form} options={options} withMinutes={first} />
      <AudienceNote>{options.audience}</AudienceNote>
      <ButtonGroup stays>
        <Button>{submitText}</Button>
        <AppLink href={cancelHref}>Cancel</AppLink>
      </ButtonGroup>
    </PostForm>
  );
}

/** How the two sides meet. */
export function HowField({ form, label }: { form: TypedForm; label: string }) {
  return (
    <Select
      {...form.field("how")}
      label={label}
      labelSize="m"
      placeholder="Choose"
      options={MEETING_HOWS.map((how) => ({ value: how, label: HOW_WORDS[how] }))}
    />
  );
}
