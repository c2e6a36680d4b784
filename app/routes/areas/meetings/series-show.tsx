import { href } from "react-router";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { changeSeries, endSeries } from "~/features/meetings/change-series.commands.server";
import { MeetingList } from "~/features/meetings/components/meeting-list";
import { SERIES_INTENTS } from "~/features/meetings/components/page-intents";
import { SeriesChanges } from "~/features/meetings/components/series-changes";
import { SeriesFacts } from "~/features/meetings/components/series-list";
import { findMeetings, meetingFilters } from "~/features/meetings/meetings.queries.server";
import { extendSeries } from "~/features/meetings/series.commands.server";
import { findSeries } from "~/features/meetings/series.queries.server";
import { RecordActions } from "~/features/records/components/record-actions";
import { idSchema } from "~/platform/ids";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/series-show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.series.title ?? "Series of meetings") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const page = await readArea(context, params.area, async (actor, { tx, today }) => {
    const series = (await findSeries(tx, actor, today)).find((one) => one.id === id) ?? notFound();
    const meetings = await findMeetings(tx, actor, meetingFilters.parse({ series: id }), today);
    return { series, meetings, today };
  });
  return { ...page, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { area } = params;
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, area, id, "meeting-series");
  const to = href("/areas/:area/meetings/series/:id", { area, id });
  switch (intentOf(form)) {
    case SERIES_INTENTS.extend:
      return submit(context, form, extendSeries, { id }, ({ meetings }) => ({
        to,
        message: `${plural(meetings, "more meeting")} planned.`,
      }));
    case SERIES_INTENTS.change:
      return submit(context, form, changeSeries, { id }, ({ moved, made, dropped }) => ({
        to,
        message: `Changed: ${plural(moved, "meeting")} moved, ${made} planned, ${dropped} taken out.`,
      }));
    case SERIES_INTENTS.end:
      return submit(context, form, endSeries, { id }, ({ dropped }) => ({
        to,
        message: `The series ends on that day. ${plural(dropped, "meeting")} taken out.`,
      }));
    default:
      return (await handleRecordIntent(context, form, { area, id }, to)) ?? notFound();
  }
}

/** One series: its rhythm, and its meetings. */
export default function ShowSeries({ loaderData, actionData, params }: Route.ComponentProps) {
  const { series, meetings, today, panel } = loaderData;
  const { area } = params;
  const formKey = useFormKey();
  const hrefOf = (id: string) => href("/areas/:area/meetings/:id", { area, id });
  return (
    <>
      <PageTitle caption="Series of meetings" aside={<PrintButton />}>
        {series.title}
      </PageTitle>
      <div className="cg-measure">
        <SeriesFacts series={series} />
        {series.canChange ? (
          <SeriesChanges series={series} answer={actionData} formKey={formKey} audience={panel.audience} />
        ) : null}
      </div>
      <MeetingList title="To come" items={meetings.upcoming} today={today} hrefOf={hrefOf} />
      <MeetingList title="So far" items={meetings.earlier} today={today} hrefOf={hrefOf} />
      {meetings.pages > 1 ? (
        <p className="govuk-body">
          <AppLink href={`${href("/areas/:area/meetings", params)}?series=${series.id}`}>
            All of its meetings
          </AppLink>
        </p>
      ) : null}
      <RecordActions panel={panel} answer={actionData} formKey={formKey} />
    </>
  );
}
