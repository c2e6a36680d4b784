import { href } from "react-router";
import { readOwn } from "~/composition/partnership-page.server";
import { findReviewList } from "~/composition/partnership-review.server";
import { formOf, submit } from "~/composition/request.server";
import { startReview } from "~/features/partnership/reviews.commands.server";
import { AudienceNote } from "~/ui/audience-note";
import { BackLink } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/reviews";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Yearly review") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readOwn(context, params.area, findReviewList);
}

export async function action({ request, context, params: { area } }: Route.ActionArgs) {
  return submit(context, await formOf(request), startReview, { area }, ({ id }) => ({
    to: href("/areas/:area/partnership/reviews/:id", { area, id }),
    message: "The review is begun. It has filled itself in from what is written down.",
  }));
}

/** The yearly reviews: those handed in, and the one to begin. */
export default function Reviews({ loaderData, actionData, params }: Route.ComponentProps) {
  const { reviews, next, days, canKeep, audience } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/partnership", params)}>The partnership</BackLink>
      {actionData ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <PageTitle caption="The partnership">Yearly review</PageTitle>
      <AudienceNote lead="Who sees this page:">{audience}</AudienceNote>
      <p className="govuk-body">
        {days.open ? `The review of ${days.year} is open` : `The review of ${days.year} was open`}:{" "}
        {days.words}.
      </p>
      {next !== null && canKeep ? (
        <FormButton fields={{ intent: "start", year: String(next) }} idempotencyKey={formKey}>
          {`Begin the review of ${next}`}
        </FormButton>
      ) : null}
      {reviews.length > 0 ? (
        <RecordList
          label="Reviews"
          items={reviews.map(({ id, year, submittedOn, submittedBy }) => ({
            id,
            href: href("/areas/:area/partnership/reviews/:id", { area: params.area, id }),
            title: `Review of ${year}`,
            tag: submittedOn ? <Tag tone="good">Handed in</Tag> : <Tag tone="waiting">Draft</Tag>,
            facts: submittedOn ? [`On ${formatDay(submittedOn)}`, `By ${submittedBy}`] : [],
          }))}
        />
      ) : (
        <EmptyState title="No review is begun yet" />
      )}
    </div>
  );
}
