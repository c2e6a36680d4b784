import { AppLink } from "~/ui/app-link";
import { RecordList } from "~/ui/record-list";

type TopActionsProps = {
  actions: readonly { id: string; title: string; because: string; gain: string }[];
  /** What became of the last step that was followed up; null: none was of late. */
  followed: string | null;
  allHref: string;
};

/** The first few next steps of the reader's side, each with its reason. */
export function TopActions({ actions, followed, allHref }: TopActionsProps) {
  return (
    <section aria-labelledby="top-actions">
      <h2 className="govuk-heading-m" id="top-actions">
        Next steps for your side
      </h2>
      {actions.length === 0 ? (
        <p className="govuk-body">The records suggest nothing in particular right now.</p>
      ) : (
        <RecordList
          headingLevel={3}
          items={actions.map(({ id, title, because, gain }) => ({ id, title, facts: [because, gain] }))}
        />
      )}
      {followed ? <p className="govuk-body">{followed}</p> : null}
      <p className="govuk-body">
        <AppLink href={allHref}>All next steps, with their reasons</AppLink>
      </p>
    </section>
  );
}
