import { href } from "react-router";
import { contents } from "~/features/guide/guide";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { RecordList } from "~/ui/record-list";
import type { Route } from "./+types/overview";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Guide") }];

export function loader() {
  return { contents };
}

/** The five components, with the way to the words used here and to how the figures are made. */
export default function Guide({ loaderData: { contents: chapters } }: Route.ComponentProps) {
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
      <h2 className="govuk-heading-m">More</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <AppLink href={href("/guide/words")}>Words used here</AppLink>: roles, organisations, records and
          figures
        </li>
        <li>
          <AppLink href={href("/research/method")}>How the figures are made</AppLink>, with an example to
          change by hand
        </li>
        <li>
          <AppLink href={href("/research")}>Kinds of areas compared</AppLink>, for everybody with an account
        </li>
      </ul>
    </div>
  );
}
