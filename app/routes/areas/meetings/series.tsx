import { href } from "react-router";
import { planFormOptions } from "~/composition/meeting-form.server";
import { formOf, readArea, submit } from "~/composition/request.server";
import { SeriesForm } from "~/features/meetings/components/series-form";
import { SeriesList } from "~/features/meetings/components/series-list";
import { typedForm } from "~/features/meetings/components/typed-form";
import { createSeries } from "~/features/meetings/series.commands.server";
import { findSeries } from "~/features/meetings/series.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { plural } from "~/platform/plural";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/series";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Series of meetings") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { options, council } = await planFormOptions(tx, actor);
    return {
      series: await findSeries(tx, actor, today),
      options,
      defaults: { every: "1", how: "in_person", unit: "month_weekday", council },
      canWrite: canWrite(actor) === true,
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { area } = params;
  return submit(context, await formOf(request), createSeries, { area }, ({ id, meetings }) => ({
    to: href("/areas/:area/meetings/series/:id", { area, id }),
    message: `${plural(meetings, "meeting")} planned.`,
  }));
}

/** The rhythms an area meets in, and the form of a new one. */
export default function Series({ loaderData, actionData, params }: Route.ComponentProps) {
  const { area } = params;
  const { series, options, defaults } = loaderData;
  const form = typedForm("series", actionData, defaults);
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <ErrorSummary errors={form.problems} />
      <PageTitle aside={<PrintButton />}>Series of meetings</PageTitle>
      {series.length === 0 ? (
        <EmptyState title="No series yet">
          A series plans its meetings for a year ahead, so nobody has to.
        </EmptyState>
      ) : (
        <SeriesList series={series} hrefOf={(id) => href("/areas/:area/meetings/series/:id", { area, id })} />
      )}
      {loaderData.canWrite ? (
        <>
          <h2 className="govuk-heading-m">Begin a series</h2>
          <SeriesForm
            form={form}
            options={options}
            formKey={formKey}
            cancelHref={href("/areas/:area/meetings", params)}
          />
        </>
      ) : null}
    </div>
  );
}
