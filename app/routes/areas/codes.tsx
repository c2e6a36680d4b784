import { href } from "react-router";
import { readArea } from "~/composition/request.server";
import { byTheme, themeName } from "~/features/coding/code";
import { findAreaCodes } from "~/features/coding/coding.queries.server";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { AudienceNote } from "~/ui/audience-note";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Table } from "~/ui/table";
import type { Route } from "./+types/codes";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Codes for research") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx }) => {
    const codes = await findAreaCodes(tx, actor);
    return { themes: byTheme(codes.map(({ id: _, ...code }) => code)) };
  });
}

/** Which codes stand on what both sides of the area share, and the records behind each. */
export default function AreaCodes({ loaderData, params }: Route.ComponentProps) {
  const { themes } = loaderData;
  const timeline = href("/areas/:area/timeline", params);
  return (
    <div className="cg-measure">
      <PageTitle>Codes for research</PageTitle>
      <p className="govuk-body">
        Either side can put a code on a record that both share: open the record, then “Codes for research”.
        What each code means is in <AppLink href={href("/research/codes")}>the list of codes</AppLink>.
      </p>
      <AudienceNote lead="Who sees this:">
        Both sides. Where both let the area into research, it counts in figures of many areas together, and
        nobody can tell from them what is coded here.
      </AudienceNote>
      {themes.length === 0 ? (
        <EmptyState title="No codes yet">Codes show here as either side puts them on records.</EmptyState>
      ) : (
        themes.map(([theme, codes]) => (
          <Table
            key={theme}
            caption={themeName(theme)}
            rows={codes}
            rowKey={({ slug }) => slug}
            columns={[
              {
                header: "Code",
                cell: ({ slug, label }) => <AppLink href={`${timeline}?code=${slug}`}>{label}</AppLink>,
              },
              { header: "When to use it", cell: ({ says }) => says },
              { header: "Records", cell: ({ records }) => plural(records, "record") },
            ]}
          />
        ))
      )}
    </div>
  );
}
