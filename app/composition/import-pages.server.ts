import { type RouterContextProvider, redirect } from "react-router";
import { z } from "zod";
import type { AreaActor } from "~/features/identity/actor";
import { type Draft, findDraft } from "~/features/imports/drafts.queries.server";
import type { ImportWhat } from "~/features/imports/import";
import { type ImportLine, toLines } from "~/features/imports/import-view";
import { findImports } from "~/features/imports/imports.queries.server";
import { findRevert } from "~/features/imports/revert.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { findUserNames } from "~/features/records/user-names.queries.server";
import type { Tx } from "~/platform/db.server";
import { flashCookie } from "~/platform/flash.server";
import { idSchema } from "~/platform/ids";
import { type Reading as At, forbidden, notFound, readArea } from "./request.server";

type Context = Readonly<RouterContextProvider>;

/** What a page of imports is asked for: a file that was looked at, or an import to take back. */
export const importSearch = z.object({
  look: idSchema.optional().catch(undefined),
  back: idSchema.optional().catch(undefined),
});

/** Runs a loader's reads for somebody who may import into the area; readers there are told why they may not. */
export function readImporter<T>(
  context: Context,
  area: string,
  work: (actor: AreaActor, at: At) => Promise<T>,
) {
  return readArea(context, area, async (actor, at) => {
    const may = canWrite(actor);
    return may === true ? work(actor, at) : forbidden(may);
  });
}

/** The file of `?look=`, still kept; else back to the page, with a word. */
export async function draftOf(
  tx: Tx,
  id: string,
  kept: { what: ImportWhat; areaId: string | null; now: Date },
  page: string,
): Promise<Draft> {
  const draft = await findDraft(tx, id, kept);
  if (draft) return draft;
  const words =
    "That file is no longer kept here. If you imported it, it is in the list below; else choose it again.";
  throw redirect(page, { headers: { "Set-Cookie": await flashCookie(words) } });
}

/** The imports of these kinds that the reader may see. */
export async function findLines(
  tx: Tx,
  whats: readonly ImportWhat[],
  areaId: string | null,
): Promise<ImportLine[]> {
  const imports = (await findImports(tx)).filter((one) => whats.includes(one.what) && one.areaId === areaId);
  const names = await findUserNames(
    tx,
    imports.map(({ byUserId }) => byUserId),
  );
  return toLines(imports, names);
}

/** An import to take back, with what stands against it. */
export async function findBack(tx: Tx, id: string, whats: readonly ImportWhat[], areaId: string | null) {
  const found = await findRevert(tx, id);
  if (!found || !whats.includes(found.record.what) || found.record.areaId !== areaId) return notFound();
  return { id, fileName: found.record.fileName, problems: [...found.problems] };
}

type AreaPage = { request: Request; area: string; page: string; what: ImportWhat };

/** What an area's page of imports shows: its own part, with the file of `?look=`, and what was imported before. */
export function readImports<T>(
  context: Context,
  { request, area, page, what }: AreaPage,
  work: (actor: AreaActor, at: At, draft: Draft | null) => Promise<T>,
) {
  const search = importSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readImporter(context, area, async (actor, at) => {
    const { areaId } = actor;
    const draft = search.look ? await draftOf(at.tx, search.look, { what, areaId, now: at.now }, page) : null;
    return {
      ...(await work(actor, at, draft)),
      page,
      back: search.back ? await findBack(at.tx, search.back, [what], areaId) : null,
      imports: await findLines(at.tx, [what], areaId),
    };
  });
}
