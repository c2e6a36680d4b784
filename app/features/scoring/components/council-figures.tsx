import { AppLink } from "~/ui/app-link";
import { Table } from "~/ui/table";

type CouncilFiguresProps = {
  together: string | null;
  each: readonly { council: string; slug: string; value: string | null; says: string }[];
  hrefOf: (council: string) => string;
};

/** For an area with several councils: the figure over all of them, and each relationship's own. The community's alone. */
export function CouncilFigures({ together, each, hrefOf }: CouncilFiguresProps) {
  return (
    <section aria-labelledby="councils-together">
      <h2 className="govuk-heading-m" id="councils-together">
        All your councils together
      </h2>
      <p className="govuk-body">
        {together === null
          ? "None of the relationships has enough evidence for a figure yet."
          : `Over the relationships that have a figure: ${together} out of 100. Only your side sees this one.`}
      </p>
      <Table
        caption="Each relationship"
        hideCaption
        rows={each}
        rowKey={({ slug }) => slug}
        columns={[
          {
            header: "Council",
            cell: ({ council, slug }) => <AppLink href={hrefOf(slug)}>{council}</AppLink>,
          },
          { header: "Out of 100", numeric: true, cell: ({ value }) => value ?? "–" },
          { header: "What it says", cell: ({ says }) => says },
        ]}
      />
    </section>
  );
}
