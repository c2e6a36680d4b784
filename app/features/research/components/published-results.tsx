import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { GetForm } from "~/ui/form";
import { Select } from "~/ui/select";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import type { FigureRow, PublishedPage } from "../published-page";
import { Sentences } from "./method-parts";

const heading = "govuk-heading-m";

/** Figures of others: with ours beside them where there is one, else with why there is none. */
export function PublishedResults({ page }: { page: PublishedPage }) {
  const { release, releases, beside, differs, apart, caveats } = page;
  return (
    <>
      <div className="cg-measure">
        <Sentences items={caveats} />
      </div>
      {release && releases.length > 1 ? <ReleaseForm release={release.id} releases={releases} /> : null}
      <h2 className={heading}>Ours can be set beside these</h2>
      {release ? (
        <p className="govuk-body cg-measure">
          Ours are of release {release.id}. {release.areas}
        </p>
      ) : null}
      {beside.map((one) => (
        <BesideOne {...one} key={one.id} />
      ))}
      <div className="cg-measure">
        <h3 className="govuk-heading-s">What makes theirs and ours differ in both</h3>
        <SummaryList rows={differs} />
      </div>
      <h2 className={heading}>Nothing of ours can be set beside these</h2>
      {apart.map(({ id, title, why, rows }) => (
        <section aria-labelledby={id} key={id}>
          <h3 className="govuk-heading-s" id={id}>
            {title}
          </h3>
          <p className="govuk-body cg-measure">{why}</p>
          <Details
            summary={`${plural(rows.length, "figure")}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
          >
            <FigureTable title={title} rows={rows} />
          </Details>
        </section>
      ))}
    </>
  );
}

function ReleaseForm({ release, releases }: { release: string; releases: PublishedPage["releases"] }) {
  return (
    <div className="cg-filter">
      <GetForm action="/research/published" label="Which release">
        <div className="cg-filter__fields">
          <Select
            id="release"
            name="release"
            label="Release"
            value={release}
            options={releases}
            key={release}
          />
        </div>
        <Button variant="secondary">Show</Button>
      </GetForm>
    </div>
  );
}

function BesideOne({ id, title, question, rows }: PublishedPage["beside"][number]) {
  return (
    <section aria-labelledby={id}>
      <h3 className="govuk-heading-s" id={id}>
        {title}
      </h3>
      <p className="govuk-body cg-measure">{question}</p>
      <Table
        caption={title}
        hideCaption
        rows={rows}
        rowKey={({ line }) => String(line)}
        columns={[
          { header: "Of whom", cell: ({ who }) => who },
          { header: "Published", numeric: true, cell: ({ figure }) => figure },
          { header: "What", cell: ({ what, year }) => `${what}, ${year}` },
          { header: "Ours", cell: ({ ours }) => [ours.figure, ours.areas].filter(Boolean).join(". ") },
          { header: "What ours is", cell: ({ ours }) => ours.name || "–" },
          { header: "Source", cell: (row) => <Source {...row} /> },
        ]}
      />
    </section>
  );
}

function FigureTable({ title, rows }: { title: string; rows: readonly FigureRow[] }) {
  return (
    <Table
      caption={title}
      hideCaption
      inLines
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { header: "What", cell: ({ what }) => what },
        { header: "Published", numeric: true, cell: ({ figure }) => figure },
        { header: "Of whom", cell: ({ who }) => who },
        { header: "Year", numeric: true, cell: ({ year }) => year },
        { header: "Source", cell: (row) => <Source {...row} /> },
      ]}
    />
  );
}

function Source({ source: { name, href } }: Pick<FigureRow, "source">) {
  return href ? <AppLink href={href}>{name}</AppLink> : name;
}
