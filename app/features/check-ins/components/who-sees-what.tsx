import { formatDayWithWeekday } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";

type WhoSeesWhatProps = {
  /** The last day on which answers can be given and changed. */
  lastDay: string;
};

/** Said before the first question: who will see what is answered here, and until when it can be changed. */
export function WhoSeesWhat({ lastDay }: WhoSeesWhatProps) {
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>Nobody sees your own answers</strong>, neither your side nor the other. When the check-in
        closes, both sides see what each side says on the whole, and only if at least three people of each
        side answered.
      </p>
      <p className="govuk-body">
        Leads of your side see that you have answered, so that they can remind who has not. They never see
        what.
      </p>
      <p className="govuk-body">
        You can change your answers until it closes, at the end of {formatDayWithWeekday(lastDay)}.
      </p>
    </InsetText>
  );
}
