import { formatDayShort } from "../format-date.ts";
import { PartnerMark, type PartnerTone } from "../partner-mark.tsx";
import { Table } from "../table.tsx";
import type { PairPoint } from "./chart-data.ts";
import { ChartFigure, type ChartText } from "./chart-figure.tsx";
import { formatFigure } from "./format-figure.ts";
import { usePicture } from "./use-picture.tsx";

type PairLinesProps = ChartText & {
  points: readonly PairPoint[];
  /** The names of the two parties. */
  names: Readonly<Record<PartnerTone, string>>;
  /** What stands in the table where a party has no figure. */
  absentText?: string | undefined;
};

const load = () => import("./pair-lines-picture.tsx");

/** What two parties say of the same thing, time after time: a line each. */
export function PairLines({ title, sentence, points, names, absentText = "–" }: PairLinesProps) {
  const picture = usePicture(load, { points, title });
  const figure = (value: number | null) => (value === null ? absentText : formatFigure(value));
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      box="trend"
      picture={picture}
      legend={
        <ul className="cg-legend">
          <li>
            <PartnerMark tone="warm">{names.warm}</PartnerMark>
          </li>
          <li>
            <PartnerMark tone="cool">{names.cool}</PartnerMark>
          </li>
        </ul>
      }
      table={
        <Table
          caption={`${title}: the figures`}
          hideCaption
          rows={points}
          rowKey={({ day }) => day}
          columns={[
            { header: "Day", cell: ({ day }) => formatDayShort(day) },
            { header: names.warm, numeric: true, cell: ({ warm }) => figure(warm) },
            { header: names.cool, numeric: true, cell: ({ cool }) => figure(cool) },
          ]}
        />
      }
    />
  );
}
