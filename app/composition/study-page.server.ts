import type { RouterContextProvider } from "react-router";
import { findStudyTable } from "~/features/releases/published.queries.server";
import { DIMENSION_WORDS } from "~/features/releases/release-words";
import { findStudiesOf, type StudyView } from "~/features/releases/studies.queries.server";
import { measureAsked } from "~/features/research/compare-page";
import type { StudyAsked } from "~/features/research/compare-search.server";
import { comparableWith, methodOf } from "~/features/research/release-view";
import { type StudyResults, studyResults } from "~/features/research/study-page";
import { currentMethod } from "~/features/scoring/methods";
import type { Tx } from "~/platform/db.server";
import { pickRelease } from "./compare-page.server";
import { notFound, read } from "./request.server";
import { readResearch } from "./research-reading.server";

type Context = Readonly<RouterContextProvider>;

/** The open studies of whoever asks, as their list shows them. */
export function findOwnStudies(context: Context) {
  return read(context, async ({ userId }, { tx, today }) =>
    (await findStudiesOf(tx, userId, today)).map(studyShown),
  );
}

function studyShown({ slug, title, purpose, organisation, dimension, startsOn, endsOn }: StudyView) {
  return { slug, title, purpose, organisation, startsOn, endsOn, by: DIMENSION_WORDS[dimension].name };
}

/** A study of whoever asks with its areas in one release; anybody else’s is not found. `results` is null while nothing is published. */
export async function findStudyPage(context: Context, slug: string, asked: StudyAsked) {
  const study = await read(
    context,
    async ({ userId }, { tx, today }) =>
      (await findStudiesOf(tx, userId, today)).find((one) => one.slug === slug) ?? notFound(),
  );
  const results = await readResearch(context, ({ tx }) => findStudyResults(tx, study, asked));
  return { study: studyShown(study), results };
}

async function findStudyResults(
  tx: Tx,
  study: Pick<StudyView, "id" | "slug" | "dimension">,
  asked: StudyAsked,
): Promise<StudyResults | null> {
  const picked = await pickRelease(tx, asked.release);
  if (picked === null) return null;
  const { releases, release } = picked;
  const method = methodOf(release) ?? currentMethod;
  const measure = measureAsked(asked.measure, method);
  const earlier = comparableWith(release, releases);
  const other = earlier.find(({ id }) => id === asked.since) ?? earlier[0];
  const tableOf = (id: string) => findStudyTable(tx, id, study.id, measure.id);
  const now = await tableOf(release.id);
  const before = other ? { id: other.id, table: await tableOf(other.id) } : null;
  return studyResults({ asked, study, releases, release, method, measure, now, before });
}
