import { listWords } from "../../platform/list-words.ts";
import { plural } from "../../platform/plural.ts";
import { classesInOrder, classWords, DIMENSION_WORDS } from "../releases/release-words.ts";
import { DIMENSIONS, type Dimension } from "../releases/strata.ts";
import type { TableLine } from "../releases/tables.ts";
import { type Varied, variantsIn } from "./variant-moves.ts";

/** What becomes of a difference between two kinds of areas under the other judgements. */
export type Conclusion = {
  readonly id: string;
  /** What areas are told apart by, and the two kinds, in their fixed order. */
  readonly kinds: string;
  /** Whether the method itself shows a difference. */
  readonly byMethod: boolean;
  /** Judgements under which a difference is no longer clear, turns round, or becomes clear, in words. */
  readonly vanishes: readonly string[];
  readonly turns: readonly string[];
  readonly appears: readonly string[];
};

type Figures = Pick<TableLine, "mean" | "lo" | "hi">;

/** Which way two means lie apart: 0 where their likely ranges overlap, or where one is not told. */
export function apart(one: Figures | undefined, other: Figures | undefined): -1 | 0 | 1 {
  if (!one || !other || one.lo === null || one.hi === null || other.lo === null || other.hi === null)
    return 0;
  if (one.hi < other.lo) return -1;
  return other.hi < one.lo ? 1 : 0;
}

/** Every difference of a measure that the method shows, or that another judgement would show, in a fixed order. */
export function conclusionsOf(varied: Varied): Conclusion[] {
  return DIMENSIONS.flatMap((dimension) => {
    const own = varied.lines.filter(({ cut }) => cut.length === 1 && cut[0] === dimension);
    const classes = classesInOrder(
      dimension,
      own.map((line) => line.classes[0] ?? ""),
    );
    return classes
      .flatMap((one, at) => classes.slice(at + 1).map((other) => conclusionOf(varied, dimension, one, other)))
      .filter(({ byMethod, appears }) => byMethod || appears.length > 0);
  });
}

function conclusionOf(varied: Varied, dimension: Dimension, one: string, other: string): Conclusion {
  const way = (lines: readonly TellingLine[]) =>
    apart(lineOf(lines, dimension, one), lineOf(lines, dimension, other));
  const base = way(varied.lines);
  const found = variantsIn(varied.variants).map(({ id, words }) => ({
    words,
    way: way(varied.variants.filter(({ variant }) => variant === id)),
  }));
  const under = (wanted: boolean, matches: (way: number) => boolean) =>
    wanted ? found.filter((each) => matches(each.way)).map(({ words }) => words) : [];
  return {
    id: `${dimension} ${one} ${other}`,
    kinds: `${DIMENSION_WORDS[dimension].name}: ${listWords([classWords(dimension, one), classWords(dimension, other)])}`,
    byMethod: base !== 0,
    vanishes: under(base !== 0, (each) => each === 0),
    turns: under(base !== 0, (each) => each === -base),
    appears: under(base === 0, (each) => each !== 0),
  };
}

type TellingLine = Figures & Pick<TableLine, "cut" | "classes">;

function lineOf(lines: readonly TellingLine[], dimension: Dimension, kind: string): Figures | undefined {
  return lines.find(({ cut, classes }) => cut.length === 1 && cut[0] === dimension && classes[0] === kind);
}

/** What becomes of a difference, in words. */
export function conclusionSays({ byMethod, vanishes, turns, appears }: Conclusion): string {
  if (!byMethod) return `Clear only under another judgement: ${appears.join("; ")}.`;
  const parts = [
    ...(turns.length > 0 ? [`The other way round under: ${turns.join("; ")}.`] : []),
    ...(vanishes.length > 0 ? [`No longer clear under: ${vanishes.join("; ")}.`] : []),
  ];
  return parts.length === 0 ? "Stays under every judgement." : parts.join(" ");
}

/** How many of a release's differences stand on one judgement alone, in a sentence or two. */
export function conclusionsSay(all: readonly Conclusion[]): string {
  const shown = all.filter(({ byMethod }) => byMethod);
  const extra = all.length - shown.length;
  const more =
    extra === 0
      ? ""
      : ` ${plural(extra, "further difference")} would be clear only under another judgement: do not build on ${extra === 1 ? "it" : "them"}.`;
  if (shown.length === 0) return `by the method, no two kinds of areas lie clearly apart.${more}`;
  const stay = shown.filter(({ vanishes, turns }) => vanishes.length + turns.length === 0).length;
  const turned = shown.filter(({ turns }) => turns.length > 0).length;
  const parts = [
    `by the method, ${plural(shown.length, "pair")} of kinds of areas ${shown.length === 1 ? "lies" : "lie"} clearly apart.`,
    stay === shown.length
      ? "Under every other judgement that stays so."
      : `${stay} of them ${stay === 1 ? "stays" : "stay"} so under every other judgement.`,
    ...(turned > 0 ? [`${turned} ${turned === 1 ? "turns" : "turn"} round under at least one.`] : []),
  ];
  return `${parts.join(" ")}${more}`;
}
