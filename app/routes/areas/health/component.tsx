import { href } from "react-router";
import { explain } from "~/composition/explanation.server";
import { chooseRelationship, knownAt, methodNamed } from "~/composition/health.server";
import { notFound, readArea } from "~/composition/request.server";
import { findFacts } from "~/composition/score-store.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { DirectionTable } from "~/features/scoring/components/direction-table";
import { StreamPanel } from "~/features/scoring/components/stream-panel";
import { COMPONENTS } from "~/features/scoring/facts";
import { readHealthSearch } from "~/features/scoring/health-search.server";
import { COMPONENT_WORDS, componentSays, figureText, hasFigure, pointsText } from "~/features/scoring/words";
import { AppLink } from "~/ui/app-link";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/component";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.name ?? "Health", loaderData ? { place: loaderData.area } : {}) },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const component = COMPONENTS.find((one) => one === params.component) ?? notFound();
  const search = readHealthSearch(new URL(request.url));
  const method = methodNamed(search.method) ?? notFound();
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const choice = (await chooseRelationship(tx, actor, search.council)) ?? notFound();
    const frame = await getAreaFrame(tx, actor);
    const names = { council: choice.chosen.council, community: frame.partnership, joint: "both together" };
    const facts = await findFacts(tx, choice.chosen.id, knownAt(search.known));
    const on = search.on ?? today;
    const { score, streams } = await explain(tx, actor, facts, { component, method, on });
    const figure = score.components[component];
    const shown = hasFigure(figure);
    return {
      area: frame.name,
      name: COMPONENT_WORDS[component].name,
      asks: COMPONENT_WORDS[component].asks,
      council: choice.chosen,
      asOf: on,
      figure: shown
        ? { value: figureText(figure.value), lo: Math.round(figure.lo), hi: Math.round(figure.hi) }
        : null,
      says: componentSays(figure),
      directions: (["council", "community"] as const).map((side) => ({
        side,
        name: names[side],
        value: shown ? figureText(figure[side].value) : null,
        lo: Math.round(figure[side].lo),
        hi: Math.round(figure[side].hi),
      })),
      streams: streams.map((stream) => toPanel(stream, names)),
    };
  });
}

type Streams = Awaited<ReturnType<typeof explain>>["streams"];

function toPanel(stream: Streams[number], names: Record<"council" | "community" | "joint", string>) {
  const { indicator, side, name, shows, x, Z, items, records, more } = stream;
  return {
    id: `${indicator}-${side}`,
    name,
    shows,
    whose: names[side],
    level: `On the whole ${Math.round(100 * x)} out of 100, from ${items} ${items === 1 ? "fact" : "facts"}.`,
    say: `That much evidence has ${Math.round(100 * Z)}% of the say it could have.`,
    records: records.map(({ effect, ...record }) => ({ ...record, effectText: pointsText(effect) })),
    more,
  };
}

export default function ComponentHealth({ loaderData, params }: Route.ComponentProps) {
  const { area, name, asks, council, asOf, figure, says, directions, streams } = loaderData;
  const health = `${href("/areas/:area/health", params)}?council=${council.slug}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { href: href("/areas/:area", params), text: area },
          { href: health, text: "Health" },
        ]}
      />
      <PageTitle caption={`${area} and ${council.council}, ${formatDay(asOf)}`} aside={<PrintButton />}>
        {name}
      </PageTitle>
      <p className="govuk-body-l">{asks}</p>
      <p className="govuk-body">
        {figure ? (
          <>
            <strong>{figure.value}</strong> out of 100, likely between {figure.lo} and {figure.hi}: {says}.
          </>
        ) : (
          "There is not enough evidence yet for a figure. What there is stands below."
        )}
      </p>
      <p className="govuk-body">
        <AppLink href={href("/guide/:component", params)}>What the guide says of it</AppLink>
      </p>
      {figure ? <DirectionTable directions={directions} /> : null}
      <h2 className="govuk-heading-m">What it is made of</h2>
      {streams.length === 0 ? (
        <EmptyState title="Nothing recorded speaks to this yet">
          When something is recorded that does, it is listed here with its weight.
        </EmptyState>
      ) : (
        streams.map((stream) => <StreamPanel key={stream.id} {...stream} />)
      )}
    </>
  );
}
