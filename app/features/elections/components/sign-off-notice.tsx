import { AppLink } from "~/ui/app-link";
import { formatDayRange } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import type { ElectionView } from "../election-views";

type SignOffNoticeProps = {
  election: Pick<ElectionView, "council" | "period">;
  /** Where the reader can say that it was checked; null: that is not theirs to say. */
  changeHref: string | null;
};

/** Asks for the sign-off of what was published in a pre-election period. */
export function SignOffNotice({ election: { council, period }, changeHref }: SignOffNoticeProps) {
  return (
    <InsetText>
      <p className="govuk-body">
        This falls in the pre-election period of {council}, {formatDayRange(period.from, period.to)}. It asks
        for a check and a sign-off.
      </p>
      {changeHref ? (
        <p className="govuk-body">
          <AppLink href={changeHref}>Say that it was checked and signed off</AppLink>
        </p>
      ) : null}
    </InsetText>
  );
}
