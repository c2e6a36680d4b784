import { measuresOf } from "../releases/measures.ts";
import type { Published, VariantLine, VariantSays } from "../releases/published.ts";
import { measureWords } from "../releases/release-words.ts";
import type { TableLine } from "../releases/tables.ts";
import { VARIED_MEASURES } from "../releases/variant-lines.ts";
import { JUDGEMENTS } from "../releases/variants.ts";
import type { Method } from "../scoring/method.ts";
import { blanksOf } from "./mean-rows.ts";
import { type ReleaseView, releaseView } from "./release-view.ts";
import { conclusionSays, conclusionsOf, conclusionsSay } from "./variant-conclusions.ts";
import { type MoveRow, moveRows, type SpanRow, spanRows, spansSay, type Varied } from "./variant-moves.ts";

type Choice = { value: string; label: string };

/** What the page of other judgements shows. */
export type SensitivityPage = {
  release: ReleaseView;
  choices: { release: string; releases: Choice[]; measure: string; measures: Choice[] };
  /** What is judged: names with sentences. */
  judgements: { key: string; value: string }[];
  measures: { id: string; name: string }[];
  spans: { sentence: string; rows: SpanRow[]; blanks: string[] };
  moves: MoveRow[];
  conclusions: {
    sentence: string;
    measure: string;
    rows: { id: string; kinds: string; byMethod: string; says: string }[];
  };
  caveats: readonly string[];
  /** Why nothing can be told; empty where something can. */
  nothing: string[];
  /** The address that shows the same again. */
  href: string;
};

/** What was read for the page. */
export type SensitivityFound = {
  measure: string | undefined;
  releases: readonly Published[];
  release: Published;
  method: Method;
  lines: readonly TableLine[];
  variants: { lines: readonly VariantLine[]; says: readonly VariantSays[] };
};

/** What the page does not say. */
export const SENSITIVITY_CAVEATS: readonly string[] = [
  "One judgement is moved at a time. Several moved together could do more, or less.",
  "A move of 0 is one of less than a point: moves are told to the nearest 2 points, like the means.",
  "Which areas are in, and which figures are left out, is decided by the method and stays the same.",
  "That a conclusion stays does not show that it is right. It shows that it does not hang on these judgements.",
  "Days of grace, half-marks and where “strong” or “strained” begin are judgements too. They are not moved here.",
  "The five components count alike in the overall figure, so there are no weights of components to move.",
  "Nobody can move the numbers freely. Each free move would tell a little more about single areas, until one could be worked out.",
];

/** The page from what was read. Each table has the order of the method, whatever the figures. */
export function sensitivityPage(found: SensitivityFound): SensitivityPage {
  const { releases, release, lines, variants } = found;
  const varied = variedIn(found);
  const chosen = varied.find(({ measure }) => measure === found.measure) ?? varied[0];
  const spans = spanRows(varied);
  const all = varied.flatMap(conclusionsOf);
  return {
    release: releaseView(release),
    choices: {
      release: release.id,
      releases: releases.map(({ id }) => ({ value: id, label: id })),
      measure: chosen?.measure ?? "",
      measures: varied.map(({ measure, name }) => ({ value: measure, label: name })),
    },
    judgements: Object.values(JUDGEMENTS).map(({ name, says }) => ({ key: name, value: says })),
    measures: varied.map(({ measure: id, name }) => ({ id, name })),
    spans: { sentence: spansSay(spans), rows: spans, blanks: blanksOf(wholeLines(lines)) },
    moves: moveRows(varied, variants.says),
    conclusions: {
      sentence: conclusionsSay(all),
      measure: chosen?.name ?? "",
      rows: (chosen ? conclusionsOf(chosen) : []).map((one) => ({
        id: one.id,
        kinds: one.kinds,
        byMethod: one.byMethod ? "Clearly apart" : "Not clearly apart",
        says: conclusionSays(one),
      })),
    },
    caveats: SENSITIVITY_CAVEATS,
    nothing: nothingWhy(found),
    href: `/research/sensitivity?${new URLSearchParams({ release: release.id, measure: chosen?.measure ?? "overall" })}`,
  };
}

/** The measures that are told under variants, with their own lines. */
function variedIn({ method, lines, variants }: SensitivityFound): Varied[] {
  return measuresOf(method)
    .filter(({ id }) => VARIED_MEASURES.some((one) => one === id))
    .map((measure) => ({
      measure: measure.id,
      name: measureWords(measure, method).name,
      lines: lines.filter((line) => line.measure === measure.id).map(blanked),
      variants: variants.lines.filter((line) => line.measure === measure.id).map(blanked),
    }));
}

/** A figure is read only where the line is shown, whatever else stands in it. */
function blanked<L extends Pick<TableLine, "status" | "mean" | "lo" | "hi">>(line: L): L {
  return line.status === "shown" ? line : { ...line, mean: null, lo: null, hi: null };
}

const wholeLines = (lines: readonly TableLine[]) => lines.filter(({ cut }) => cut.length === 0);

function nothingWhy({ lines, variants }: SensitivityFound): string[] {
  const whole = wholeLines(lines);
  if (whole.length === 0) return ["This release has no figures of all areas."];
  if (whole.every(({ status }) => status !== "shown")) return blanksOf(whole);
  return variants.lines.length === 0 ? ["This release was not worked out under other judgements."] : [];
}
