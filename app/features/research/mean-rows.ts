import { STATUS_WORDS } from "../releases/release-words.ts";
import type { Status } from "../releases/suppression.ts";
import type { TableLine } from "../releases/tables.ts";

/** A mean with its range, as a row of a picture and of its table; a blank says why. */
export type MeanRow = {
  readonly id: string;
  readonly label: string;
  /** Areas, to the nearest five. */
  readonly areas: number | null;
  readonly mean: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  /** Why there is no figure; null where there is one. */
  readonly why: string | null;
};

/** One picture with its words: what a reader sees of one measure. */
export type Panel = {
  readonly id: string;
  readonly title: string;
  /** What is measured. */
  readonly says: string;
  /** What the picture shows. */
  readonly sentence: string;
  /** What the rows are; kinds of areas unless told otherwise. */
  readonly rowHeader?: string;
  readonly rows: readonly MeanRow[];
  /** The reasons of the blanks, each once, in full. */
  readonly blanks: readonly string[];
  readonly caveats: readonly string[];
  /** The address of this picture. */
  readonly href: string;
};

type Figures = Pick<TableLine, "status" | "areas" | "mean" | "lo" | "hi">;

/** A released line as a row. A figure is there only where the line is shown, whatever else stands in it. */
export function rowOf(id: string, label: string, line: Figures | undefined): MeanRow {
  if (line?.status !== "shown") {
    const why = line ? STATUS_WORDS[line.status].name : "No such areas";
    return { id, label, areas: null, mean: null, lo: null, hi: null, why };
  }
  const { areas, mean, lo, hi } = line;
  return { id, label, areas, mean, lo, hi, why: null };
}

/** Why figures are left out, each reason once, in full sentences. */
export function blanksOf(lines: readonly (Figures | undefined)[]): string[] {
  const reasons = new Set(
    lines.flatMap((line) => (line && line.status !== "shown" ? [line.status as Status] : [])),
  );
  return [...reasons].map((status) => `${STATUS_WORDS[status].name}: ${STATUS_WORDS[status].says}`);
}

/** The rows that have a figure. */
export function shownOf(rows: readonly MeanRow[]) {
  return rows.flatMap((row) => {
    const { mean, lo, hi } = row;
    return mean === null || lo === null || hi === null ? [] : [{ ...row, mean, lo, hi }];
  });
}
