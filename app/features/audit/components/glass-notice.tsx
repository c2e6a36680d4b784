import { formatInstant } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import type { GlassTold } from "../break-glass";

/** Tells the leads of an area that the programme was let in to read what both sides share. */
export function GlassNotice({ told }: { told: readonly GlassTold[] }) {
  if (told.length === 0) return null;
  return (
    <InsetText>
      <h2 className="govuk-heading-s">The programme was let in to read what both sides share</h2>
      <ul className="govuk-list">
        {told.map(({ id, by, confirmedBy, reason, from, until }) => (
          <li key={id}>
            {by}, agreed by {confirmedBy}, from {formatInstant(from)} until {formatInstant(until)} at the
            latest. The reason: {reason}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
