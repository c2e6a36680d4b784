import { formatDayShort } from "~/ui/format-date";
import { Table } from "~/ui/table";

/** One rule as an admin reads it; `due` is null where nothing ends. */
export type RetentionLine = {
  id: string;
  what: string;
  kept: string;
  why: string;
  due: number | null;
  last: { on: string; rows: number } | null;
};

/** The rules with what is due today and what went last. */
export function RetentionTable({ lines }: { lines: readonly RetentionLine[] }) {
  return (
    <Table
      caption="The rules"
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { header: "What", cell: ({ what }) => what },
        { header: "How long", cell: ({ kept }) => kept },
        { header: "Why", cell: ({ why }) => why },
        { header: "Due today", cell: ({ due }) => (due === null ? "–" : String(due)), numeric: true },
        {
          header: "Went last",
          cell: ({ last }) => (last ? `${last.rows} on ${formatDayShort(last.on)}` : "–"),
        },
      ]}
    />
  );
}
