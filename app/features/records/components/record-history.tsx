import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { formatInstant } from "~/ui/format-date";
import type { RecordPanelView } from "../record-panel";

/** What was done to a record, newest first. */
export function RecordHistory({ entries }: { entries: RecordPanelView["history"] }) {
  if (entries.length === 0) return null;
  return (
    <Details summary="History">
      <ul className="govuk-list">
        {entries.map(({ id, at, by, said, putBack }) => (
          <li key={id}>
            {formatInstant(at)}: {by} {said}
            {putBack ? (
              <>
                {" "}
                <AppLink href={putBack} aria-label={`Put it back as it was before ${formatInstant(at)}`}>
                  Put this back
                </AppLink>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Details>
  );
}
