import { findPublished } from "~/composition/published-page.server";
import { notFound } from "~/composition/request.server";
import { readResearch } from "~/composition/research-reading.server";
import { readPublishedSearch } from "~/features/research/compare-search.server";
import { PublishedResults } from "~/features/research/components/published-results";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/published";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("What others have published") }];

export function loader({ request, context }: Route.LoaderArgs) {
  const asked = readPublishedSearch(new URL(request.url).searchParams) ?? notFound();
  return readResearch(context, ({ tx }) => findPublished(tx, asked));
}

/** Figures of others about neighbourhoods and councils, and which of ours can be set beside them. */
export default function PublishedFigures({ loaderData: page }: Route.ComponentProps) {
  return (
    <>
      <PageTitle aside={<PrintButton />}>What others have published</PageTitle>
      <p className="govuk-body-l cg-measure">
        Local Trust and others have published figures about neighbourhoods and councils. Here they are, each
        with its source. Where a figure of ours can stand beside one, it does, with all that makes the two
        differ.
      </p>
      <PublishedResults page={page} />
    </>
  );
}
