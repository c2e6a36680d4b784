import { href } from "react-router";
import { findTopActions } from "~/composition/actions.server";
import { findDesk } from "~/composition/desk.server";
import { chooseRelationship, toHealthView, trendOf, trendSays } from "~/composition/health.server";
import { notFound, readArea } from "~/composition/request.server";
import { findFigures } from "~/composition/score-store.server";
import { findLatest } from "~/composition/timeline.server";
import { TopActions } from "~/features/actions/components/top-actions";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { DeskList } from "~/features/areas/components/desk-list";
import { LatestRecords } from "~/features/records/components/latest-records";
import { CouncilChoice, HealthOverview, HealthTrend } from "~/features/scoring/components/health-overview";
import { readHealthSearch } from "~/features/scoring/health-search.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/home";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.name ?? "Area") },
];

const DESK = 5;
const ACTIONS = 3;
const LATEST = 8;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { council } = readHealthSearch(new URL(request.url));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { name } = await getAreaFrame(tx, actor);
    const choice = await chooseRelationship(tx, actor, council);
    if (!choice) return council === null ? { name, health: null } : notFound();
    const { id } = choice.chosen;
    const points = await trendOf(tx, id, today);
    return {
      name,
      writes: actor.role !== "reader",
      desk: await findDesk(tx, actor, today, DESK),
      actions: (await findTopActions(tx, actor, id, today, ACTIONS)).map(
        ({ id: action, title, because, gain }) => ({
          id: action,
          title,
          because,
          gain,
        }),
      ),
      latest: await findLatest(tx, actor, today, LATEST),
      health: {
        view: toHealthView(await findFigures(tx, id, today), choice),
        trend: { points, sentence: trendSays(points) },
      },
    };
  });
}

export default function AreaHome({ loaderData, params }: Route.ComponentProps) {
  const { name, health } = loaderData;
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
  const { writes, desk, actions, latest } = loaderData;
  const own = href("/areas/:area", params);
  const question = `?council=${view.relationship.slug}`;
  return (
    <>
      <PageTitle
        aside={writes ? <LinkButton href={`${own}/meetings/new`}>Log a meeting</LinkButton> : undefined}
      >
        {name}
      </PageTitle>
      <h2 className="govuk-heading-m">What waits for your side</h2>
      <DeskList desk={desk} allHref={href("/areas/:area/commitments", params)} />
      <h2 className="govuk-heading-m">Health of the relationship</h2>
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
          `${href("/areas/:area/health/:component", { ...params, component })}${question}`
        }
      />
      <TopActions actions={actions} allHref={`${href("/areas/:area/actions", params)}${question}`} />
      <HealthTrend {...trend} />
      <LatestRecords records={latest} allHref={href("/areas/:area/timeline", params)} />
    </>
  );
}
