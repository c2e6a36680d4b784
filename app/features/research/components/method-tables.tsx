import { Table } from "~/ui/table";
import type { IndicatorRow, MethodView } from "../method-view";
import { type Sensitivity, TRIED_ON, type TriedOn } from "../tried-areas";

/** Every indicator, as its rule file has it. */
export function IndicatorTable({ indicators }: { indicators: readonly IndicatorRow[] }) {
  return (
    <Table
      caption="What counts, from the rules themselves"
      hideCaption
      rows={indicators}
      rowKey={({ id }) => id}
      columns={[
        { header: "Indicator", cell: ({ id, name, isAnchor }) => `${id}${isAnchor ? "*" : ""} ${name}` },
        { header: "What it shows", cell: ({ shows }) => shows },
        { header: "Component", cell: ({ component }) => component },
        { header: "Streams", cell: ({ streams }) => streams },
        { header: "H (days)", numeric: true, cell: ({ halfLife }) => halfLife },
        { header: "tau (days)", numeric: true, cell: ({ tau }) => tau ?? "–" },
        { header: "W", numeric: true, cell: ({ weight }) => weight },
        { header: "Actions", cell: ({ actions }) => actions },
      ]}
    />
  );
}

/** Every number of the method, with what it does. */
export function ParameterTable({ parameters }: Pick<MethodView, "parameters">) {
  return (
    <Table
      caption="Parameters"
      hideCaption
      rows={parameters}
      rowKey={({ key }) => key}
      inLines
      columns={[
        { header: "Name", cell: ({ key }) => key },
        { header: "Value", numeric: true, cell: ({ value }) => value },
        { header: "What it does", cell: ({ means }) => means },
      ]}
    />
  );
}

const signed = (points: number) =>
  points === 0 ? "0.0" : `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(1)}`;

/** How far the overall figure moves when one judgement is made otherwise. */
export function SensitivityTable({ sensitivity }: { sensitivity: Sensitivity }) {
  const { now, changes } = sensitivity;
  const column = (of: TriedOn) => ({
    header: `${TRIED_ON[of]} (${now[of].toFixed(1)})`,
    numeric: true,
    cell: ({ moves }: Sensitivity["changes"][number]) => signed(moves[of]),
  });
  return (
    <Table
      caption="Points by which the overall figure moves when one parameter is changed"
      captionSize="s"
      rows={changes}
      rowKey={({ what }) => what}
      columns={[
        { header: "Changed", cell: ({ what }) => what },
        column("steady"),
        column("broken"),
        column("silent"),
      ]}
    />
  );
}
