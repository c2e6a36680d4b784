import { href } from "react-router";
import { findAreaHome } from "~/composition/area-home.server";
import { readKept } from "~/composition/kept-pages.server";
import { TopActions } from "~/features/actions/components/top-actions";
import { ClosingNotice } from "~/features/areas/components/closing-notice";
import { DeskList } from "~/features/areas/components/desk-list";
import { TakeoverNotice } from "~/features/areas/components/takeover-notice";
import { GlassNotice } from "~/features/audit/components/glass-notice";
import { PeriodNotice } from "~/features/elections/components/period-notice";
import { HEALTH_TERMS } from "~/features/guide/glossary";
import { LeaverNotice } from "~/features/handovers/components/leaver-notice";
import { LatestRecords } from "~/features/records/components/latest-records";
import { CouncilChoice, HealthOverview, HealthTrend } from "~/features/scoring/components/health-overview";
import { readHealthSearch } from "~/features/scoring/health-search.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { WordsHelp } from "~/ui/words-help";
import type { Route } from "./+types/home";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.name ?? "Area") },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { council } = readHealthSearch(new URL(request.url));
  return readKept(context, params.area, ["overview", council], async (actor, reading, { name }) => ({
    ...(await findAreaHome(actor, reading, name, council)),
    words: HEALTH_TERMS,
  }));
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
  const { closing, takeovers, writes, desk, leavers, actions, followed, latest, periods } = loaderData;
  const own = href("/areas/:area", params);
  const question = `?council=${view.relationship.slug}`;
  return (
    <>
      <PageTitle
        aside={writes ? <LinkButton href={`${own}/meetings/new`}>Log a meeting</LinkButton> : undefined}
      >
        {name}
      </PageTitle>
      {closing ? <ClosingNotice {...closing} href={href("/areas/:area/close", params)} /> : null}
      <GlassNotice told={loaderData.glass} />
      <TakeoverNotice takeovers={takeovers} />
      <LeaverNotice leavers={leavers} />
      <PeriodNotice periods={periods} />
      <h2 className="govuk-heading-m">What waits for your side</h2>
      <DeskList desk={desk} />
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
      <WordsHelp question="What these words mean" words={loaderData.words} allHref={href("/guide/words")} />
      <TopActions
        actions={actions}
        followed={followed}
        allHref={`${href("/areas/:area/actions", params)}${question}`}
      />
      <HealthTrend {...trend} />
      <LatestRecords records={latest} allHref={href("/areas/:area/timeline", params)} />
    </>
  );
}
