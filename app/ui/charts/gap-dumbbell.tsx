import { listWords } from "../../platform/list-words.ts";
import { PartnerMark, type PartnerTone } from "../partner-mark.tsx";
import { Table } from "../table.tsx";
import type { GapRow } from "./chart-data.ts";
import { ChartFigure, type ChartText } from "./chart-figure.tsx";
import { formatFigure } from "./format-figure.ts";
import { usePicture } from "./use-picture.tsx";

type GapDumbbellProps = ChartText & {
  rows: readonly GapRow[];
  /** The names of the two parties. */
  names: Readonly<Record<PartnerTone, string>>;
  rowHeader?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** Figures after the point. */
  places?: number | undefined;
};

const load = () => import("./gap-dumbbell-picture.tsx");

/** How far apart two parties see the same things: two marks a row, joined by a bar. */
export function GapDumbbell(props: GapDumbbellProps) {
  const { title, sentence, rows, names, rowHeader = "Part", min = 0, max = 100, places = 0 } = props;
  const picture = usePicture(load, { rows, names, min, max, places, title });
  const gap = ({ warm, cool }: GapRow) => (warm === null || cool === null ? null : Math.abs(warm - cool));
  const silent = rows.filter((row) => gap(row) === null).map((row) => row.label);
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      box={`rows-${Math.min(12, Math.max(1, rows.length))}`}
      picture={picture}
      legend={
        <ul className="cg-legend">
          <li>
            <PartnerMark tone="warm">{names.warm}</PartnerMark>
          </li>
          <li>
            <PartnerMark tone="cool">{names.cool}</PartnerMark>
          </li>
          {silent.length > 0 ? <li>Not enough evidence for a gap: {listWords(silent)}</li> : null}
        </ul>
      }
      table={
        <Table
          caption={`${title}: the figures`}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { header: rowHeader, cell: ({ label }) => label },
            { header: names.warm, numeric: true, cell: ({ warm }) => formatFigure(warm, places) },
            { header: names.cool, numeric: true, cell: ({ cool }) => formatFigure(cool, places) },
            { header: "Gap", numeric: true, cell: (row) => formatFigure(gap(row), places) },
          ]}
        />
      }
    />
  );
}
