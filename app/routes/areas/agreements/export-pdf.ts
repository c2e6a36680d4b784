import { loadMouDocument } from "~/composition/mou-document.server";
import { sendPrinted } from "~/composition/printed.server";
import { notFound } from "~/composition/request.server";
import { closeReads } from "~/composition/visit.server";
import { MouDocument } from "~/features/agreements/components/mou-document";
import { idSchema } from "~/platform/ids";
import type { Route } from "./+types/export-pdf";

/** An agreement as a PDF; 503 with the print view where no Chromium is there to make one. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const view = await loadMouDocument(context, params.area, idSchema.safeParse(params.id).data ?? notFound());
  await closeReads(context);
  return sendPrinted({ context, params }, MouDocument, { view }, view.title);
}
