import { href } from "react-router";
import { findAreaResearch } from "~/composition/area-research.server";
import { readHead } from "~/composition/kept-pages.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { AreaPreview } from "~/features/releases/components/area-preview";
import { ConsentSection } from "~/features/releases/components/consent-section";
import { NextRelease, ResearchTold } from "~/features/releases/components/research-told";
import { ToldStudies } from "~/features/releases/components/told-studies";
import { giveConsent, withdrawConsent } from "~/features/releases/consents.commands.server";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/research";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Research") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { name } = await readHead(context, params.area);
  return { name, ...(await readArea(context, params.area, findAreaResearch)) };
}

export async function action({ request, context, params: { area } }: Route.ActionArgs) {
  const form = await formOf(request);
  const to = href("/areas/:area/research", { area });
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case "give":
      return submit(context, form, giveConsent, { area }, done("Your side has said yes."));
    case "withdraw":
      return submit(
        context,
        form,
        withdrawConsent,
        { area },
        done("Taken back. It counts from the next release on."),
      );
    default:
      return notFound();
  }
}

/** What research is told of the area: who says yes, and what would be said, before it goes out. */
export default function Research({ loaderData, actionData, params }: Route.ComponentProps) {
  const { name, why, next, ask, ties, studies } = loaderData;
  const formKey = useFormKey();
  const health = href("/areas/:area/health", params);
  return (
    <div className="cg-measure">
      <ErrorSummary errors={actionData ? problemsOf(actionData) : []} />
      <PageTitle caption={name}>Research</PageTitle>
      <p className="govuk-body">
        Researchers compare kinds of areas, to learn what helps a partnership and its council to work
        together. Your figures count only if both sides say yes. Either side can take its yes back at any
        time.
      </p>
      <ResearchTold />
      <NextRelease {...next} />
      {why ? <p className="govuk-body">{why}</p> : null}
      {ties.map(({ slug, council, preview, ...consent }) => (
        <section key={slug} aria-labelledby={`with-${slug}`}>
          <h2 className="govuk-heading-m" id={`with-${slug}`}>
            With {council}
          </h2>
          <ConsentSection slug={slug} council={council} {...consent} formKey={formKey} />
          <AreaPreview
            {...preview}
            healthHref={`${health}?${new URLSearchParams({ council: slug, ...ask })}`}
          />
        </section>
      ))}
      {ties.length === 0 ? <EmptyState title="There is no council here yet" /> : null}
      <h2 className="govuk-heading-m">Studies</h2>
      <ToldStudies studies={studies} />
    </div>
  );
}
