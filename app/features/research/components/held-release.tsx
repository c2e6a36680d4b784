import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { formatDay } from "~/ui/format-date";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import type { HeldRelease, HeldTable } from "../data-view";

function FileLink({ file, children }: { file: string; children: string }) {
  return (
    <AppLink href={href("/research/data/:file", { file })} reload>
      {children}
      <span className="govuk-visually-hidden">: {file}</span>
    </AppLink>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A release with its files: all of it at once, or table by table, which older ones fold away. */
export function HeldReleaseSection({ release, isNewest }: { release: HeldRelease; isNewest: boolean }) {
  const { id, about, xlsx, json, tables } = release;
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        Release {id}
      </h2>
      <div className="cg-measure">
        <SummaryList
          rows={about.map(({ key, value }) => ({ key, value: DAY.test(value) ? formatDay(value) : value }))}
        />
        <p className="govuk-body">
          All of it in one file: <FileLink file={xlsx}>a spreadsheet (XLSX)</FileLink> or{" "}
          <FileLink file={json}>JSON</FileLink>.
        </p>
      </div>
      {isNewest ? (
        <TablesOf id={id} tables={tables} />
      ) : (
        <Details summary={`The tables of ${id} one by one`}>
          <TablesOf id={id} tables={tables} />
        </Details>
      )}
    </section>
  );
}

function TablesOf({ id, tables }: Pick<HeldRelease, "id" | "tables">) {
  return (
    <Table
      caption={`The tables of ${id} one by one`}
      captionSize="s"
      rows={tables}
      rowKey={({ name }) => name}
      columns={[
        { header: "Table", cell: ({ title }) => title },
        { header: "What it tells", cell: ({ says }) => says },
        { header: "Lines told", numeric: true, cell: ({ lines }) => lines?.shown ?? "–" },
        { header: "Lines left blank", cell: (table) => blankWords(table) },
        {
          header: "Files",
          cell: ({ csv, metadata }) => (
            <>
              <FileLink file={csv}>CSV</FileLink>, <FileLink file={metadata}>its columns (CSVW)</FileLink>
            </>
          ),
        },
      ]}
    />
  );
}

function blankWords({ lines }: HeldTable): string {
  if (lines === null) return "–";
  return lines.blank === "" ? "None" : lines.blank;
}
