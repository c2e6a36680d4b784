import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import type { FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { HiddenFields } from "~/ui/hidden-fields";
import { PrintButton } from "~/ui/print-button";
import { Radios } from "~/ui/radios";
import { capital, type MeetingPage } from "./meeting-page";
import { STEP_INTENTS } from "./page-intents";
import { PlanForm } from "./plan-form";
import { PromiseRows } from "./promise-rows";
import { typedForm } from "./typed-form";

type StepsProps = {
  meeting: MeetingPage;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
  writeUpHref: string;
  ownHref: string;
  audience: string;
};

/** What can be done with a meeting now: only what this reader may. */
export function MeetingSteps(props: StepsProps) {
  const { meeting, formKey, writeUpHref } = props;
  const { can } = meeting;
  return (
    <>
      <ButtonGroup>
        {can.hold ? <LinkButton href={writeUpHref}>Write up how it went</LinkButton> : null}
        {can.noReply ? (
          <FormButton idempotencyKey={formKey} variant="secondary" fields={{ intent: STEP_INTENTS.noReply }}>
            There was no reply
          </FormButton>
        ) : null}
        <PrintButton>{meeting.status === "planned" ? "Print the agenda" : "Print this page"}</PrintButton>
      </ButtonGroup>
      {can.callOff ? <CallOffForm {...props} /> : null}
      {can.rebook ? <RebookForm {...props} /> : null}
    </>
  );
}

function CallOffForm({ meeting, answer, formKey }: StepsProps) {
  const mine = answer?.intent === STEP_INTENTS.callOff ? answer : undefined;
  const form = typedForm("call-off", mine, {});
  const other = meeting.side === "council" ? "community" : "council";
  const summary = meeting.status === "planned" ? "It was called off" : "Mend who called it off, and when";
  return (
    <Details summary={summary} open={mine !== undefined}>
      <PostForm id={form.id} idempotencyKey={formKey}>
        <ErrorSummary errors={form.problems} />
        <HiddenFields fields={{ intent: STEP_INTENTS.callOff }} />
        <Radios
          {...form.field("by")}
          label="Who called it off?"
          options={[
            { value: "ours", label: capital(meeting.names[meeting.side]) },
            { value: "theirs", label: capital(meeting.names[other]) },
          ]}
        />
        <DateInput {...form.day("noticeOn")} label="On which day did they say so?" quick />
        <Button variant="secondary">Save</Button>
      </PostForm>
    </Details>
  );
}

function RebookForm({ meeting, answer, formKey, ownHref, audience }: StepsProps) {
  const mine = answer?.intent === STEP_INTENTS.rebook ? answer : undefined;
  const { title, how, startsAt, place, purpose } = meeting;
  const form = typedForm("rebook", mine, { title, how, startsAt, place, purpose });
  return (
    <Details summary="Book it again" open={mine !== undefined}>
      <ErrorSummary errors={form.problems} />
      <PlanForm
        form={form}
        options={{ councils: [], audience }}
        formKey={formKey}
        what="plan"
        intent={STEP_INTENTS.rebook}
        submitText="Book it again"
        cancelHref={ownHref}
      />
    </Details>
  );
}

/** Adds promises to a meeting that was held; nothing for who may not. */
export function AddPromises({
  meeting,
  answer,
  formKey,
}: Pick<StepsProps, "meeting" | "answer" | "formKey">) {
  if (!meeting.can.draftMinutes) return null;
  const mine = answer?.intent === STEP_INTENTS.promises ? answer : undefined;
  const form = typedForm("promises", mine, {});
  const other = meeting.side === "council" ? "community" : "council";
  return (
    <Details summary="Add what was promised" open={mine !== undefined}>
      <PostForm id={form.id} idempotencyKey={formKey}>
        <ErrorSummary errors={form.problems} />
        <HiddenFields fields={{ intent: STEP_INTENTS.promises }} />
        <PromiseRows
          form={form}
          options={{
            ours: meeting.names[meeting.side],
            theirs: meeting.names[other],
            people: meeting.people,
          }}
        />
        <Button variant="secondary">Save</Button>
      </PostForm>
    </Details>
  );
}
