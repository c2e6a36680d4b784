import { href } from "react-router";
import { readKept } from "~/composition/kept-pages.server";
import { findMap } from "~/composition/people-side.server";
import { PeopleMap } from "~/features/people/components/people-map";
import { audienceWords } from "~/features/records/record";
import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { ButtonGroup } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/map";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Who matters here") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readKept(context, params.area, ["people map"], async (actor, { tx, today }) => ({
    lines: await findMap(tx, actor, today),
    audience: audienceWords("side", actor, []),
  }));
}

/** The people one's own side has placed by interest and influence: for that side alone. */
export default function PeoplePlaced({ loaderData, params }: Route.ComponentProps) {
  const { lines, audience } = loaderData;
  const people = href("/areas/:area/people", params);
  const aside = (
    <ButtonGroup>
      <PrintButton />
      <AppLink href={href("/areas/:area/people/coverage", params)}>How far our ties reach</AppLink>
    </ButtonGroup>
  );
  return (
    <>
      <PageTitle caption="People" aside={aside}>
        Who matters here
      </PageTitle>
      <AudienceNote lead="Who sees this map:">{audience}</AudienceNote>
      {lines.length === 0 ? (
        <EmptyState title="Nobody is placed yet">
          Open somebody from the list of <AppLink href={people}>people</AppLink> and say what your side thinks
          of them.
        </EmptyState>
      ) : (
        <PeopleMap
          lines={lines}
          hrefFor={(id) => href("/areas/:area/people/:id", { area: params.area, id })}
        />
      )}
    </>
  );
}
