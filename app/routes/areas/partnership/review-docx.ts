import { giveFile } from "~/composition/give-file.server";
import { loadReview } from "~/composition/partnership-review.server";
import { FILE_TYPES, fileName } from "~/platform/file-type";
import type { Route } from "./+types/review-docx";

/** A yearly review as a Word document. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { document } = await loadReview(context, params.area, params.id);
  // Only once somebody asks: what writes such a document is larger than all our pages together.
  const { writeWordDocument } = await import("~/platform/word-document.server");
  const content = await writeWordDocument(document);
  const name = fileName(`${document.title}.docx`);
  return giveFile({ context, params }, content, {
    name,
    mime: FILE_TYPES.docx.mime,
    bytes: content.byteLength,
  });
}
