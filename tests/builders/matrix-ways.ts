import { asked, WAYS, type Way } from "./fixtures-asking";
import type { Sent } from "./fixtures-server";

/** `npm run test:matrix`: everything in every way, for which a run of everything else has no time. */
export const IS_WHOLE = process.env.MATRIX === "whole";

/** The child alone always; of the other ways one, so that each has its turn. */
export function waysFor(turn: number): readonly Way[] {
  return IS_WHOLE ? WAYS : ["child", WAYS[turn % 3] ?? "GET"];
}

/** A form that is refused, as a page sends it; in the whole run as the page's script does too, past its parents, and from elsewhere. */
export function postsOf(sent: Sent, want: string, what: string, leafId: string) {
  const as = (way: Way) => ({ ...sent, ...asked(way, sent.path, leafId), method: "POST" });
  const from = (headers: Sent["headers"]) => ({ ...sent, headers: { ...sent.headers, ...headers } });
  const page = [{ sent, want, what }];
  if (!IS_WHOLE) return page;
  return [
    ...page,
    { sent: as("data"), want, what: `${what} as data` },
    { sent: as("child"), want, what: `${what} past its parents` },
    { sent: from({ Origin: "https://elsewhere.example" }), want: "403", what: `${what} from elsewhere` },
  ];
}
