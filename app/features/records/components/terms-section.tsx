import { useForm } from "@conform-to/react";
import { useLocation } from "react-router";
import { plural } from "~/platform/plural";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer, revisionToSend } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { InsetText } from "~/ui/inset-text";
import { SummaryList } from "~/ui/summary-list";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { WrittenText } from "~/ui/written-text";

type Terms = {
  startsOn: string | null;
  endsOn: string | null;
  requestWorkingDays: number;
  communication: string | null;
  revision: number;
};

type TermsSectionProps = {
  terms: Terms;
  canSet: boolean;
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Since when the two work together, and what they agreed on answers and on keeping in touch. */
export function TermsSection({ terms, canSet, ...forms }: TermsSectionProps) {
  return (
    <section aria-labelledby="terms">
      <h2 className="govuk-heading-m" id="terms">
        What we agreed
      </h2>
      <SummaryList
        rows={[
          {
            key: "Working together since",
            value: terms.startsOn ? formatDay(terms.startsOn) : "Before records began",
          },
          ...(terms.endsOn ? [{ key: "Until", value: formatDay(terms.endsOn) }] : []),
          {
            key: "Time to answer a request",
            value: `${plural(terms.requestWorkingDays, "working day")}, unless another day is named`,
          },
          {
            key: "How we keep in touch",
            value: terms.communication ? (
              <WrittenText>{terms.communication}</WrittenText>
            ) : (
              "Not written down yet"
            ),
          },
        ]}
      />
      {canSet ? <TermsForm terms={terms} {...forms} key={terms.revision} /> : null}
    </section>
  );
}

function TermsForm({ terms, audience, answer, formKey }: Omit<TermsSectionProps, "canSet">) {
  const { pathname, search } = useLocation();
  const lastResult = answerTo(answer, "terms");
  const [form, fields] = useForm<{ requestWorkingDays: string; communication: string }>({
    id: "terms-form",
    lastResult,
    defaultValue: {
      requestWorkingDays: String(terms.requestWorkingDays),
      communication: terms.communication ?? "",
    },
  });
  const conflict = lastResult !== undefined && answer?.conflict;
  return (
    <Details summary="Change what we agreed" open={lastResult !== undefined}>
      <PostForm id={form.id} action={`${pathname}${search}#terms`} idempotencyKey={formKey}>
        <ErrorSummary errors={errorItems(form)} />
        {conflict ? (
          <InsetText>
            Saved now: {plural(terms.requestWorkingDays, "working day")} to answer a request.{" "}
            {terms.communication ?? ""}
          </InsetText>
        ) : null}
        <HiddenFields
          fields={{ intent: "terms", revision: revisionToSend(answer, "terms", terms.revision) }}
        />
        <TextInput
          {...fieldOf(fields.requestWorkingDays)}
          label="Time to answer a request"
          hint="Agree this with the other side before you save it."
          suffix="working days"
          width={3}
          inputMode="numeric"
        />
        <Textarea
          {...fieldOf(fields.communication)}
          label="How we keep in touch"
          hint="Such as: e-mail first, a call if it is urgent, nothing after 6pm."
          rows={4}
          optional
        />
        <AudienceNote>{audience}</AudienceNote>
        <Button variant="secondary">Save</Button>
      </PostForm>
    </Details>
  );
}
