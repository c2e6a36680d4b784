import { LinkButton } from "~/ui/button";
import { Details } from "~/ui/details";
import { FormButton } from "~/ui/form-button";
import { formatDay, formatDayWithWeekday } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import type { RoundView } from "../check-in.ts";
import type { SideNames } from "../gap-words.ts";

type OpenRoundProps = {
  round: RoundView;
  names: SideNames;
  answerHref: string;
};

/** A round that is open: until when, and the reader's own part in it. Nothing of what anybody answered. */
export function OpenRound({ round, names, answerHref }: OpenRoundProps) {
  const { lastDay, closesOn, openedBy, openedOn, isOver, mine, can } = round;
  return (
    <>
      <p className="govuk-body">
        Opened by {names[openedBy]} on {formatDay(openedOn)}.{" "}
        {isOver
          ? "Its days are over, and no answer can be changed. What both sides say could not be put together just now. It is tried again each time this page is opened, and as a rule it is here within two minutes. Until then nobody sees any of it."
          : `It takes answers until the end of ${formatDayWithWeekday(lastDay)}.`}
      </p>
      {isOver ? null : (
        <InsetText>
          Nothing of what anybody answered can be seen before {formatDay(closesOn)}, by either side. Then both
          see what each says on the whole, if at least three people of each side answered.
        </InsetText>
      )}
      {mine && can.answer ? (
        <LinkButton href={answerHref}>
          {mine.answered ? "See or change my answers" : mine.hasDraft ? "Go on answering" : "Answer now"}
        </LinkButton>
      ) : null}
      {mine || isOver ? null : (
        <p className="govuk-body">You were not asked this time: you had no account when it was opened.</p>
      )}
    </>
  );
}

/** Ending a round before its day, for whoever opened it: everything that was answered is forgotten. */
export function CallOff({ formKey }: { formKey: string | undefined }) {
  return (
    <Details summary="Call this check-in off">
      <p className="govuk-body">
        It ends at once. All answers are forgotten, and nobody sees any of them. It does not count as the
        check-in of this quarter: another can be opened without waiting 90 days.
      </p>
      <FormButton fields={{ intent: "call-off" }} idempotencyKey={formKey} variant="warning">
        Call it off
      </FormButton>
    </Details>
  );
}
