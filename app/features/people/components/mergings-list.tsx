import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import type { MergingView } from "../merging";

type MergingsListProps = {
  what?: "people" | "organisations";
  mergings: readonly MergingView[];
  canWrite: boolean;
  formKey: string | undefined;
};

/** Whom somebody was made one with, and the way back. */
export function MergingsList({ what = "people", mergings, canWrite, formKey }: MergingsListProps) {
  if (mergings.length === 0) return null;
  return (
    <section aria-labelledby="mergings">
      <h2 className="govuk-heading-m" id="mergings">
        Made one before
      </h2>
      <ul className="cg-records">
        {mergings.map(({ id, name, on, by, undoneOn }) => (
          <li key={id}>
            <p className="govuk-body">
              With {name}, on {formatDay(on)}, by {by}.
              {undoneOn ? ` Undone on ${formatDay(undoneOn)}.` : null}
            </p>
            {canWrite && !undoneOn ? (
              <FormButton
                variant="secondary"
                fields={{ intent: `undo ${id}` }}
                idempotencyKey={formKey}
                about={`: ${name}`}
              >
                Undo: they are two {what}
              </FormButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
