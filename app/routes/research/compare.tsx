import { href } from "react-router";
import { findComparison } from "~/composition/compare-page.server";
import { notFound } from "~/composition/request.server";
import { readResearch } from "~/composition/research-reading.server";
import { readCompareSearch } from "~/features/research/compare-search.server";
import { CompareResults, NoRelease } from "~/features/research/components/compare-results";
import { ownOrigin } from "~/platform/own-address.server";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/compare";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Compare kinds of areas") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = readCompareSearch(new URL(request.url).searchParams) ?? notFound();
  const page = await readResearch(context, ({ tx }) => findComparison(tx, asked));
  return { page, origin: ownOrigin(request) };
}

/** Kinds of areas beside each other, from a frozen release: never one area, and never a rank. */
export default function Compare({ loaderData: { page, origin } }: Route.ComponentProps) {
  return (
    <>
      <PageTitle caption={page ? `Release ${page.release.id}` : undefined} aside={<PrintButton />}>
        Compare kinds of areas
      </PageTitle>
      <p className="govuk-body-l cg-measure">
        How relationships between neighbourhoods and councils go in different kinds of areas, for research.
        Nothing here tells of one area.
      </p>
      {page ? (
        <p className="govuk-body">
          <AppLink href={href("/research/data")}>Take these figures away as a table</AppLink>
        </p>
      ) : null}
      {page ? <CompareResults page={page} origin={origin} /> : <NoRelease />}
    </>
  );
}
