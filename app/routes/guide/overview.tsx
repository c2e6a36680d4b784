import { href } from "react-router";
import { TermList } from "~/features/guide/components/term-list";
import { PEOPLE_TERMS, RECORD_TERMS } from "~/features/guide/glossary";
import { contents } from "~/features/guide/guide";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { RecordList } from "~/ui/record-list";
import type { Route } from "./+types/overview";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Guide") }];

export function loader() {
  return { contents, people: PEOPLE_TERMS, records: RECORD_TERMS };
}

/** The five components, and the words used here. */
export default function Guide({ loaderData: { contents: chapters, people, records } }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle aside={<PrintButton />}>What makes two sides work well together</PageTitle>
      <p className="govuk-body-l">
        A partnership of residents and a council are equals here. What one side can say of the other, the
        other can say of it. But they are not the same: one is paid and has departments, the other gives its
        evenings.
      </p>
      <p className="govuk-body">
        How well they work together shows in five things. They were found by listening to residents and
        councils who had worked together for years.
      </p>
      <h2 className="govuk-heading-m">The five components</h2>
      <RecordList
        label="The five components"
        headingLevel={3}
        items={chapters.map(({ component, name, asks, principle }) => ({
          id: component,
          href: href("/guide/:component", { component }),
          title: name,
          children: (
            <>
              <p className="govuk-body">{asks}</p>
              <p className="govuk-hint">{principle}</p>
            </>
          ),
        }))}
      />
      <h2 className="govuk-heading-m">Words used here</h2>
      <TermList heading="People and organisations" terms={people} />
      <TermList heading="What is kept" terms={records} />
    </div>
  );
}
