import { href } from "react-router";
import { readArea } from "~/composition/request.server";
import { MeetingFilters, MeetingList } from "~/features/meetings/components/meeting-list";
import { findMeetings, meetingFilters } from "~/features/meetings/meetings.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { AppLink } from "~/ui/app-link";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Meetings") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filters = meetingFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readArea(context, params.area, async (actor, { tx, today }) => ({
    ...(await findMeetings(tx, actor, filters, today)),
    filters,
    today,
    canWrite: canWrite(actor) === true,
  }));
}

/** An area's meetings: those to come, then those that were. */
export default function Meetings({ loaderData, params }: Route.ComponentProps) {
  const { upcoming, earlier, page, pages, total, filters, today } = loaderData;
  const { status, how, series } = filters;
  const own = href("/areas/:area/meetings", params);
  const hrefOf = (id: string) => href("/areas/:area/meetings/:id", { area: params.area, id });
  const pageHref = (to: number) => {
    const asked = Object.entries({ status, how, series, page: String(to) });
    return `${own}?${new URLSearchParams(asked.flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
  };
  const isNarrowed = status !== undefined || how !== undefined || series !== undefined;
  return (
    <>
      <PageTitle aside={<PrintButton />}>Meetings</PageTitle>
      {loaderData.canWrite ? (
        <ButtonGroup>
          <LinkButton href={href("/areas/:area/meetings/new", params)}>Log a meeting</LinkButton>
          <LinkButton variant="secondary" href={href("/areas/:area/meetings/plan", params)}>
            Plan a meeting
          </LinkButton>
          <AppLink href={href("/areas/:area/meetings/import", params)}>Import meetings</AppLink>
        </ButtonGroup>
      ) : null}
      <p className="govuk-body">
        <AppLink href={href("/areas/:area/meetings/series", params)}>Series of meetings</AppLink>
      </p>
      <MeetingFilters status={status} how={how} clearHref={own} />
      <MeetingList title="To come" items={upcoming} today={today} hrefOf={hrefOf} />
      <MeetingList title="So far" items={earlier} today={today} hrefOf={hrefOf} />
      {total === 0 ? <NoMeetings narrowed={isNarrowed} /> : null}
      <Pagination page={page} pages={pages} hrefFor={pageHref} />
    </>
  );
}

function NoMeetings({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return <EmptyState title="No meetings like these">Clear the filters to see all of them.</EmptyState>;
  return (
    <EmptyState title="No meetings here yet">
      Calls, visits and e-mails back and forth count too. Logging one takes two minutes.
    </EmptyState>
  );
}
