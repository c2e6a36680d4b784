import { listWords } from "../../platform/list-words.ts";
import { plural } from "../../platform/plural.ts";
import { type MeanRow, shownOf } from "./mean-rows.ts";

/** The most pairs that a sentence names. */
const PAIRS_NAMED = 3;

/** What cannot be told, or null where every row has a figure. */
function leftOut(rows: readonly MeanRow[]): string | null {
  const blank = rows.filter(({ why }) => why !== null).map(({ label }) => label);
  return blank.length === 0 ? null : `There is no figure for ${listWords(blank)}.`;
}

const NOTHING = "There is no figure to show, so there is no picture. The table says why.";

/** What the means of kinds of areas say beside each other: which ranges lie apart, in a fixed order, and never who is first. */
export function differenceSays(rows: readonly MeanRow[]): string {
  const shown = shownOf(rows);
  if (shown.length === 0) return NOTHING;
  const [only] = shown;
  const rest = leftOut(rows);
  if (only && shown.length === 1) {
    const alone = `The mean of ${only.label} is ${only.mean}, likely between ${only.lo} and ${only.hi}.`;
    return rest ? `${alone} ${rest} So there is nothing to set beside it.` : alone;
  }
  return [apartSays(shown), rest].filter(Boolean).join(" ");
}

type Shown = ReturnType<typeof shownOf>;

function apartSays(shown: Shown): string {
  const pairs = shown.flatMap((one, at) =>
    shown.slice(at + 1).flatMap((other) => (one.hi < other.lo || other.hi < one.lo ? [[one, other]] : [])),
  );
  if (pairs.length === 0)
    return `The likely ranges of ${shown.length === 2 ? "both" : `all ${shown.length}`} kinds with a figure overlap: these figures do not show that they differ.`;
  const named = pairs.slice(0, PAIRS_NAMED).map((pair) => listWords(pair.map(({ label }) => label)));
  const more = pairs.length > PAIRS_NAMED ? [plural(pairs.length - PAIRS_NAMED, "further pair")] : [];
  const others = pairs.length === (shown.length * (shown.length - 1)) / 2 ? "" : " All others overlap.";
  return `These likely ranges lie apart: ${[...named, ...more].join("; ")}. The means of these kinds likely differ.${others}`;
}

/** What happened to the same areas from one release to the next: up, down or not clear, in the order of the rows. */
export function changeSays(rows: readonly MeanRow[], since: string): string {
  const shown = shownOf(rows);
  if (shown.length === 0) return NOTHING;
  const labels = (wanted: (row: Shown[number]) => boolean) =>
    listWords(shown.filter(wanted).map(({ label }) => label));
  const parts = [
    ["Likely up", labels(({ lo }) => lo > 0)],
    ["Likely down", labels(({ hi }) => hi < 0)],
    ["No clear change", labels(({ lo, hi }) => lo <= 0 && hi >= 0)],
  ].flatMap(([what, names]) => (names ? [`${what}: ${names}.`] : []));
  return [`The same areas, now and in ${since}.`, ...parts, leftOut(rows)].filter(Boolean).join(" ");
}
