import type { Measure } from "../releases/measures.ts";
import type { Published } from "../releases/published.ts";
import { DIMENSION_WORDS, measureWords } from "../releases/release-words.ts";
import type { StudyTable } from "../releases/rows.ts";
import type { Dimension } from "../releases/strata.ts";
import type { Method } from "../scoring/method.ts";
import { changeWhy, measureOptions, releaseOptions } from "./compare-page.ts";
import type { Funnel } from "./funnel-view.ts";
import type { Panel } from "./mean-rows.ts";
import { changeSays } from "./mean-sentences.ts";
import { CHANGE_CAVEATS } from "./release-rules.ts";
import { comparableWith, type ReleaseView, releaseView } from "./release-view.ts";
import { studyHref } from "./study-address.ts";
import { type AreaRow, areaPage, changeRows, funnelsOf } from "./study-view.ts";

/** What was read for a study’s page. */
export type StudyFound = {
  asked: { measure?: string | undefined; since?: string | undefined; page: number };
  study: { slug: string; dimension: Dimension };
  releases: readonly Published[];
  release: Published;
  method: Method;
  measure: Measure;
  now: StudyTable;
  /** The earlier release that this one is set beside, with the same areas under the same pseudonyms. */
  before: { id: string; table: StudyTable } | null;
};

/** What a study’s page shows of one measure in one release. */
export type StudyResults = {
  release: ReleaseView;
  choices: {
    release: string;
    releases: { value: string; label: string }[];
    measure: string;
    measures: ReturnType<typeof measureOptions>;
    since: string;
    sinces: { value: string; label: string }[];
  };
  notes: string[];
  title: string;
  says: string;
  byWords: string;
  change: Panel | null;
  changeWhy: string | null;
  funnels: Funnel[];
  caveats: readonly string[];
  table: { rows: AreaRow[]; page: number; pages: number; since: string | null; counts: boolean };
  /** Why there is nothing to show; empty where there is something. */
  nothing: string[];
  href: string;
};

const NOTHING =
  "This release tells the study nothing of this measure. Too few areas that agreed to be in studies have it, or the study was not open yet.";

const CAVEATS = [
  "The limits say where areas would lie by chance, and by how areas of this kind truly differ. About 5 in 100 lie past the inner ones all the same.",
  "An area past a limit is unlike the others. That does not say why, nor that anything is good or bad there.",
  "Figures are rounded to 5 points, so an area close to a limit may lie on its other side.",
  "Drawn towards its kind: the less the records of an area say, the more its kind speaks for it.",
  "Kinds of fewer than five areas stand together, with the smallest other kind where they would still be too few, and are compared with all areas. Nothing is told of a kind of which fewer than five areas have the measure.",
  "What is drawn towards the kind, its range and the chance are worked out from the rounded figures, so that they say no more of an area than these do.",
  "The chance of lying above the middle of its kind is told in place of a rank. Areas stand in the order of their pseudonyms, which says nothing.",
  "Do not try to find out which area is which. The areas agreed to be studied under a pseudonym.",
];
const COUNT_CAVEAT =
  "This funnel is one of counts: its limits are those of chance alone, so that more areas lie past them where areas truly differ.";

/** The page of a study from what was read. */
export function studyResults(found: StudyFound): StudyResults {
  const { asked, study, releases, release, method, measure, now, before } = found;
  const since = before?.id ?? null;
  const { name, says } = measureWords(measure, method);
  const at = { release: release.id, measure: measure.id, since };
  const funnels = funnelsOf(now, study.dimension, measure);
  const table = areaPage(now, before?.table ?? null, study.dimension, asked.page);
  const change = before ? changePanelOf(found, before, studyHref(study.slug, at)) : null;
  const counts = funnels.some(({ foot }) => foot === "count");
  return {
    release: releaseView(release),
    choices: {
      release: release.id,
      releases: releaseOptions(releases),
      measure: measure.id,
      measures: measureOptions(method),
      since: since ?? "",
      sinces: releaseOptions(comparableWith(release, releases)),
    },
    notes: notesOf(found),
    title: name,
    says,
    byWords: DIMENSION_WORDS[study.dimension].name,
    change,
    changeWhy: change ? null : changeWhy(release, releases),
    funnels,
    caveats: counts ? [...CAVEATS, COUNT_CAVEAT] : CAVEATS,
    table: { ...table, since, counts },
    nothing: now.rows.length === 0 ? [NOTHING] : [],
    href: studyHref(study.slug, { ...at, page: table.page }),
  };
}

function notesOf({ asked, measure, before }: StudyFound): string[] {
  const notes: string[] = [];
  if (asked.measure && asked.measure !== measure.id)
    notes.push("That measure is not in the method of this release. The overall figure is shown.");
  if (asked.since && asked.since !== before?.id)
    notes.push("No change since the release you asked for can be told. What there is, is shown.");
  return notes;
}

function changePanelOf(
  { study, measure, method, now }: StudyFound,
  before: { id: string; table: StudyTable },
  href: string,
): Panel | null {
  const rows = changeRows(now, before.table, study.dimension);
  if (rows.length === 0) return null;
  const { name, says } = measureWords(measure, method);
  return {
    id: "change",
    title: `${name}: change since ${before.id}`,
    says,
    sentence: changeSays(rows, before.id),
    rows,
    blanks: [],
    caveats: [
      ...CHANGE_CAVEATS,
      "It is worked out from rounded figures as if the errors of the two were apart, so it is surer than it looks.",
    ],
    href,
  };
}
