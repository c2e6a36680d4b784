import { AppLink } from "~/ui/app-link";
import { RecordList } from "~/ui/record-list";

type ComponentStepsProps = {
  steps: readonly { id: string; title: string; because: string; gain: string }[];
  allHref: string;
};

/** The next steps of the reader's own side that would move a component most. */
export function ComponentSteps({ steps, allHref }: ComponentStepsProps) {
  return (
    <section aria-labelledby="steps">
      <h2 className="govuk-heading-m" id="steps">
        What your side could do to move it
      </h2>
      {steps.length === 0 ? (
        <p className="govuk-body">The records suggest nothing in particular here right now.</p>
      ) : (
        <RecordList
          headingLevel={3}
          items={steps.map(({ id, title, because, gain }) => ({ id, title, facts: [because, gain] }))}
        />
      )}
      <p className="govuk-body">
        <AppLink href={allHref}>All next steps, with their reasons</AppLink>
      </p>
    </section>
  );
}
