import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";

type AreaPreviewProps = {
  classes: readonly { name: string; value: string }[];
  unfair: { name: string; says: string } | null;
  row: readonly { name: string; value: number }[];
  /** The health page of the same day. */
  healthHref: string;
};

/** Such letters as stand for an area in a study: no area's. */
const PSEUDONYM = "4f0c9a71d2be8365";

/** What would be said of one relationship, before it goes out. */
export function AreaPreview({ classes, unfair, row, healthHref }: AreaPreviewProps) {
  return (
    <>
      <p className="govuk-body">
        {unfair
          ? `As things stand it would not be set beside others: ${unfair.name}. ${unfair.says} Nobody else is told so.`
          : "As things stand it can fairly be set beside others."}{" "}
        <AppLink href={healthHref}>Its figures, as your health page has them</AppLink>
      </p>
      <Details summary="The kinds of areas you count in">
        <SummaryList rows={classes.map(({ name, value }) => ({ key: name, value }))} />
        <p className="govuk-body">A kind with fewer than 5 areas, or fewer than 3 councils, has no figure.</p>
      </Details>
      {row.length > 0 ? (
        <Details summary="How your row in a study would look">
          <Table
            caption={`Area ${PSEUDONYM}`}
            captionSize="s"
            keepGrid
            rows={row}
            rowKey={({ name }) => name}
            columns={[
              { header: "Figure", cell: ({ name }) => name },
              { header: "To the nearest 5", cell: ({ value }) => value, numeric: true },
            ]}
          />
          <p className="govuk-body">
            The letters are made up here. Each study has its own, and nobody can tell from them who you are.
            Beside the figures stands how sure they are, one of the kinds above, and figures of each
            indicator.
          </p>
        </Details>
      ) : null}
    </>
  );
}
