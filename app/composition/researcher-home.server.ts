import { findReleases } from "~/features/releases/published.queries.server";
import type { read } from "./request.server";
import { readResearch } from "./research-reading.server";
import { findOwnStudies } from "./study-page.server";

/** Where a researcher goes on from home: the newest release, and the studies they are in. */
export async function findResearcherHome(context: Parameters<typeof read>[0]) {
  const studies = await findOwnStudies(context);
  const [newest] = await readResearch(context, ({ tx }) => findReleases(tx));
  return {
    release: newest ? { id: newest.id, asOf: newest.asOf, areas: newest.areas } : null,
    studies: studies.map(({ slug, title, endsOn }) => ({ slug, title, endsOn })),
  };
}
