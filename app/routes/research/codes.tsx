import { href } from "react-router";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { loadResearchCodes } from "~/composition/research-codes.server";
import { STATE_WORDS } from "~/features/coding/code";
import { proposeCode } from "~/features/coding/codes.commands.server";
import { CodeBook } from "~/features/coding/components/code-book";
import { ProposeForm } from "~/features/coding/components/propose-form";
import { Details } from "~/ui/details";
import { FilterForm } from "~/ui/filter-form";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Select } from "~/ui/select";
import { Table } from "~/ui/table";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/codes";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Codes", { place: "Research" }) }];

const PAGE = href("/research/codes");

export function loader({ request, context }: Route.LoaderArgs) {
  return loadResearchCodes(context, new URL(request.url).searchParams);
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "propose") return notFound();
  return submit(context, form, proposeCode, {}, () => ({
    to: PAGE,
    message: "Proposed. A programme admin decides.",
  }));
}

/** What areas' members code their records by, and how often, as far as that may be told. */
export default function Codes({ loaderData, actionData }: Route.ComponentProps) {
  const { themes, releases, among, choices, canPropose, proposals } = loaderData;
  const formKey = useFormKey();
  return (
    <>
      <div className="cg-measure">
        <PageTitle>Codes</PageTitle>
        <p className="govuk-body-l">
          Both sides of an area can put these codes on what they share. They say what a record is about.
        </p>
        <p className="govuk-body">
          Counts are of areas where both sides said yes to research. They are told roughly on purpose: of
          areas a multiple of 5 that may be up to 5 too many or too few, of records a multiple of 10 that may
          be up to 10 off, chosen by lot. So “about 10 areas” may be as few as five, or all there are and some
          more. Of one area nine records are counted at the most. A count is told only where about ten areas
          have the code, of three councils or more. “Not told” is not zero: few may have it, or nobody.
        </p>
        <InsetText>
          A code that is used more does not mean that more of it happened. Areas code what they want to, and
          some code nothing.
        </InsetText>
      </div>
      {choices.length > 0 ? (
        <FilterForm title="Choose areas" clearHref={among.value ? PAGE : undefined}>
          <Select
            id="of"
            name="of"
            label="Areas"
            value={among.value ?? undefined}
            placeholder="All areas in the release"
            options={choices}
          />
        </FilterForm>
      ) : null}
      <p className="govuk-body">
        {releases.length === 0
          ? "Nothing has been released yet, so there are no counts."
          : `Counts of ${among.words}, by release.`}
      </p>
      <CodeBook themes={themes} releases={releases} />
      <div className="cg-measure">
        {proposals.length > 0 ? (
          <Table
            caption="Proposed"
            rows={proposals}
            rowKey={({ slug }) => slug}
            columns={[
              { header: "Code", cell: ({ label }) => label },
              { header: "Proposed on", cell: ({ proposedOn }) => (proposedOn ? formatDay(proposedOn) : "–") },
              {
                header: "What became of it",
                cell: ({ state, reason }) => `${STATE_WORDS[state]}${reason ? `: ${reason}` : ""}`,
              },
            ]}
          />
        ) : null}
        {canPropose ? (
          <Details summary="Propose a code" open={actionData?.intent === "propose"}>
            <ProposeForm answer={actionData} formKey={formKey} key={proposals.length} />
          </Details>
        ) : (
          <p className="govuk-body">
            Researchers in an open study can propose a code. A programme admin decides.
          </p>
        )}
      </div>
    </>
  );
}
