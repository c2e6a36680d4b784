import { loadDisclosureDocument } from "~/composition/disclosure-page.server";
import { giveFile } from "~/composition/give-file.server";
import { FILE_TYPES, fileName } from "~/platform/file-type";
import type { Route } from "./+types/export-docx";

/** The answer to somebody who asked, as a Word document. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const document = await loadDisclosureDocument(context, params.area, params.id);
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
