import { FunnelKey } from "~/ui/charts/funnel-plot";
import { Pagination } from "~/ui/pagination";
import { Table, type TableColumn } from "~/ui/table";
import { signed } from "../signed";
import { studyHref } from "../study-address";
import type { StudyResults as Results } from "../study-page";
import type { AreaRow } from "../study-view";
import { CompareForm } from "./compare-form";
import { Notes, NothingTold } from "./compare-results";
import { FunnelPanel } from "./funnel-panel";
import { MeanPanel } from "./mean-panel";
import { Sentences } from "./method-parts";
import { Reproduce } from "./release-facts";

type StudyResultsProps = { results: Results; slug: string; origin: string };

/** One measure of a study’s areas: how each changed, then how they lie, then the areas one by one. */
export function StudyResults({ results, slug, origin }: StudyResultsProps) {
  const {
    release,
    choices,
    notes,
    title,
    says,
    byWords,
    change,
    changeWhy,
    funnels,
    caveats,
    table,
    nothing,
  } = results;
  const action = `/research/studies/${slug}`;
  return (
    <>
      <p className="govuk-body">{release.areas} Those whose sides agreed to studies are in this one.</p>
      <CompareForm choices={choices} action={action} key={results.href} />
      <Notes notes={notes} />
      {nothing.length > 0 ? <NothingTold why={nothing} /> : null}
      <h2 className="govuk-heading-m">Change within areas</h2>
      {change ? <MeanPanel panel={change} isChange isExact /> : <p className="govuk-body">{changeWhy}</p>}
      {funnels.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">How areas lie</h2>
          <p className="govuk-body">
            {title}. {says} Told apart by: {byWords.toLowerCase()}.
          </p>
          <FunnelKey />
          <div className="cg-multiples">
            {funnels.map((funnel) => (
              <FunnelPanel funnel={funnel} measure={title} key={funnel.id} />
            ))}
          </div>
          <h2 className="govuk-heading-m">What the pictures do not say</h2>
          <Sentences items={caveats} />
          <AreaTable table={table} title={title} />
          <Pagination
            page={table.page}
            pages={table.pages}
            hrefFor={(page) =>
              studyHref(slug, {
                release: release.id,
                measure: choices.measure,
                since: table.since,
                page,
              })
            }
          />
        </>
      ) : null}
      <Reproduce release={release} address={`${origin}${results.href}`} />
    </>
  );
}

function AreaTable({ table, title }: { table: Results["table"]; title: string }) {
  const columns: TableColumn<AreaRow>[] = [
    { header: "Area", cell: ({ id }) => id },
    { header: "Kind", cell: ({ kind }) => kind },
    ...(table.since === null
      ? []
      : [
          {
            header: `Change since ${table.since}`,
            numeric: true,
            cell: ({ change }: AreaRow) => (change === null ? "Not in it" : signed(change)),
          },
        ]),
    { header: "Figure", numeric: true, cell: ({ value }) => value },
    { header: "Error", numeric: true, cell: ({ se }) => se },
    ...(table.counts
      ? [{ header: "Counted", cell: ({ counted }: AreaRow) => counted ?? "Too few to count" }]
      : []),
    {
      header: "Drawn towards its kind",
      numeric: true,
      cell: ({ shrunk, lo, hi }) => `${shrunk} (${lo} to ${hi})`,
    },
    {
      header: "Above the middle of its kind",
      cell: ({ chance }) => chance,
    },
  ];
  return (
    <Table
      caption={`${title}, area by area`}
      inLines
      columns={columns}
      rows={table.rows}
      rowKey={({ id }) => id}
    />
  );
}
