import { giveFile } from "~/composition/give-file.server";
import { loadMouDocument } from "~/composition/mou-document.server";
import { notFound } from "~/composition/request.server";
import { toWordDocument } from "~/features/agreements/mou-document";
import { FILE_TYPES, fileName } from "~/platform/file-type";
import { idSchema } from "~/platform/ids";
import type { Route } from "./+types/export-docx";

/** An agreement as a Word document. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const view = await loadMouDocument(context, params.area, idSchema.safeParse(params.id).data ?? notFound());
  // Only once somebody asks: what writes such a document is larger than all our pages together.
  const { writeWordDocument } = await import("~/platform/word-document.server");
  const content = await writeWordDocument(toWordDocument(view));
  return giveFile({ context, params }, content, {
    name: fileName(`${view.title}.docx`),
    mime: FILE_TYPES.docx.mime,
    bytes: content.byteLength,
  });
}
