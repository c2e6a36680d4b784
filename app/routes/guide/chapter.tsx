import { href } from "react-router";
import { findStandings } from "~/composition/guide-standing.server";
import { notFound } from "~/composition/request.server";
import { GuideActions } from "~/features/guide/components/guide-actions";
import { StandingList } from "~/features/guide/components/standing-list";
import { chapterOf } from "~/features/guide/guide";
import { COMPONENTS } from "~/features/scoring/facts";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Details } from "~/ui/details";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { SummaryList } from "~/ui/summary-list";
import type { Route } from "./+types/chapter";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.chapter.name ?? "Guide", { place: "Guide" }) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const component = COMPONENTS.find((one) => one === params.component) ?? notFound();
  return { chapter: chapterOf(component), standings: await findStandings(context, component) };
}

/** One component: what it asks, what to look out for, what each side can do. */
export default function GuideChapter({ loaderData: { chapter, standings } }: Route.ComponentProps) {
  const { component, name, asks, principle, warnings, actions, indicators } = chapter;
  return (
    <div className="cg-measure">
      <Breadcrumbs items={[{ href: href("/guide"), text: "Guide" }]} />
      <PageTitle aside={<PrintButton />}>{name}</PageTitle>
      <p className="govuk-body-l">{asks}</p>
      <InsetText>{principle}</InsetText>
      {standings.length > 0 ? <StandingList component={component} standings={standings} /> : null}
      <h2 className="govuk-heading-m">What to look out for</h2>
      <ul className="govuk-list govuk-list--bullet">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">What each side can do</h2>
      <GuideActions heading="The council" whole="everybody at the council" actions={actions.council} />
      <GuideActions
        heading="The partnership"
        whole="everybody in the community"
        actions={actions.community}
      />
      <Details summary="What its figure is made from">
        <SummaryList
          rows={indicators.map(({ id, name: key, shows }) => ({ key: `${key} (${id})`, value: shows }))}
        />
      </Details>
    </div>
  );
}
