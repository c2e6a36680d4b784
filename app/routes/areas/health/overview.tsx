import { href } from "react-router";
import { namesIn } from "~/composition/health.server";
import { findHealth } from "~/composition/health-page.server";
import { readKept } from "~/composition/kept-pages.server";
import { notFound } from "~/composition/request.server";
import { HEALTH_TERMS } from "~/features/guide/glossary";
import { ComponentMoves } from "~/features/scoring/components/component-moves";
import { CouncilFigures } from "~/features/scoring/components/council-figures";
import { HealthDayForm } from "~/features/scoring/components/health-day-form";
import { HealthGrounds } from "~/features/scoring/components/health-grounds";
import { CouncilChoice, HealthOverview, HealthTrend } from "~/features/scoring/components/health-overview";
import { MethodComparison } from "~/features/scoring/components/method-comparison";
import { TakeoversTold } from "~/features/scoring/components/takeovers-told";
import { Unevenness } from "~/features/scoring/components/unevenness";
import { readHealthSearch, withoutDaysAhead } from "~/features/scoring/health-search.server";
import { methods } from "~/features/scoring/methods";
import { ErrorSummary } from "~/ui/error-summary";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { WordsHelp } from "~/ui/words-help";
import type { Route } from "./+types/overview";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Health") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const search = readHealthSearch(new URL(request.url));
  return readKept(context, params.area, ["health", search], async (actor, { tx, today }, { name }) => {
    const asked = withoutDaysAhead(search, today);
    const page = (await findHealth(tx, actor, asked, today)) ?? notFound();
    const names = namesIn(page.view.relationship);
    const published = methods.map(({ id }) => id);
    return { area: name, page, asked, names, published, words: HEALTH_TERMS };
  });
}

export default function Health({ loaderData, params }: Route.ComponentProps) {
  const { area, page, asked, names, published, words } = loaderData;
  const { view, provenance, uneven, moves, trend, together } = page;
  const { slug: council } = view.relationship;
  const base = href("/areas/:area/health", params);
  // The same question of another council, on another day, or of one component.
  const ask = (path: string, changed: { council?: string; on?: string }) => {
    const question = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...asked, council, ...changed }))
      if (typeof value === "string" && value !== "") question.set(name, value);
    return `${path}?${question}`;
  };
  const hrefOf = (component: string) =>
    ask(href("/areas/:area/health/:component", { ...params, component }), {});
  return (
    <>
      <ErrorSummary
        errors={Object.entries(asked.problems).map(([fieldId, { says }]) => ({ fieldId, text: says }))}
      />
      <PageTitle caption={area} aside={<PrintButton />}>
        Health of the relationship
      </PageTitle>
      <CouncilChoice
        current={view.relationship.council}
        others={view.others.map((one) => ({ council: one.council, href: ask(base, { council: one.slug }) }))}
      />
      <TakeoversTold takeovers={page.takeovers} hrefOf={(slug, on) => ask(base, { council: slug, on })} />
      {asked.wrong.length > 0 ? (
        <InsetText>Some of what the address asked for could not be read, so it was left out.</InsetText>
      ) : null}
      <HealthOverview
        between={`${area} and ${view.relationship.council}`}
        overall={view.overall}
        says={view.says}
        components={view.components}
        hrefOf={hrefOf}
      />
      <WordsHelp question="What these words mean" words={words} allHref={href("/guide/words")} />
      {uneven ? <Unevenness {...uneven} names={names} hrefOf={hrefOf} /> : null}
      <ComponentMoves moves={moves} hrefOf={hrefOf} />
      {together ? <CouncilFigures {...together} hrefOf={(one) => ask(base, { council: one })} /> : null}
      <HealthTrend {...trend} />
      <MethodComparison methods={page.methods} />
      <h2 className="govuk-heading-m">What these figures are made from</h2>
      <HealthGrounds {...provenance} />
      <HealthDayForm
        council={council}
        on={asked.on}
        known={asked.known}
        problems={asked.problems}
        methods={published}
        method={provenance.methodId}
      />
    </>
  );
}
