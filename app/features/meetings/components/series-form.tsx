import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { Button, ButtonGroup } from "~/ui/button";
import { DateInput } from "~/ui/date-input";
import { PostForm } from "~/ui/form";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import { TimeInput } from "~/ui/time-input";
import { SERIES_UNITS, UNIT_WORDS } from "../series";
import type { MeetingFormOptions } from "./form-options";
import { HowField } from "./meeting-form";
import type { TypedForm } from "./typed-form";

type SeriesFormProps = {
  form: TypedForm;
  options: Pick<MeetingFormOptions, "councils" | "audience">;
  formKey: string | undefined;
  cancelHref: string;
};

/** A rhythm of meetings: the first day, and how it goes on. */
export function SeriesForm({ form, options, formKey, cancelHref }: SeriesFormProps) {
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      {options.councils.length > 1 ? (
        <Radios
          {...form.field("council")}
          label="Which council is it about?"
          options={options.councils}
          small
        />
      ) : null}
      <TextInput {...form.field("title")} label="What is it called?" hint="For example, “Liaison group”" />
      <DateInput {...form.day("on")} label="When is the first one?" />
      <RhythmFields form={form} />
      <AudienceNote>{options.audience}</AudienceNote>
      <ButtonGroup>
        <Button>Plan a year of meetings</Button>
        <AppLink href={cancelHref}>Cancel</AppLink>
      </ButtonGroup>
    </PostForm>
  );
}

/** How a series repeats, and what each of its meetings is like. */
export function RhythmFields({ form }: { form: TypedForm }) {
  return (
    <>
      <Radios
        {...form.field("unit")}
        label="How does it repeat?"
        options={SERIES_UNITS.map((unit) => ({ value: unit, label: UNIT_WORDS[unit] }))}
      />
      <TextInput
        {...form.field("every")}
        label="Every how many weeks or months?"
        width={2}
        inputMode="numeric"
        hint="1 is every one of them, 2 every second one"
      />
      <HowField form={form} label="How will you meet?" />
      <TimeInput {...form.field("startsAt")} label="What time does it begin?" optional />
      <TextInput {...form.field("place")} label="Where?" optional />
      <DateInput {...form.day("until")} label="Is there a last day?" optional />
    </>
  );
}
