import { href } from "react-router";
import { loadReview } from "~/composition/partnership-review.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { DocumentParts } from "~/features/partnership/components/own-document";
import { ReviewForm } from "~/features/partnership/components/review-form";
import { draftReview, handInReview } from "~/features/partnership/reviews.commands.server";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { BackLink } from "~/ui/breadcrumbs";
import { ButtonGroup } from "~/ui/button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/review";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.document.title ?? "Yearly review") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadReview(context, params.area, params.id);
}

export async function action({ request, context, params: { area, id } }: Route.ActionArgs) {
  const form = await formOf(request);
  const fixed = { area, id: idSchema.safeParse(id).data ?? notFound() };
  const to = href("/areas/:area/partnership/reviews/:id", fixed);
  const intent = intentOf(form);
  if (intent === "draft")
    return submit(context, form, draftReview, fixed, () => ({ to, message: "Your draft is kept." }));
  if (intent === "hand-in")
    return submit(context, form, handInReview, fixed, () => ({ to, message: "The review is handed in." }));
  return notFound();
}

/** A refused form is shown beside what is saved now: after a conflict that is somebody else’s. */
export function shouldRevalidate() {
  return true;
}

/** A yearly review: filled in from the records, with the questions to answer until it is handed in. */
export default function ReviewPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { document, handedIn, answers, revision, representative, canKeep, audience } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/partnership/reviews", params)}>Yearly review</BackLink>
      <PageTitle caption="The partnership">{document.title}</PageTitle>
      <AudienceNote lead="Who sees this page:">{audience}</AudienceNote>
      <ButtonGroup>
        <PrintButton />
        <AppLink href={href("/areas/:area/partnership/reviews/:id/export.docx", params)} reload>
          Download as a Word document
        </AppLink>
        <AppLink href={href("/areas/:area/partnership/reviews/:id/export.pdf", params)} reload>
          Download as a PDF
        </AppLink>
      </ButtonGroup>
      {handedIn || !canKeep ? null : (
        <>
          <h2 className="govuk-heading-m">Your answers</h2>
          <p className="govuk-body">
            What the programme reads from your pages is filled in below. Answer these in your own words. For
            every rule that is not in order, say on the page{" "}
            <AppLink href={href("/areas/:area/partnership", params)}>The partnership</AppLink> what you are
            doing and by when.
          </p>
          <ReviewForm
            key={revision}
            revision={revision}
            answers={answers}
            representative={representative}
            audience={audience}
            answer={actionData}
            formKey={formKey}
          />
        </>
      )}
      <DocumentParts view={document} />
    </div>
  );
}
