import { loadDisclosureDocument } from "~/composition/disclosure-page.server";
import { sendPrinted } from "~/composition/printed.server";
import { closeReads } from "~/composition/visit.server";
import { OwnDocument } from "~/features/partnership/components/own-document";
import type { Route } from "./+types/export-pdf";

/** The answer to somebody who asked, as a PDF; 503 with the print view where no Chromium is there to make one. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const document = await loadDisclosureDocument(context, params.area, params.id);
  await closeReads(context);
  return sendPrinted({ context, params }, OwnDocument, { view: document }, document.title);
}
