import { notFound } from "~/composition/request.server";
import { readResearch } from "~/composition/research-reading.server";
import { findSensitivity } from "~/composition/sensitivity-page.server";
import { readSensitivitySearch } from "~/features/research/compare-search.server";
import { NoRelease } from "~/features/research/components/compare-results";
import { SensitivityResults } from "~/features/research/components/sensitivity-results";
import { ownOrigin } from "~/platform/own-address.server";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/sensitivity";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Other judgements") }];

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = readSensitivitySearch(new URL(request.url).searchParams) ?? notFound();
  const page = await readResearch(context, ({ tx }) => findSensitivity(tx, asked));
  return { page, origin: ownOrigin(request) };
}

/** What becomes of a release if the method had judged otherwise: the same program, one judgement at a time. */
export default function Sensitivity({ loaderData: { page, origin } }: Route.ComponentProps) {
  return (
    <>
      <PageTitle caption={page ? `Release ${page.release.id}` : undefined} aside={<PrintButton />}>
        Other judgements
      </PageTitle>
      <p className="govuk-body-l cg-measure">
        The figures rest on judgements: how fast facts fade, how much weighs what, what imbalance costs. Here
        each is made otherwise, one at a time, and the release worked out again by the same program.
      </p>
      {page ? <SensitivityResults page={page} origin={origin} /> : <NoRelease />}
    </>
  );
}
