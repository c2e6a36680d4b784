import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TableColumn<Row> = {
  /** Also the label of the cell when the table turns into cards on a small screen. */
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean | undefined;
};

type TableProps<Row> = {
  caption: ReactNode;
  captionSize?: "s" | "m" | "l" | undefined;
  /** For a table that follows its own heading. */
  hideCaption?: boolean | undefined;
  /** The first column is the name of its row. */
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Keep rows and columns even on small screens: for short tables of figures. */
  keepGrid?: boolean | undefined;
  /** On small screens a row is its name and first cell side by side, the other cells below, instead of a card. */
  inLines?: boolean | undefined;
  /** Said instead of rows when there are none. */
  whenEmpty?: ReactNode;
};

/** Rows of like things. On small screens each row becomes a card. */
export function Table<Row>(props: TableProps<Row>) {
  const {
    caption,
    captionSize = "m",
    hideCaption,
    columns,
    rows,
    rowKey,
    keepGrid,
    inLines,
    whenEmpty,
  } = props;
  return (
    <table
      className={classNames("govuk-table", !keepGrid && (inLines ? "cg-table--lines" : "cg-table--cards"))}
    >
      <caption
        className={classNames(
          "govuk-table__caption",
          hideCaption ? "govuk-visually-hidden" : `govuk-table__caption--${captionSize}`,
        )}
      >
        {caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map(({ header, numeric }) => (
            <th scope="col" className={cellClass("header", numeric)} key={header}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr className="govuk-table__row" key={rowKey(row)}>
            {columns.map(({ header, cell, numeric }, index) =>
              index === 0 ? (
                <th scope="row" className="govuk-table__header" key={header}>
                  {cell(row)}
                </th>
              ) : (
                <td className={cellClass("cell", numeric)} data-label={header} key={header}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
        {rows.length === 0 && whenEmpty ? (
          <tr className="govuk-table__row">
            <td className="govuk-table__cell" colSpan={columns.length}>
              {whenEmpty}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function cellClass(part: "header" | "cell", numeric: boolean | undefined): string {
  return classNames(`govuk-table__${part}`, numeric && `govuk-table__${part}--numeric`);
}
