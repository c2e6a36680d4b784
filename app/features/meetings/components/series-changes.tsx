import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import type { FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { HiddenFields } from "~/ui/hidden-fields";
import { TextInput } from "~/ui/text-input";
import { SERIES_INTENTS } from "./page-intents";
import { RhythmFields } from "./series-form";
import type { SeriesLine } from "./series-list";
import { typedForm } from "./typed-form";

type ChangesProps = {
  series: SeriesLine;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
  audience: string;
};

/** What the side that began a series can do with it: plan more, change it from a day on, end it. */
export function SeriesChanges(props: ChangesProps) {
  return (
    <>
      <FormButton
        idempotencyKey={props.formKey}
        variant="secondary"
        fields={{ intent: SERIES_INTENTS.extend }}
      >
        Plan more, up to a year ahead
      </FormButton>
      <ChangeForm {...props} />
      <EndForm {...props} />
    </>
  );
}

function ChangeForm({ series, answer, formKey, audience }: ChangesProps) {
  const mine = answer?.intent === SERIES_INTENTS.change ? answer : undefined;
  const { title, unit, every, how, startsAt, place, until, revision, next } = series;
  const now = { title, unit, every: String(every), how, startsAt, place, until, on: next?.on };
  const form = typedForm("change-series", mine, now);
  return (
    <Details summary="Change it from a day on" open={mine !== undefined}>
      <PostForm id={form.id} idempotencyKey={formKey}>
        <ErrorSummary errors={form.problems} />
        <HiddenFields fields={{ intent: SERIES_INTENTS.change, revision: String(revision) }} />
        <TextInput {...form.field("title")} label="What is it called?" />
        <DateInput
          {...form.day("on")}
          label="From which day on?"
          hint="The first meeting of the changed series. Meetings before it stay as they are; those planned from it on move."
        />
        <RhythmFields form={form} />
        <AudienceNote>{audience}</AudienceNote>
        <Button variant="secondary">Change the series</Button>
      </PostForm>
    </Details>
  );
}

function EndForm({ series, answer, formKey }: ChangesProps) {
  const mine = answer?.intent === SERIES_INTENTS.end ? answer : undefined;
  const form = typedForm("end-series", mine, { until: series.until });
  return (
    <Details summary="End it" open={mine !== undefined}>
      <PostForm id={form.id} idempotencyKey={formKey}>
        <ErrorSummary errors={form.problems} />
        <HiddenFields fields={{ intent: SERIES_INTENTS.end }} />
        <DateInput
          {...form.day("until")}
          label="What is its last day?"
          hint="Meetings planned after it are taken out. Nobody has called them off."
        />
        <Button variant="secondary">End the series</Button>
      </PostForm>
    </Details>
  );
}
