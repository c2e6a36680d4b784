import { href } from "react-router";
import { readArea } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { HandoverFilters } from "~/features/handovers/components/handover-filters";
import { HandoverList, MissedList } from "~/features/handovers/components/handover-list";
import { handoverFilter } from "~/features/handovers/handover-filter";
import { findHandovers } from "~/features/handovers/handovers.queries.server";
import { findMissedHandovers } from "~/features/handovers/missed-handovers.queries.server";
import { roleLabel } from "~/features/people/person";
import { canWrite } from "~/features/records/record.policy";
import { addDays } from "~/platform/calendar/day";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageActions } from "~/ui/page-actions";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Handovers") }];

/** Days back in which somebody who left without a handover is named. */
const MISSED_DAYS = 365;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = handoverFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { area } = params;
  return readArea(context, area, async (actor, { tx, today }) => {
    const { councils } = await getAreaFrame(tx, actor);
    const { lines, ...found } = await findHandovers(tx, actor, filter, today);
    const missed = await findMissedHandovers(tx, actor, addDays(today, -MISSED_DAYS));
    const writes = canWrite(actor) === true;
    return {
      ...found,
      filter,
      councils,
      writes,
      items: lines.map(({ effectiveOn, areaId: _, ...line }) => ({
        ...line,
        href: href("/areas/:area/handovers/:id", { area, id: line.id }),
        lastDay: addDays(effectiveOn, -1),
      })),
      missed: missed.map(({ id, personId, name, role, organisation, endsOn }) => ({
        id,
        name,
        post: `${roleLabel(role)}, ${organisation}`,
        endsOn,
        past: endsOn <= today,
        href: href("/areas/:area/people/:id", { area, id: personId }),
        startHref: writes ? `${href("/areas/:area/handovers/new", { area })}?post=${id}` : null,
      })),
    };
  });
}

/** Posts that change hands, on both sides. */
export default function Handovers({ loaderData, params }: Route.ComponentProps) {
  const { items, missed, count, page, pages, filter, councils, writes } = loaderData;
  const home = href("/areas/:area/handovers", params);
  const search = new URLSearchParams({ view: filter.view });
  if (filter.side) search.set("side", filter.side);
  if (filter.council) search.set("council", filter.council);
  return (
    <>
      <PageTitle
        aside={
          <PageActions>
            {writes ? <LinkButton href={`${home}/new`}>Say that somebody leaves</LinkButton> : null}
          </PageActions>
        }
      >
        Handovers
      </PageTitle>
      <HandoverFilters filter={filter} councils={councils} home={home} />
      {items.length === 0 ? (
        <EmptyState
          title={filter.view === "open" ? "No handover is on its way" : "No handovers here"}
          action={
            filter.view === "all" ? null : (
              <AppLink href={`${home}?view=all`}>All handovers, also past ones</AppLink>
            )
          }
        >
          When somebody leaves, what they know and what is open goes to who follows. Both sides see it.
        </EmptyState>
      ) : (
        <>
          <p className="govuk-body">{plural(count, "handover")}</p>
          <HandoverList items={items} label="Handovers" />
        </>
      )}
      <Pagination page={page} pages={pages} hrefFor={(number) => `${home}?${search}&page=${number}`} />
      <MissedList items={missed} />
    </>
  );
}
