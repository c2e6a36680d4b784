import { href } from "react-router";
import { giveFile } from "~/composition/give-file.server";
import { notFound } from "~/composition/request.server";
import { takeFile } from "~/composition/take-away.server";
import { getEnvironment } from "~/platform/environment.server";
import type { Route } from "./+types/data-file";

/** A release as a file: frozen once it is published, so the same each time. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const origin = getEnvironment().APP_ORIGIN ?? new URL(request.url).origin;
  const address = `${origin}${href("/research/data")}`;
  const { name, mime, body } = (await takeFile(context, params.file, address)) ?? notFound();
  return giveFile({ context, params: {} }, body, { name, mime, bytes: body.byteLength });
}
