import { href } from "react-router";
import {
  areaOverall,
  chooseRelationship,
  figuresFor,
  methodNamed,
  toHealthView,
  trendOf,
  trendSays,
} from "~/composition/health.server";
import { notFound, readArea } from "~/composition/request.server";
import { findFacts, findStanding } from "~/composition/score-store.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { CouncilFigures } from "~/features/scoring/components/council-figures";
import { HealthDayForm } from "~/features/scoring/components/health-day-form";
import { CouncilChoice, HealthOverview, HealthTrend } from "~/features/scoring/components/health-overview";
import { readHealthSearch } from "~/features/scoring/health-search.server";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/overview";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle("Health", loaderData ? { place: loaderData.area } : {}) },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const search = readHealthSearch(new URL(request.url));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const choice = await chooseRelationship(tx, actor, search.council);
    if (!choice || !methodNamed(search.method)) return notFound();
    const figures = (await figuresFor(tx, choice.chosen.id, search, today)) ?? notFound();
    const { id } = choice.chosen;
    const points = await trendOf(id, await findStanding(tx, id, today), today, () => findFacts(tx, id));
    const frame = await getAreaFrame(tx, actor);
    const several = actor.side === "community" && choice.others.length > 0;
    return {
      area: frame.name,
      view: toHealthView(figures, choice),
      asked: { on: search.on, known: search.known, council: choice.chosen.slug },
      wrong: search.wrong,
      trend: { points, sentence: trendSays(points) },
      together: several ? await areaOverall(tx, [choice.chosen, ...choice.others], today) : null,
      today,
    };
  });
}

export default function Health({ loaderData, params }: Route.ComponentProps) {
  const { area, view, trend, together, asked, wrong, today } = loaderData;
  const { area: slug } = params;
  const question = new URLSearchParams({ council: asked.council });
  if (asked.on) question.set("on", asked.on);
  if (asked.known) question.set("known", asked.known);
  const base = href("/areas/:area/health", { area: slug });
  return (
    <>
      <PageTitle caption={area} aside={<PrintButton />}>
        Health of the relationship
      </PageTitle>
      <CouncilChoice
        current={view.relationship.council}
        others={view.others.map(({ council, slug: other }) => ({
          council,
          href: `${base}?council=${other}`,
        }))}
      />
      {wrong.length > 0 ? (
        <InsetText>Some of what the address asked for could not be read, so it was left out.</InsetText>
      ) : null}
      {asked.on || asked.known ? <InsetText>{dayWords(asked, today)}</InsetText> : null}
      <HealthOverview
        between={`${area} and ${view.relationship.council}`}
        overall={view.overall}
        says={view.says}
        components={view.components}
        hrefOf={(component) =>
          `${href("/areas/:area/health/:component", { area: slug, component })}?${question}`
        }
      />
      {together ? <CouncilFigures {...together} hrefOf={(council) => `${base}?council=${council}`} /> : null}
      <HealthTrend {...trend} />
      <HealthDayForm council={asked.council} on={asked.on} known={asked.known} />
    </>
  );
}

function dayWords({ on, known }: { on: string | null; known: string | null }, today: string): string {
  const day = on ?? today;
  if (known === null) return `As of ${formatDay(day)}, from what is known of it now.`;
  return `As of ${formatDay(day)}, from what had been recorded by ${formatDay(known)}.`;
}
