import { href } from "react-router";
import { readArea } from "~/composition/request.server";
import { findTimeline } from "~/composition/timeline.server";
import { readTimelineFilter, timelineSearch } from "~/composition/timeline-filter";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { findAreaCodes } from "~/features/coding/coding.queries.server";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { TimelineFilters } from "~/features/records/components/timeline-filters";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { EmptyState } from "~/ui/empty-state";
import { formatDayShort, formatDayWithWeekday, formatMonth } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import { type TimelineItem, TimelineList } from "~/ui/timeline-list";
import type { Route } from "./+types/timeline";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Timeline") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = readTimelineFilter(new URL(request.url).searchParams);
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { councils } = await getAreaFrame(tx, actor);
    const people = await findPeopleOf(tx, actor, today);
    const codes = await findAreaCodes(tx, actor);
    const found = await findTimeline(tx, actor, filter, today);
    return {
      ...found,
      filter,
      councils,
      codes: codes.map(({ slug, label }) => ({ slug, label })),
      people: people.map(({ id, name, organisation }) => ({ id, name, organisation })),
      search: timelineSearch(filter),
    };
  });
}

type Line = Route.ComponentProps["loaderData"]["lines"][number];

/** Everything that happened and that this reader may see. */
export default function Timeline({ loaderData, params }: Route.ComponentProps) {
  const { ahead, lines, count, page, pages, filter, councils, people, codes, search } = loaderData;
  const home = href("/areas/:area/timeline", params);
  const hrefFor = (number: number) => `${home}${search}${search === "" ? "?" : "&"}page=${number}`;
  const comingUp = { title: "Coming up", items: ahead.map((line) => itemOf(line, formatDayWithWeekday)) };
  return (
    <>
      <PageTitle aside={<PrintButton />}>Timeline</PageTitle>
      <TimelineFilters filter={filter} councils={councils} people={people} codes={codes} home={home} />
      {ahead.length > 0 ? <TimelineList groups={[comingUp]} /> : null}
      {lines.length === 0 ? (
        <EmptyState title="Nothing here yet">
          What happens between the two sides shows here as it is recorded.
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">{plural(count, "record")} up to today, the newest first.</p>
          <TimelineList groups={byMonth(lines)} />
        </>
      )}
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
      <p className="govuk-body">
        What your side took back is in <AppLink href={href("/areas/:area/bin", params)}>the bin</AppLink>.
      </p>
    </>
  );
}

function byMonth(lines: readonly Line[]): { title: string; items: TimelineItem[] }[] {
  const groups: { title: string; items: TimelineItem[] }[] = [];
  for (const line of lines) {
    const title = formatMonth(line.day);
    const item = itemOf(line, formatDayShort);
    const last = groups.at(-1);
    if (last?.title === title) last.items.push(item);
    else groups.push({ title, items: [item] });
  }
  return groups;
}

function itemOf(line: Line, words: (day: string) => string): TimelineItem {
  return {
    id: line.id,
    day: line.day,
    dayText: words(line.day),
    title: line.title,
    href: line.href,
    tone: line.side === "community" ? "warm" : "cool",
    facts: line.facts,
  };
}
