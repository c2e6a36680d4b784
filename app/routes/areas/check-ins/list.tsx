import { href } from "react-router";
import { findCheckInsPage } from "~/composition/check-ins-page.server";
import { readEnded } from "~/composition/read-rounds.server";
import { AboutCheckIns } from "~/features/check-ins/components/about-check-ins";
import { ResultsOverTime } from "~/features/check-ins/components/results-over-time";
import { RoundFilters } from "~/features/check-ins/components/round-filters";
import { RoundList } from "~/features/check-ins/components/round-list";
import { isInView } from "~/features/check-ins/round-filter";
import { roundFilter } from "~/features/check-ins/round-filter.server";
import { CouncilChoice } from "~/features/scoring/components/health-overview";
import { readHealthSearch } from "~/features/scoring/health-search.server";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format-date";
import { PageActions } from "~/ui/page-actions";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Check-ins") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const { council } = readHealthSearch(url);
  const { view } = roundFilter.parse(Object.fromEntries(url.searchParams));
  const page = await readEnded(
    context,
    params.area,
    (actor, reading) => findCheckInsPage(actor, reading, council),
    (page) => page?.rounds.some(({ isOver }) => isOver) ?? false,
  );
  if (page === null) return null;
  const { rounds } = page;
  return { ...page, view, any: rounds.length > 0, rounds: rounds.filter((one) => isInView(view, one)) };
}

/** The rounds of the check-in: what is open, when the next can be, and what they said over time. */
export default function CheckIns({ loaderData: page, params }: Route.ComponentProps) {
  if (page === null) {
    return (
      <>
        <PageTitle>Check-ins</PageTitle>
        <EmptyState title="No council is connected with this area yet">
          A programme admin can connect one.
        </EmptyState>
      </>
    );
  }
  const { relationship, others, names, rounds, released, canOpen } = page;
  const home = href("/areas/:area/check-ins", params);
  const open = <LinkButton href={`${home}/new?council=${relationship.slug}`}>Open a check-in</LinkButton>;
  return (
    <>
      <PageTitle aside={<PageActions>{canOpen ? open : null}</PageActions>}>Check-ins</PageTitle>
      <CouncilChoice
        current={relationship.council}
        others={others.map(({ council, slug }) => ({ council, href: `${home}?council=${slug}` }))}
      />
      <p className="govuk-body">{nextWords(page)}</p>
      <AboutCheckIns />
      {page.any ? (
        <RoundFilters view={page.view} council={others.length > 0 ? relationship.slug : null} home={home} />
      ) : null}
      {rounds.length === 0 ? (
        <EmptyState title={page.any ? "No check-in is in this state" : "No check-in has been opened yet"}>
          Three minutes each, and both sides know how the other sees it.
        </EmptyState>
      ) : (
        <section aria-labelledby="rounds">
          <h2 className="govuk-heading-m" id="rounds">
            All check-ins
          </h2>
          <RoundList
            rounds={rounds.map((round) => ({
              ...round,
              href: href("/areas/:area/check-ins/:id", { ...params, id: round.id }),
            }))}
            names={names}
          />
        </section>
      )}
      <ResultsOverTime rounds={released} names={names} />
    </>
  );
}

type Page = NonNullable<Route.ComponentProps["loaderData"]>;

/** When the next round can be opened, and by whom. */
function nextWords({ isOpen, nextOn, canOpen }: Page): string {
  if (isOpen) return "A check-in is open now. The next can be opened 90 days after it began.";
  if (nextOn !== null)
    return `The next check-in can be opened from ${formatDay(nextOn)}: at most one in 90 days.`;
  return canOpen
    ? "A check-in can be opened today."
    : "A check-in can be opened today, by whoever may write on either side.";
}
