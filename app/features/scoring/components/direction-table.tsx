import { PartnerMark } from "~/ui/partner-mark";
import { Table } from "~/ui/table";

type Direction = {
  side: "council" | "community";
  name: string;
  value: string | null;
  lo: number;
  hi: number;
};

/** The two directions of a component: how each side does as a partner to the other. */
export function DirectionTable({ directions }: { directions: readonly Direction[] }) {
  return (
    <Table
      caption="Each side as a partner to the other"
      rows={directions}
      rowKey={({ side }) => side}
      keepGrid
      columns={[
        {
          header: "Side",
          cell: ({ side, name }) => (
            <PartnerMark tone={side === "community" ? "warm" : "cool"}>{name}</PartnerMark>
          ),
        },
        { header: "Out of 100", numeric: true, cell: ({ value }) => value ?? "–" },
        { header: "Likely range", numeric: true, cell: ({ lo, hi }) => `${lo} to ${hi}` },
      ]}
    />
  );
}
