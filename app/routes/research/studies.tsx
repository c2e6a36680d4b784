import { href } from "react-router";
import { findOwnStudies } from "~/composition/study-page.server";
import { AppLink } from "~/ui/app-link";
import { EmptyState } from "~/ui/empty-state";
import { formatDayRange } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import type { Route } from "./+types/studies";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Your studies") }];

export async function loader({ context }: Route.LoaderArgs) {
  return { studies: await findOwnStudies(context) };
}

/** The studies that the reader is in. */
export default function Studies({ loaderData: { studies } }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>Your studies</PageTitle>
      <p className="govuk-body">
        A study sees areas one by one, each under a name of the study’s own that tells nobody which area it
        is. Both sides of an area have to agree to that.
      </p>
      {studies.length === 0 ? (
        <EmptyState title="You are not in a study">
          An admin adds researchers to a study. What everybody may see is under{" "}
          <AppLink href={href("/research")}>Compare</AppLink>.
        </EmptyState>
      ) : null}
      {studies.map(({ slug, title, purpose, organisation, startsOn, endsOn, by }) => (
        <section key={slug} aria-labelledby={`study-${slug}`}>
          <h2 className="govuk-heading-m" id={`study-${slug}`}>
            <AppLink href={href("/research/studies/:study", { study: slug })}>{title}</AppLink>
          </h2>
          <SummaryList
            rows={[
              { key: "What for", value: purpose },
              ...(organisation ? [{ key: "Whose", value: organisation }] : []),
              { key: "Areas told apart by", value: by },
              { key: "Open", value: formatDayRange(startsOn, endsOn) },
            ]}
          />
        </section>
      ))}
    </div>
  );
}
