import { href } from "react-router";
import { loadMouVersions } from "~/composition/mou-page.server";
import { notFound } from "~/composition/request.server";
import { VersionDifference, VersionsTable, VersionText } from "~/features/agreements/components/mou-versions";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { DateInput } from "~/ui/date-input";
import { FilterForm } from "~/ui/filter-form";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/versions";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Versions of an agreement") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return loadMouVersions(context, params.area, id, new URL(request.url).searchParams);
}

/** The text on any day, and the difference between two versions. */
export default function AgreementVersions({ loaderData, params }: Route.ComponentProps) {
  const { title, on, held, versions, difference } = loaderData;
  const own = href("/areas/:area/agreements/:id/versions", params);
  return (
    <>
      <PageTitle caption={title}>Versions</PageTitle>
      <p className="govuk-body">
        <AppLink href={href("/areas/:area/agreements/:id", params)}>Back to the agreement</AppLink>
      </p>
      <VersionsTable versions={versions} compareHref={(to) => `${own}?from=${to - 1}&to=${to}#difference`} />
      {difference ? (
        <section aria-labelledby="difference" className="cg-measure">
          <h2 className="govuk-heading-m" id="difference">
            From version {difference.from} to version {difference.to}
          </h2>
          <VersionDifference {...difference} />
        </section>
      ) : null}
      <section aria-labelledby="on-day" className="cg-measure">
        <h2 className="govuk-heading-m" id="on-day">
          The text on a day
        </h2>
        <FilterForm title="Choose the day" clearHref={own}>
          <DateInput id="on" name="on" label="Day" value={on} />
        </FilterForm>
        {held ? (
          <>
            <p className="govuk-body">
              On {formatDay(on)} version {held.number} was what both had agreed. It stood:{" "}
              {held.stateWords.toLowerCase()}.
            </p>
            <VersionText clauses={held.clauses} />
          </>
        ) : (
          <p className="govuk-body">On {formatDay(on)} both sides had not agreed to a text yet.</p>
        )}
      </section>
    </>
  );
}
