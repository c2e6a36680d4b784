import type { ReactNode } from "react";
import { AppLink } from "~/ui/app-link";
import { RangeRows } from "~/ui/charts/range-rows";
import { Details } from "~/ui/details";
import { Table } from "~/ui/table";
import type { MeanRow, Panel } from "../mean-rows";
import { signed } from "../signed";
import { Sentences } from "./method-parts";

type MeanPanelProps = {
  panel: Panel;
  /** A change has a sign, and is drawn round no change. */
  isChange?: boolean | undefined;
  /** Areas are counted one by one, as a study’s members see them. */
  isExact?: boolean | undefined;
};

/** One measure in one picture: its sentence, its table, why some figures are blank, what it does not say, its address. */
export function MeanPanel({ panel, isChange = false, isExact = false }: MeanPanelProps) {
  const { title, says, sentence, rowHeader = "Kind of area", rows, blanks, caveats, href } = panel;
  const summary =
    blanks.length > 0 ? "What this does not say, and why some is blank" : "What this does not say";
  return (
    <div id={panel.id}>
      <RangeRows
        title={title}
        sentence={`${says} ${sentence}`}
        rows={rows.map(({ id, label, mean, lo, hi }) => ({ id, label, value: mean, lo, hi }))}
        {...(isChange ? changeScale(rows) : {})}
        table={
          <MeanTable title={title} rowHeader={rowHeader} rows={rows} isChange={isChange} isExact={isExact} />
        }
      />
      <Details summary={<Hidden before={summary}>{title}</Hidden>}>
        <Sentences items={[...caveats, ...blanks]} />
      </Details>
      <p className="govuk-body-s">
        <AppLink href={`${href}#${panel.id}`}>
          <Hidden before="This picture’s own address">{title}</Hidden>
        </AppLink>
      </p>
    </div>
  );
}

/** Words with what they are about for those who hear them alone. */
function Hidden({ before, children }: { before: string; children: ReactNode }) {
  return (
    <>
      {before}
      <span className="govuk-visually-hidden">: {children}</span>
    </>
  );
}

type MeanTableProps = {
  title: string;
  rowHeader: string;
  rows: readonly MeanRow[];
  isChange: boolean;
  isExact: boolean;
};

function MeanTable({ title, rowHeader, rows, isChange, isExact }: MeanTableProps) {
  const counted = (areas: number) => (isExact ? areas : `about ${areas}`);
  const figure = (value: number | null) => (isChange ? signed(value) : String(value));
  return (
    <Table
      caption={`${title}: the figures`}
      hideCaption
      inLines
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { header: rowHeader, cell: ({ label }) => label },
        {
          header: isChange ? "Mean change" : "Mean",
          numeric: true,
          cell: ({ mean, why }) => (mean === null ? why : figure(mean)),
        },
        {
          header: "Likely range",
          numeric: true,
          cell: ({ lo, hi }) => (lo === null || hi === null ? "–" : `${figure(lo)} to ${figure(hi)}`),
        },
        {
          header: "How many areas",
          numeric: true,
          cell: ({ areas }) => (areas === null ? "–" : counted(areas)),
        },
      ]}
    />
  );
}

/** A scale round no change that holds every range. */
function changeScale(rows: readonly MeanRow[]): { min: number; max: number } {
  const ends = rows.flatMap(({ lo, hi }) => [Math.abs(lo ?? 0), Math.abs(hi ?? 0)]);
  const most = Math.max(10, Math.ceil(Math.max(...ends) / 10) * 10);
  return { min: -most, max: most };
}
