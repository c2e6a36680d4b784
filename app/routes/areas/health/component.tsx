import { href } from "react-router";
import { findComponent } from "~/composition/component-page.server";
import { readKept } from "~/composition/kept-pages.server";
import { notFound } from "~/composition/request.server";
import { HEALTH_TERMS } from "~/features/guide/glossary";
import { ComponentChange } from "~/features/scoring/components/component-change";
import { ComponentSteps } from "~/features/scoring/components/component-steps";
import { DirectionTable } from "~/features/scoring/components/direction-table";
import { HealthDayForm } from "~/features/scoring/components/health-day-form";
import { HealthGrounds } from "~/features/scoring/components/health-grounds";
import { MethodComparison } from "~/features/scoring/components/method-comparison";
import { StreamPanel } from "~/features/scoring/components/stream-panel";
import { TakeoversTold } from "~/features/scoring/components/takeovers-told";
import { COMPONENTS } from "~/features/scoring/facts";
import { readHealthSearch, withoutDaysAhead } from "~/features/scoring/health-search.server";
import { methods } from "~/features/scoring/methods";
import { AppLink } from "~/ui/app-link";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Details } from "~/ui/details";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { WordsHelp } from "~/ui/words-help";
import type { Route } from "./+types/component";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: documentTitle(loaderData?.page.name ?? "Health"),
  },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const component = COMPONENTS.find((one) => one === params.component) ?? notFound();
  const search = readHealthSearch(new URL(request.url));
  return readKept(
    context,
    params.area,
    ["component", component, search],
    async (actor, { tx, today }, { name }) => {
      const question = withoutDaysAhead(search, today);
      const page = (await findComponent(tx, actor, component, { question, today })) ?? notFound();
      return {
        area: name,
        page,
        asked: question,
        published: methods.map(({ id }) => id),
        words: HEALTH_TERMS,
      };
    },
  );
}

export default function ComponentHealth({ loaderData, params }: Route.ComponentProps) {
  const { area, page, asked, published, words } = loaderData;
  const { council, figure, provenance, sides, steps } = page;
  const health = `${href("/areas/:area/health", params)}?council=${council.slug}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { href: href("/areas/:area", params), text: area },
          { href: health, text: "Health" },
        ]}
      />
      <ErrorSummary
        errors={Object.entries(asked.problems).map(([fieldId, { says }]) => ({ fieldId, text: says }))}
      />
      <PageTitle
        caption={`${area} and ${council.council}, ${formatDay(provenance.asOf)}`}
        aside={<PrintButton />}
      >
        {page.name}
      </PageTitle>
      <p className="govuk-body-l">{page.asks}</p>
      <TakeoversTold
        takeovers={page.takeovers}
        hrefOf={(slug, on) => `${href("/areas/:area/health/:component", params)}?council=${slug}&on=${on}`}
      />
      <p className="govuk-body">
        {figure ? (
          <>
            <strong>{figure.value}</strong> out of 100, likely between {figure.lo} and {figure.hi}:{" "}
            {page.says}.
          </>
        ) : (
          "There is not enough evidence yet for a figure. What there is stands below."
        )}
      </p>
      {sides ? (
        <>
          <p className="govuk-body">{sides.says}</p>
          <Details summary="Both sides, with how sure that is">
            <DirectionTable directions={sides.directions} />
          </Details>
        </>
      ) : null}
      <WordsHelp question="What these words mean" words={words} allHref={href("/guide/words")} />
      <p className="govuk-body">
        <AppLink href={href("/guide/:component", params)}>What the guide says of it</AppLink>
      </p>
      <ComponentChange {...page.change} />
      {steps ? <ComponentSteps steps={steps} allHref={href("/areas/:area/actions", params)} /> : null}
      <h2 className="govuk-heading-m">What it is made of</h2>
      {page.streams.length === 0 ? (
        <EmptyState title="Nothing recorded speaks to this yet">
          When something is recorded that does, it is listed here with its weight.
        </EmptyState>
      ) : (
        page.streams.map((stream) => <StreamPanel key={stream.id} {...stream} />)
      )}
      <MethodComparison methods={page.methods} />
      <h2 className="govuk-heading-m">What these figures are made from</h2>
      <HealthGrounds {...provenance} />
      <HealthDayForm
        council={council.slug}
        on={asked.on}
        known={asked.known}
        problems={asked.problems}
        methods={published}
        method={provenance.methodId}
      />
    </>
  );
}
