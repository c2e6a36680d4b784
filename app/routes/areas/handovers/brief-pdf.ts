import { loadBrief } from "~/composition/handover-brief.server";
import { sendPrinted } from "~/composition/printed.server";
import { notFound } from "~/composition/request.server";
import { closeReads } from "~/composition/visit.server";
import { BriefDocument } from "~/features/handovers/components/brief-document";
import { idSchema } from "~/platform/ids";
import type { Route } from "./+types/brief-pdf";

/** A handover's brief as a PDF; 503 with the print view where no Chromium is there to make one. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const brief = await loadBrief(context, params.area, idSchema.safeParse(params.id).data ?? notFound());
  await closeReads(context);
  // On paper, or in a mail, its links need the site's address.
  return sendPrinted(
    { context, params },
    BriefDocument,
    { brief, origin: new URL(request.url).origin },
    brief.title,
  );
}
