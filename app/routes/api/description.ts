import { describeApi } from "~/composition/api/description.server";

const HOUR_S = 3_600;

/** What the API can be asked and sent, for programs and for whoever writes them: open to anybody. */
export function loader() {
  return Response.json(describeApi(), {
    headers: { "Content-Type": "application/json", "Cache-Control": `public, max-age=${HOUR_S}` },
  });
}
