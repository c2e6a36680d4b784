import { Details } from "~/ui/details";
import { Table } from "~/ui/table";
import { ToCopy } from "~/ui/to-copy";

type Column = { name: string; title: string; type: string; says: string };
type TableWords = { name: string; title: string; columns: readonly Column[] };

/** What every column of every table means, a table at a time. */
export function Dictionary({ tables }: { tables: readonly TableWords[] }) {
  return tables.map(({ name, title, columns }) => (
    <Details summary={title} key={name}>
      <Table
        caption={`The columns of “${title}”`}
        hideCaption
        rows={columns}
        rowKey={(column) => column.name}
        columns={[
          { header: "Column", cell: (column) => <code>{column.name}</code> },
          { header: "What it is called", cell: (column) => column.title },
          { header: "Type", cell: ({ type }) => type },
          { header: "What stands in it", cell: ({ says }) => says },
        ]}
      />
    </Details>
  ));
}

/** What each status means. */
export function Statuses({ rows }: { rows: readonly { status: string; name: string; says: string }[] }) {
  return (
    <Table
      caption="The statuses"
      hideCaption
      rows={rows}
      rowKey={({ status }) => status}
      columns={[
        { header: "Status", cell: ({ status }) => <code>{status}</code> },
        { header: "In short", cell: ({ name }) => name },
        { header: "What it means", cell: ({ says }) => says },
      ]}
    />
  );
}

type Reading = { id: string; language: string; code: string };

/** How a release is read in some languages: lines to copy. */
export function ReadingLines({ ways }: { ways: readonly Reading[] }) {
  return ways.map(({ id, language, code }) => (
    <ToCopy
      key={id}
      id={`read-${id}`}
      label={`In ${language}`}
      text={code}
      isCode
      rows={code.trimEnd().split("\n").length + 1}
    />
  ));
}
