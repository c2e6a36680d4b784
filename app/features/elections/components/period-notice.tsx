import type { ReactNode } from "react";
import { formatDay, formatDayWithWeekday } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { ELECTION_KINDS } from "../election";
import type { ElectionView } from "../election-views";

/** The part of an election that a notice tells. */
export type PeriodNear = Pick<ElectionView, "id" | "council" | "kind" | "period" | "nearness">;

type PeriodNoticeProps = { periods: readonly PeriodNear[]; children?: ReactNode };

/** Tells of pre-election periods that run, or begin soon. Nothing where there are none. */
export function PeriodNotice({ periods, children }: PeriodNoticeProps) {
  if (periods.length === 0) return null;
  return (
    <InsetText>
      {periods.map((near) => (
        <p className="govuk-body" key={near.id}>
          {saysOf(near)}
        </p>
      ))}
      {children ?? (
        <p className="govuk-body">
          Councils take more care with publicity then. You can record everything as always.
        </p>
      )}
    </InsetText>
  );
}

function saysOf({ council, kind, period, nearness }: PeriodNear): string {
  const what = `(${ELECTION_KINDS[kind]})`;
  return nearness === "running"
    ? `${council} is in a pre-election period ${what}, until the poll on ${formatDayWithWeekday(period.to)}.`
    : `${council} has a pre-election period ${what} from ${formatDay(period.from)} until the poll on ${formatDayWithWeekday(period.to)}.`;
}
