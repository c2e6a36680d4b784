import { href } from "react-router";
import { calculate, scorePasted } from "~/composition/calculator.server";
import { formOf } from "~/composition/request.server";
import { ExampleForm } from "~/features/research/components/example-form";
import { PasteCases } from "~/features/research/components/paste-cases";
import { ExampleFigure, WorkingsView } from "~/features/research/components/workings-view";
import { AppLink } from "~/ui/app-link";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { ErrorSummary } from "~/ui/error-summary";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/calculator";

export const meta: Route.MetaFunction = () => [
  { title: documentTitle("A worked example", { place: "How the figures are made" }) },
];

/** The largest form this page sends. */
const FORM_BYTES = 2_000_000;

export function loader({ request }: Route.LoaderArgs) {
  return calculate(new URL(request.url));
}

export async function action({ request }: Route.ActionArgs) {
  return scorePasted(await formOf(request, FORM_BYTES));
}

/** A worked example that can be changed by hand, with every number on the way. */
export default function Calculator({ loaderData, actionData }: Route.ComponentProps) {
  const { asOf, address, lines, problems, workings, kinds, isFull } = loaderData;
  const pasted = actionData?.problem ? [{ text: actionData.problem, fieldId: "cases" }] : [];
  return (
    <>
      <div className="cg-measure">
        <Breadcrumbs items={[{ href: href("/research/method"), text: "How the figures are made" }]} />
        <ErrorSummary errors={[...problems, ...pasted]} />
        <PageTitle aside={<PrintButton />}>A worked example</PageTitle>
        <p className="govuk-body-l">
          Change the records, or the day, and see what becomes of the figure. It is worked out by the same
          program as everywhere here. Nothing is kept: it is all in the address of the page, which you can
          send to somebody.
        </p>
        {workings ? (
          <ExampleFigure {...workings} />
        ) : (
          <p className="govuk-body">The figure appears when the records are mended.</p>
        )}
        <h2 className="govuk-heading-m">The records</h2>
        <ExampleForm
          key={address}
          asOf={asOf}
          asOfErrors={problems.filter(({ fieldId }) => fieldId === "asOf").map(({ text }) => text)}
          lines={lines}
          kinds={kinds}
          isFull={isFull}
        />
        <p className="govuk-body">
          <AppLink href={href("/research/method/calculator")}>Begin again with the first example</AppLink>
        </p>
      </div>
      {workings ? (
        <section aria-labelledby="workings">
          <h2 className="govuk-heading-m" id="workings">
            Every number on the way
          </h2>
          <WorkingsView workings={workings} />
        </section>
      ) : null}
      <div className="cg-measure">
        <h2 className="govuk-heading-m">Whole cases at once</h2>
        <PasteCases pasted={actionData} />
      </div>
    </>
  );
}
