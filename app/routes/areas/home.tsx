import { href } from "react-router";
import { chooseRelationship, toHealthView, trendOf, trendSays } from "~/composition/health.server";
import { notFound, readArea } from "~/composition/request.server";
import { findFigures } from "~/composition/score-store.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { CouncilChoice, HealthOverview, HealthTrend } from "~/features/scoring/components/health-overview";
import { readHealthSearch } from "~/features/scoring/health-search.server";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/home";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.name ?? "Area") },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { council } = readHealthSearch(new URL(request.url));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { name } = await getAreaFrame(tx, actor);
    const choice = await chooseRelationship(tx, actor, council);
    if (!choice) return council === null ? { name, health: null } : notFound();
    const figures = await findFigures(tx, choice.chosen.id, today);
    const points = await trendOf(tx, choice.chosen.id, today);
    return {
      name,
      health: { view: toHealthView(figures, choice), trend: { points, sentence: trendSays(points) } },
    };
  });
}

export default function AreaHome({ loaderData: { name, health }, params }: Route.ComponentProps) {
  if (!health) {
    return (
      <>
        <PageTitle>{name}</PageTitle>
        <EmptyState title="No council is connected with this area yet">
          A programme admin can connect one.
        </EmptyState>
      </>
    );
  }
  const { view, trend } = health;
  const own = href("/areas/:area", params);
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <CouncilChoice
        current={view.relationship.council}
        others={view.others.map(({ council, slug }) => ({ council, href: `${own}?council=${slug}` }))}
      />
      <HealthOverview
        between={`${name} and ${view.relationship.council}`}
        overall={view.overall}
        says={view.says}
        components={view.components}
        hrefOf={(component) =>
          `${href("/areas/:area/health/:component", { ...params, component })}?council=${view.relationship.slug}`
        }
      />
      <HealthTrend {...trend} />
    </>
  );
}
