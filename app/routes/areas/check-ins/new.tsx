import { href } from "react-router";
import { findCheckInsPage } from "~/composition/check-ins-page.server";
import { forbidden, formOf, notFound, readArea, submit } from "~/composition/request.server";
import { closingOf } from "~/features/check-ins/check-in";
import { openCheckIn } from "~/features/check-ins/check-ins.commands.server";
import { AboutCheckIns } from "~/features/check-ins/components/about-check-ins";
import { otherSide } from "~/features/identity/actor";
import { canWrite } from "~/features/records/record.policy";
import { readHealthSearch } from "~/features/scoring/health-search.server";
import { addDays } from "~/platform/calendar/day";
import { BackLink } from "~/ui/breadcrumbs";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { problemsOf } from "~/ui/form-answer";
import { formatDay, formatDayWithWeekday } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Open a check-in") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { council } = readHealthSearch(new URL(request.url));
  return readArea(context, params.area, async (actor, reading) => {
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    const page = (await findCheckInsPage(actor, reading, council)) ?? notFound();
    const { relationship, names, nextOn, isOpen } = page;
    const lastDay = addDays(closingOf(reading.today), -1);
    return { relationship, about: names[otherSide(actor.side)], nextOn, isOpen, lastDay };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  return submit(context, form, openCheckIn, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/check-ins/:id", { area: params.area, id }),
    message: "The check-in is open. Everybody with an account on either side is asked.",
  }));
}

/** Opens a round of the check-in: what will happen, and one button. */
export default function OpenCheckIn({ loaderData, actionData, params }: Route.ComponentProps) {
  const { relationship, about, nextOn, isOpen, lastDay } = loaderData;
  const home = href("/areas/:area/check-ins", params);
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <BackLink href={`${home}?council=${relationship.slug}`}>Check-ins</BackLink>
      <PageTitle caption={relationship.council}>Open a check-in</PageTitle>
      {actionData ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <AboutCheckIns />
      {isOpen || nextOn !== null ? (
        <InsetText>
          {nextOn === null
            ? "A check-in is open already."
            : `The next check-in can be opened from ${formatDay(nextOn)}: at most one in 90 days.`}
        </InsetText>
      ) : (
        <>
          <p className="govuk-body">
            Everybody with an account on either side is asked today, and again after a week and after 12 days
            while they have not answered. It takes answers until the end of {formatDayWithWeekday(lastDay)}.
          </p>
          <p className="govuk-body">
            You can add people of your own side who have no account, and give each a link. What your side says
            of {about} counts from three answers on.
          </p>
          <PostForm idempotencyKey={formKey}>
            <HiddenFields fields={{ council: relationship.slug }} />
            <Button>Open the check-in today</Button>
          </PostForm>
        </>
      )}
    </div>
  );
}
