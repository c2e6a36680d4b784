import { href } from "react-router";
import { notFound } from "~/composition/request.server";
import { findStudyPage } from "~/composition/study-page.server";
import { readStudySearch } from "~/features/research/compare-search.server";
import { NoRelease } from "~/features/research/components/compare-results";
import { StudyResults } from "~/features/research/components/study-results";
import { ownOrigin } from "~/platform/own-address.server";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/study";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.study.title ?? "A study", { place: "Your studies" }) },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const asked = readStudySearch(new URL(request.url).searchParams) ?? notFound();
  return { ...(await findStudyPage(context, params.study, asked)), origin: ownOrigin(request) };
}

/** The areas of a study under its pseudonyms: one measure at a time, for who is in the study. */
export default function Study({ loaderData: { study, results, origin } }: Route.ComponentProps) {
  return (
    <>
      <Breadcrumbs items={[{ href: href("/research/studies"), text: "Your studies" }]} />
      <PageTitle caption={results ? `Release ${results.release.id}` : undefined} aside={<PrintButton />}>
        {study.title}
      </PageTitle>
      <p className="govuk-body-l cg-measure">{study.purpose}</p>
      {results ? <StudyResults results={results} slug={study.slug} origin={origin} /> : <NoRelease />}
    </>
  );
}
