import { loadReview } from "~/composition/partnership-review.server";
import { sendPrinted } from "~/composition/printed.server";
import { closeReads } from "~/composition/visit.server";
import { OwnDocument } from "~/features/partnership/components/own-document";
import type { Route } from "./+types/review-pdf";

/** A yearly review as a PDF; 503 with the print view where no Chromium is there to make one. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { document } = await loadReview(context, params.area, params.id);
  await closeReads(context);
  return sendPrinted({ context, params }, OwnDocument, { view: document }, document.title);
}
