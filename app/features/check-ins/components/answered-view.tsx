import { ButtonGroup, LinkButton } from "~/ui/button";
import { FormButton } from "~/ui/form-button";
import { formatDayWithWeekday } from "~/ui/format-date";
import { NotificationBanner } from "~/ui/notification-banner";
import { PageTitle } from "~/ui/page-title";
import type { SeatForm } from "../check-in.ts";
import { STEPS, type Step } from "../steps.ts";
import { AnswersCheck } from "./answers-check.tsx";

type AnsweredViewProps = {
  form: SeatForm;
  hrefOf: (step: Step) => string;
  checkHref: string;
  formKey?: string | undefined;
};

/** What one has answered, as it stands: kept for the day it closes, and changeable until then. */
export function AnsweredView({ form, hrefOf, checkHref, formKey }: AnsweredViewProps) {
  const { about, areaName, lastDay, answers, draft } = form;
  return (
    <>
      <PageTitle caption={areaName}>You have answered about {about}</PageTitle>
      <p className="govuk-body">
        Thank you. There is nothing else to do. Until the end of {formatDayWithWeekday(lastDay)} you can
        change any answer, or take them all back. Nobody else sees this page.
      </p>
      {draft ? (
        <NotificationBanner kind="notice" title="A change that is not sent">
          <p className="govuk-body">You began to change your answers. Until you send them, these count.</p>
          <LinkButton href={checkHref}>Look over the change</LinkButton>
        </NotificationBanner>
      ) : null}
      <AnswersCheck steps={STEPS} answers={answers ?? {}} hrefOf={hrefOf} />
      <ButtonGroup>
        <FormButton fields={{ intent: "take-back" }} idempotencyKey={formKey} variant="secondary">
          Take my answers back
        </FormButton>
      </ButtonGroup>
    </>
  );
}
