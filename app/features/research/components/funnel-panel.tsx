import { FunnelPlot } from "~/ui/charts/funnel-plot";
import { Table } from "~/ui/table";
import type { Funnel, FunnelLine } from "../funnel-view";

const FEET = {
  error: { label: "Surer (smaller error, in points)", backwards: true, header: "Error, in points" },
  count: { label: "How many were counted", backwards: false, header: "How many counted" },
} as const;

/** The funnel of one kind of area, with its table. */
export function FunnelPanel({ funnel, measure }: { funnel: Funnel; measure: string }) {
  const { title, sentence, points, limits, lines, middle, foot } = funnel;
  const { header, ...drawn } = FEET[foot];
  const name = `${measure}: ${title}`;
  return (
    <FunnelPlot
      title={name}
      sentence={`${sentence} The middle is ${middle}.`}
      marks={points.map(({ x, y, areas, lies }) => ({ x, y, count: areas, lies }))}
      edges={limits}
      middle={middle}
      foot={drawn}
      table={<FunnelTable name={name} header={header} lines={lines} />}
    />
  );
}

function FunnelTable({
  name,
  header,
  lines,
}: {
  name: string;
  header: string;
  lines: readonly FunnelLine[];
}) {
  const range = ([lo, hi]: readonly [number, number]) => `${Math.round(lo)} to ${Math.round(hi)}`;
  return (
    <Table
      caption={`${name}: the figures`}
      hideCaption
      rows={lines}
      rowKey={({ x }) => String(x)}
      columns={[
        { header, cell: ({ x }) => x },
        { header: "Areas", numeric: true, cell: ({ areas }) => areas },
        { header: "Inner limits", numeric: true, cell: ({ inner }) => range(inner) },
        { header: "Past the inner only", numeric: true, cell: ({ pastInner }) => pastInner },
        { header: "Outer limits", numeric: true, cell: ({ outer }) => range(outer) },
        { header: "Past the outer", numeric: true, cell: ({ pastOuter }) => pastOuter },
      ]}
    />
  );
}
