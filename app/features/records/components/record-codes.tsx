import { useForm } from "@conform-to/react";
import { useLocation } from "react-router";
import { plural } from "~/platform/plural";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { Facts } from "~/ui/record-list";
import { Select } from "~/ui/select";
import { type RecordCodes as Codes, PANEL_INTENTS } from "../record-panel";

type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };

/** The codes for research on a shared record: folded up, for those who want them. */
export function RecordCodes({ codes, audience, ...sent }: Sent & { codes: Codes; audience: string }) {
  const { put, choices } = codes;
  if (put.length === 0 && choices.length === 0) return null;
  const count = put.length === 0 ? "" : ` (${plural(put.length, "code")})`;
  const isOpen = sent.answer?.intent === PANEL_INTENTS.putCode;
  return (
    <section id="codes">
      <Details summary={`Codes for research${count}`} open={isOpen}>
        <p className="govuk-body">
          A code says what a record is about, in the words of a list that all areas use. It changes nothing
          here. Where both sides let their area into research, how many records and areas have each code is
          told, rounded and only where nobody can be found out.
        </p>
        <AudienceNote lead="Who sees the codes on this record:">{audience}</AudienceNote>
        {put.length > 0 ? (
          <ul className="govuk-list">
            {put.map(({ slug, label, by, on, own }) => (
              <li key={slug}>
                {label}
                <Facts facts={[`Put there by ${by}`, formatDay(on)]} />
                {own ? (
                  <FormButton
                    fields={{ intent: PANEL_INTENTS.takeCodeOff, code: slug }}
                    idempotencyKey={sent.formKey}
                    variant="secondary"
                    about={`: ${label}`}
                  >
                    Take off
                  </FormButton>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {choices.length > 0 ? <PutForm choices={choices} {...sent} key={put.length} /> : null}
      </Details>
    </section>
  );
}

function PutForm({ choices, answer, formKey }: Sent & Pick<Codes, "choices">) {
  const { pathname, search } = useLocation();
  const [form, fields] = useForm<{ code: string }>({
    id: "put-code",
    lastResult: answerTo(answer, PANEL_INTENTS.putCode),
  });
  return (
    <PostForm id={form.id} action={`${pathname}${search}#codes`} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: PANEL_INTENTS.putCode }} />
      <Select {...fieldOf(fields.code)} label="Code" placeholder="Choose a code" options={choices} />
      <Button variant="secondary">Put it on this record</Button>
    </PostForm>
  );
}
