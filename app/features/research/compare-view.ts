import type { Cut } from "../releases/cells.ts";
import { type Measure, measuresOf, OVERALL } from "../releases/measures.ts";
import type { ChangeLine } from "../releases/published.ts";
import { classesInOrder, classWords, DIMENSION_WORDS, measureWords } from "../releases/release-words.ts";
import type { TableLine } from "../releases/tables.ts";
import type { Method } from "../scoring/method.ts";
import { blanksOf, type Panel, rowOf } from "./mean-rows.ts";
import { changeSays, differenceSays } from "./mean-sentences.ts";
import { CHANGE_CAVEATS, caveatsOf } from "./release-rules.ts";

/** What is compared, once what the address asks for has been looked up. */
export type Compared = {
  readonly release: string;
  readonly method: Method;
  readonly measure: Measure;
  readonly cut: Cut;
  /** The lines of each measure that has a picture, the chosen measure’s first. */
  readonly lines: readonly (readonly [Measure, readonly TableLine[]])[];
  readonly since: string | null;
  readonly changes: readonly ChangeLine[];
};

/** A cut as an address names it. */
export function cutId(cut: Cut): string {
  return cut.length === 0 ? "all" : cut.join(".");
}

/** What areas are told apart by, in words. */
export function cutWords(cut: Cut): string {
  return cut.length === 0 ? "All areas together" : cut.map((one) => DIMENSION_WORDS[one].name).join(", by ");
}

/** The tables a release has of a measure, in the order in which it tells them. */
export function cutsIn(lines: readonly TableLine[]): Cut[] {
  const found = new Map(lines.map(({ cut }) => [cutId(cut), cut]));
  return [...found.values()];
}

/** The measures that have a picture beside the chosen one: what it is made of, in the method’s order. */
export function pictured(measure: Measure, method: Method): Measure[] {
  const all = measuresOf(method);
  const made = all.filter(
    (one) =>
      one.indicator === null &&
      (measure.id === OVERALL.id
        ? one.component !== null && one.direction === "both"
        : measure.indicator === null && measure.direction === "both" && one.component === measure.component),
  );
  return [measure, ...made.filter(({ id }) => id !== measure.id)];
}

/** The address of a comparison: the release is always in it, so that it shows the same for ever. */
export function compareHref(asked: { release: string; measure: string; by: string; since?: string | null }) {
  const { release, measure, by, since } = asked;
  return `/research?${new URLSearchParams({ release, measure, by, ...(since ? { since } : {}) })}`;
}

/** The pictures of the differences between kinds of areas. */
export function differencePanels(compared: Compared): Panel[] {
  const { cut, lines } = compared;
  const [chosen] = lines;
  if (!chosen) return [];
  if (cut.length === 0) return [wholePanel(compared)];
  if (cut.length === 1) return lines.map(([measure, own]) => kindsPanel(compared, measure, own));
  return byPairs(compared, ...chosen);
}

/** The picture of the change of the same areas, by the first thing they are told apart by; null where none is told. */
export function changePanel(compared: Compared): Panel | null {
  const { since, changes, cut, measure } = compared;
  const told = changes.filter((line) => line.since === since);
  const by = told.some((line) => line.cut[0] === cut[0]) ? cut.slice(0, 1) : [];
  const own = told.filter((line) => cutId(line.cut) === cutId(by));
  if (since === null || own.length === 0) return null;
  const rows = classed(by, own).map(([id, label, line]) => rowOf(id, label, line));
  return {
    ...shared(compared, measure),
    id: "change",
    title: `${measureWords(measure, compared.method).name}: change since ${since}`,
    sentence: changeSays(rows, since),
    rows,
    blanks: blanksOf(own),
    caveats: CHANGE_CAVEATS,
  };
}

/** A name that an address may end in. */
function fragment(text: string): string {
  return text.replaceAll(/[^\w]+/g, "-");
}

// What every picture of a measure carries.
function shared({ release, method, cut, since }: Compared, measure: Measure) {
  const { name, says } = measureWords(measure, method);
  const href = compareHref({ release, measure: measure.id, by: cutId(cut), since });
  return { id: fragment(measure.id), title: name, says, caveats: caveatsOf(measure), href };
}

/** Lines of one dimension in the fixed order of its classes; of none, one line of all areas. */
function classed<L extends Pick<TableLine, "classes">>(
  cut: Cut,
  lines: readonly L[],
): [id: string, label: string, line: L | undefined][] {
  const [dimension] = cut;
  if (dimension === undefined) return [["all", "All areas", lines[0]]];
  const ids = classesInOrder(
    dimension,
    lines.map(({ classes }) => classes[0] ?? ""),
  );
  return ids.map((id) => [id, classWords(dimension, id), lines.find(({ classes }) => classes[0] === id)]);
}

// All areas together: the chosen measure and what it is made of, in one picture; never one side against the other.
function wholePanel(compared: Compared): Panel {
  const chosen = compared.lines.filter(([measure], at) => at === 0 || measure.direction === "both");
  const lines = chosen.map(([measure, own]) => [measure, own.find(({ cut }) => cut.length === 0)] as const);
  const rows = lines.map(([measure, line]) =>
    rowOf(measure.id, measureWords(measure, compared.method).name, line),
  );
  const shown = rows.some(({ mean }) => mean !== null);
  const sentence =
    shown && rows.length > 1
      ? "Where the mean of all areas likely lies. The components ask different things: one is not better than another."
      : differenceSays(rows);
  const blanks = blanksOf(lines.map(([, line]) => line));
  return { ...shared(compared, compared.measure), sentence, rowHeader: "All areas", rows, blanks };
}

function kindsPanel(compared: Compared, measure: Measure, lines: readonly TableLine[]): Panel {
  const own = lines.filter(({ cut }) => cutId(cut) === cutId(compared.cut));
  const rows = classed(compared.cut, own).map(([id, label, line]) => rowOf(id, label, line));
  return { ...shared(compared, measure), sentence: differenceSays(rows), rows, blanks: blanksOf(own) };
}

// By two dimensions: a picture for each class of the second, all with the same rows.
function byPairs(compared: Compared, measure: Measure, lines: readonly TableLine[]): Panel[] {
  const [first, second] = compared.cut;
  if (first === undefined || second === undefined) return [];
  const own = lines.filter(({ cut }) => cutId(cut) === cutId(compared.cut));
  const ids = (at: number, dimension: typeof first) =>
    classesInOrder(
      dimension,
      own.map(({ classes }) => classes[at] ?? ""),
    );
  return ids(1, second).map((kind) => {
    const inside = own.filter(({ classes }) => classes[1] === kind);
    const rows = ids(0, first).map((id) =>
      rowOf(
        id,
        classWords(first, id),
        inside.find(({ classes }) => classes[0] === id),
      ),
    );
    const base = shared(compared, measure);
    const title = `${base.title}: ${classWords(second, kind)}`;
    return {
      ...base,
      id: fragment(`${measure.id} ${kind}`),
      title,
      sentence: differenceSays(rows),
      rows,
      blanks: blanksOf(inside),
    };
  });
}
