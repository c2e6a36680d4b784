import { formatDay } from "~/ui/format-date";

type HolidaysNoteProps = { source: { askedOn: string; untilYear: string } | null };

/** Which bank holidays the first days of periods are counted over, and of which day that is. */
export function HolidaysNote({ source }: HolidaysNoteProps) {
  return (
    <p className="govuk-hint">
      {source
        ? `Working days leave out the bank holidays GOV.UK publishes up to ${source.untilYear}, asked for on ${formatDay(source.askedOn)}. Later years follow the rules for them.`
        : "Working days leave out the bank holidays that follow from the rules for them. GOV.UK’s list is not here yet."}
    </p>
  );
}
