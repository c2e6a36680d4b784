import { findCalendar } from "~/composition/calendar-feed.server";
import { notFound } from "~/composition/request.server";
import { circumstancesOf } from "~/composition/visit.server";
import { orUnavailable } from "~/platform/unavailable.server";
import type { Route } from "./+types/calendar-file";

/** A calendar for whoever has its address: kept by nobody between, and asked for again each time. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { clock } = circumstancesOf(context);
  const { body, etag } = (await orUnavailable(findCalendar(params.file, clock))) ?? notFound();
  const headers = {
    ETag: etag,
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex, nofollow",
  };
  const known = (request.headers.get("If-None-Match") ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8; method=PUBLISH",
      "Content-Disposition": 'inline; filename="common-ground.ics"',
    },
  });
}
