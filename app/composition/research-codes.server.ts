import { canPropose } from "~/features/coding/code.policy";
import {
  amongChoices,
  amongWords,
  countedByTheme,
  type ReleasedCounts,
  readAmong,
} from "~/features/coding/code-counts";
import { findDecidedCodes, isInStudy } from "~/features/coding/coding.queries.server";
import { findCodeCounts, findReleases } from "~/features/releases/published.queries.server";
import { readAdmin } from "./admin.server";
import { read } from "./request.server";
import { readResearch } from "./research-reading.server";

type Context = Parameters<typeof read>[0];

/** Releases shown beside each other. */
const MOST_RELEASES = 4;

/** The code book with what releases say of it, and what the reader may propose or has proposed. */
export async function loadResearchCodes(context: Context, search: URLSearchParams) {
  const releases = await readResearch(context, async ({ tx }) => {
    const found: ReleasedCounts[] = [];
    for (const { id } of (await findReleases(tx)).slice(0, MOST_RELEASES).reverse())
      found.push({ id, ...(await findCodeCounts(tx, id)) });
    return found;
  });
  const choices = amongChoices(releases);
  const asked = search.get("of");
  const known = choices.some(({ options }) => options.some(({ value }) => value === asked));
  const among = readAmong(known ? asked : null);
  return read(context, async (actor, { tx }) => {
    const codes = await findDecidedCodes(tx, ["accepted", "retired"]);
    // What is only proposed is its proposer's, and the admins'.
    const open = await findDecidedCodes(tx, ["proposed", "declined"], actor.admin ? undefined : actor.userId);
    const book = codes.map(({ slug, theme, label, says, acceptedOn, endedOn, reason }) => ({
      ...{ slug, theme, label, says, acceptedOn },
      retired: endedOn === null ? null : { on: endedOn, reason },
    }));
    return {
      releases: releases.map(({ id }) => id),
      among: { value: among && `${among.by}:${among.of}`, words: amongWords(among) },
      choices,
      themes: countedByTheme(book, releases, among),
      canPropose: canPropose(actor, await isInStudy(tx)) === true,
      proposals: open.map(({ slug, label, state, proposedOn, reason }) => ({
        slug,
        label,
        state,
        proposedOn,
        reason,
      })),
    };
  });
}

/** Every code there is for an admin, with what became of it; `chosen`: the one to decide on. */
export function loadAdminCodes(context: Context, id: string | null) {
  return readAdmin(context, async (_, { tx }) => {
    const codes = await findDecidedCodes(tx, ["proposed", "accepted", "declined", "retired"]);
    const chosen = codes.find((code) => code.id === id) ?? null;
    return { codes: codes.map(({ says: _says, slug: _slug, ...code }) => code), chosen };
  });
}
