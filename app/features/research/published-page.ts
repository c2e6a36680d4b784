import { measuresOf } from "../releases/measures.ts";
import type { Published } from "../releases/published.ts";
import { measureWords, STATUS_WORDS } from "../releases/release-words.ts";
import type { TableLine } from "../releases/tables.ts";
import type { Method } from "../scoring/method.ts";
import { BESIDE, BESIDE_CAVEATS, BESIDE_UNIT, BESIDE_WHO } from "./published-beside.ts";
import type { PublishedFigure } from "./published-figure.ts";
import { APART, COMPARABLE } from "./published-figures.ts";
import { PUBLISHED_SOURCES } from "./published-sources.ts";
import { type ReleaseView, releaseView } from "./release-view.ts";

/** A published figure as a page shows it. */
export type FigureRow = {
  line: number;
  what: string;
  figure: string;
  who: string;
  year: number;
  source: { name: string; href: string | null };
};

/** A published figure with ours beside it. */
export type BesideRow = FigureRow & { ours: { name: string; figure: string; areas: string | null } };

/** What the page of published figures shows. */
export type PublishedPage = {
  release: ReleaseView | null;
  releases: { value: string; label: string }[];
  /** What makes theirs and ours differ in all of them. */
  differs: { key: string; value: string }[];
  beside: { id: string; title: string; question: string; rows: BesideRow[] }[];
  apart: { id: string; title: string; why: string; rows: FigureRow[] }[];
  caveats: readonly string[];
};

/** The measures of ours that are read for it. */
export const BESIDE_MEASURES: readonly string[] = BESIDE.flatMap(({ pairs }) =>
  pairs.map(({ measure }) => measure),
);

type Held = {
  releases: readonly Published[];
  release: Published;
  method: Method;
  lines: readonly TableLine[];
};

/** The page: what others have published is there even while nothing of ours is. */
export function publishedPage(held: Held | null): PublishedPage {
  return {
    release: held ? releaseView(held.release) : null,
    releases: (held?.releases ?? []).map(({ id }) => ({ value: id, label: id })),
    differs: [
      { key: "Who was asked", value: BESIDE_WHO },
      { key: "When", value: whenWords(held) },
      { key: "The unit", value: BESIDE_UNIT },
    ],
    beside: BESIDE.map(({ pairs, ...one }) => ({
      ...one,
      rows: pairs.flatMap(({ line, measure }) =>
        COMPARABLE.filter((figure) => figure.line === line).map((figure) => ({
          ...figureRow(figure),
          ours: oursOf(measure, held),
        })),
      ),
    })),
    apart: APART.map(({ id, title, why, figures }) => ({ id, title, why, rows: figures.map(figureRow) })),
    caveats: BESIDE_CAVEATS,
  };
}

function figureRow({ line, what, value, unit, who, year, source }: PublishedFigure): FigureRow {
  const { name, href } = PUBLISHED_SOURCES[source];
  return { line, what, figure: figureWords(value, unit), who, year, source: { name, href } };
}

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A published value with its unit: "58%", "almost 2,000 people", "June 2022". */
export function figureWords(value: string, unit: string): string {
  if (unit === "%") return `${value}%`;
  if (unit === "month") return MONTH.format(new Date(`${value}-01T00:00:00Z`));
  if (unit === "date") return DAY.format(new Date(`${value}T00:00:00Z`));
  const [noun, almost] = unit.split(" (");
  return `${almost ? "almost " : ""}${Number(value).toLocaleString("en-GB")} ${noun}`;
}

function whenWords(held: Held | null): string {
  const years = [...new Set(COMPARABLE.map(({ year }) => year))].join(", ");
  return held
    ? `Theirs are of ${years}, ours as of the release’s day, ${DAY.format(new Date(`${held.release.asOf}T00:00:00Z`))}.`
    : `Theirs are of ${years}. Ours will be as of the day of a release.`;
}

function oursOf(id: string, held: Held | null): BesideRow["ours"] {
  if (held === null) return { name: "", figure: "Nothing of ours is published yet.", areas: null };
  const measure = measuresOf(held.method).find((one) => one.id === id);
  const name = measure ? measureWords(measure, held.method).name : id;
  const line = held.lines.find((one) => one.measure === id && one.cut.length === 0);
  if (line?.status !== "shown") {
    const why = line
      ? `${STATUS_WORDS[line.status].name}. ${STATUS_WORDS[line.status].says}`
      : "This release has no such figure.";
    return { name, figure: why, areas: null };
  }
  const { mean, lo, hi, areas } = line;
  return { name, figure: `${mean} of 100, likely ${lo} to ${hi}`, areas: `About ${areas} areas` };
}
