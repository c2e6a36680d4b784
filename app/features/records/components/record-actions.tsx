import type { ReactNode } from "react";
import { href } from "react-router";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { ButtonGroup } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FormAnswer, problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay, formatInstant } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { Facts } from "~/ui/record-list";
import { PANEL_INTENTS, type RecordPanelView } from "../record-panel";
import { OutsideLink } from "./outside-link";
import { RecordCodes } from "./record-codes";
import { RecordFiles } from "./record-files";
import { RecordHistory } from "./record-history";
import { RecordNotes } from "./record-notes";
import { RecordReplies } from "./record-replies";
import { AskVoid } from "./record-void";

type RecordActionsProps = {
  panel: RecordPanelView;
  /** The page's `actionData`: only answers to the panel's own forms are taken from it. */
  answer: FormAnswer | undefined;
  formKey: string | undefined;
  /** What the recording side may do besides, such as a link to the page that changes the record. */
  children?: ReactNode;
};

/** Intents of single buttons: what is said against them has no field to stand beside. */
const BUTTONS: readonly string[] = [
  PANEL_INTENTS.settle,
  PANEL_INTENTS.bin,
  PANEL_INTENTS.restore,
  PANEL_INTENTS.agreeVoid,
  PANEL_INTENTS.binNote,
  PANEL_INTENTS.takeCodeOff,
];

/** The foot of every record's page: who recorded it, who sees it, what was said to it, and what can be done with it. */
export function RecordActions({ panel, answer, formKey, children }: RecordActionsProps) {
  const { can } = panel;
  const button = { idempotencyKey: formKey };
  return (
    <div className="cg-measure" id="record">
      {answer && BUTTONS.includes(answer.intent) ? <ErrorSummary errors={problemsOf(answer)} /> : null}
      <Standing panel={panel} formKey={formKey} />
      {panel.outside ? <OutsideLink id={panel.id} otherSide={panel.otherSide} /> : null}
      <RecordReplies panel={panel} answer={answer} formKey={formKey} />
      <RecordFiles panel={panel} />
      <RecordNotes panel={panel} answer={answer} formKey={formKey} />
      {panel.codes ? (
        <RecordCodes codes={panel.codes} audience={panel.audience} answer={answer} formKey={formKey} />
      ) : null}
      <section aria-labelledby="about-record">
        <h2 className="govuk-heading-m" id="about-record">
          About this record
        </h2>
        <Facts
          facts={[
            <span key="by">
              Recorded by {panel.by === panel.organisation ? null : `${panel.by}, `}
              <AppLink href={href("/organisations/:id", { id: panel.organisationId })}>
                {panel.organisation}
              </AppLink>
            </span>,
            formatInstant(panel.recordedAt),
            panel.daysLate > 0 && `Entered ${plural(panel.daysLate, "day")} after it happened`,
            ...panel.moves.map(({ id, from, to, on, href: handover }) => (
              <span key={id}>
                Went from {from} to {to} on {formatDay(on)},{" "}
                <AppLink href={handover}>with the handover</AppLink>
              </span>
            )),
          ]}
        />
        <AudienceNote lead="Who sees this:">{panel.audience}</AudienceNote>
        {children || can.bin ? (
          <ButtonGroup>
            {children}
            {can.bin ? (
              <FormButton {...button} variant="secondary" fields={{ intent: PANEL_INTENTS.bin }}>
                Put in the bin
              </FormButton>
            ) : null}
          </ButtonGroup>
        ) : null}
        {can.bin && panel.level === "shared" ? (
          <p className="govuk-body-s">
            You can bin it for 24 hours after it was recorded, while {panel.otherSide} has not opened it. You
            can always take it out again.
          </p>
        ) : null}
        {can.askVoid ? <AskVoid panel={panel} answer={answer} formKey={formKey} /> : null}
        <RecordHistory entries={panel.history} />
      </section>
    </div>
  );
}

/** What stands between the two sides about this record: a dispute, a request to void it, or its end. */
function Standing({ panel, formKey }: Pick<RecordActionsProps, "panel" | "formKey">) {
  const { contested, voidAsked, voidedOn, binned, can } = panel;
  return (
    <>
      {binned ? <InsetText>This is in the bin. Only your side sees it there.</InsetText> : null}
      {binned && can.restore ? (
        <FormButton idempotencyKey={formKey} fields={{ intent: PANEL_INTENTS.restore }}>
          Take out of the bin
        </FormButton>
      ) : null}
      {voidedOn ? (
        <InsetText>Both sides agreed on {formatDay(voidedOn)} that this does not count.</InsetText>
      ) : null}
      {voidAsked && !voidedOn ? (
        <InsetText>
          <p className="govuk-body">
            On {formatDay(voidAsked.on)} {voidAsked.by} asked that this should no longer count:{" "}
            {voidAsked.reason}
          </p>
          <p className="govuk-body">It stands, and counts, until the other side agrees.</p>
          {can.agreeVoid ? (
            <FormButton
              idempotencyKey={formKey}
              variant="secondary"
              fields={{ intent: PANEL_INTENTS.agreeVoid }}
            >
              Agree that it does not count
            </FormButton>
          ) : null}
        </InsetText>
      ) : null}
      {contested && !contested.settledOn ? (
        <InsetText>
          <p className="govuk-body">
            On {formatDay(contested.on)} {contested.by} said that they see this differently. Until that is
            settled it counts half.
          </p>
          {can.settle ? (
            <FormButton
              idempotencyKey={formKey}
              variant="secondary"
              fields={{ intent: PANEL_INTENTS.settle }}
            >
              This is settled
            </FormButton>
          ) : null}
        </InsetText>
      ) : null}
    </>
  );
}
